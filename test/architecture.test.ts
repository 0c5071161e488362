// The import rules that keep the rooms apart. A breach names the file and the line to move.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { expect, test } from "vitest";

const SRC = join(import.meta.dirname, "..", "src");
const ROOMS = [
  "workbook",
  "normalise",
  "reference",
  "match",
  "campaign",
  "rules",
  "report",
  "rollup",
  "workspace",
];
/** Lower numbers may not import higher ones; rooms (3) do not import each other. */
const LEVELS: Record<string, number> = {
  model: 1,
  template: 2,
  ...Object.fromEntries(ROOMS.map((room) => [room, 3])),
  commands: 4,
};

const files = readdirSync(SRC, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));

function room(path: string): string {
  return path.includes(sep) ? (path.split(sep)[0] as string) : "top";
}

function importsOf(file: string): string[] {
  const text = readFileSync(join(SRC, file), "utf8");
  const specifiers = [...text.matchAll(/(?:from|import)\s*\(?\s*["'](\.[^"']+)["']/g)].map(
    (match) => match[1] as string,
  );
  return specifiers.map((specifier) => relative(SRC, join(SRC, dirname(file), specifier)));
}

test("imports go one way: commands, rooms, template, model", () => {
  const breaches: string[] = [];
  for (const file of files) {
    const from = LEVELS[room(file)];
    if (from === undefined) continue;
    for (const target of importsOf(file)) {
      const to = LEVELS[room(target)];
      const sideways = from === 3 && to === 3 && room(file) !== room(target);
      if (to !== undefined && (to > from || sideways)) breaches.push(`${file} imports ${target}`);
      // The types of the command line and the exit codes belong to the layers above the rooms.
      if (to === undefined && from <= 3 && !target.startsWith("errors"))
        breaches.push(`${file} imports ${target}`);
    }
  }
  expect(breaches).toEqual([]);
});

test("only the workbook and workspace rooms and the real world touch the disk", () => {
  const allowed = /^(workbook|workspace)\b|^(real-io|version)\.ts$/;
  const breaches = files.filter(
    (file) =>
      !allowed.test(file) && /["']node:fs(\/promises)?["']/.test(readFileSync(join(SRC, file), "utf8")),
  );
  expect(breaches).toEqual([]);
});

test("texts are ordered and written the same in every locale", () => {
  // The script inside report.html sorts in the reader's own language.
  const breaches = files.filter(
    (file) =>
      file !== join("report", "html-script.ts") &&
      /\.localeCompare\(|\.toLocale\w+\(|Intl\.(Collator|NumberFormat|DateTimeFormat)/.test(
        readFileSync(join(SRC, file), "utf8"),
      ),
  );
  expect(breaches).toEqual([]);
});

test("what takes a text apart in time that grows with its square is kept in one place", () => {
  const uses = (pattern: RegExp) =>
    files.filter((file) => pattern.test(readFileSync(join(SRC, file), "utf8")));
  expect(uses(/\.normalize\(/)).toEqual([join("model", "normal-form.ts")]);
  // Patterns made of texts: those of the roster, for paths, and parts of patterns.
  expect(uses(/new RegExp\(/).sort()).toEqual([join("campaign", "identify.ts"), join("model", "text.ts")]);
});

test("no clock, no random, no process and no console below the commands", () => {
  const breaches: string[] = [];
  for (const file of files) {
    if (LEVELS[room(file)] === undefined) continue;
    readFileSync(join(SRC, file), "utf8")
      .split("\n")
      .forEach((line, index) => {
        if (/\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.exit\(|\bconsole\.\w+\(/.test(line)) {
          breaches.push(`${file}:${index + 1} ${line.trim()}`);
        }
      });
  }
  expect(breaches).toEqual([]);
});
