// The import rules that keep the rooms apart. A violation names the file and the import.
import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative, sep } from "node:path";
import { describe, expect, test } from "vitest";
import { FAMILIES } from "../src/forms/families.ts";

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
  "server",
  "store",
];
const ROOM = 5;
/** Lower numbers may not import higher ones; rooms do not import each other. */
const LEVELS: Record<string, number> = {
  lib: 0,
  model: 1,
  package: 2,
  forms: 3,
  domain: 4,
  ...Object.fromEntries(ROOMS.map((room) => [room, ROOM])),
  app: 6,
  commands: 7,
  cli: 8,
};

const files = readdirSync(SRC, { recursive: true, encoding: "utf8" }).filter((file) => /\.tsx?$/.test(file));

function room(path: string): string {
  return path.includes(sep) ? (path.split(sep)[0] as string) : "top";
}

/** The imports of a file, as paths from src; type imports only with `types`. */
function importsOf(file: string, { types = true } = {}): string[] {
  const text = readFileSync(join(SRC, file), "utf8").replace(types ? /$^/ : /^import type [^;]*;$/gm, "");
  const specifiers = [...text.matchAll(/(?:from|import)\s*\(?\s*["'](\.[^"']+)["']/g)].map(
    (match) => match[1] as string,
  );
  return specifiers.map((specifier) => relative(SRC, join(SRC, dirname(file), specifier)));
}

test("imports go one way: cli, commands, app, rooms, domain, forms, package, model, lib", () => {
  const breaches: string[] = [];
  for (const file of files) {
    const from = LEVELS[room(file)];
    if (from === undefined) continue;
    for (const target of importsOf(file)) {
      const to = LEVELS[room(target)];
      const sideways = from === ROOM && to === ROOM && room(file) !== room(target);
      // Nothing imports what is above all rooms (main, the public API).
      if (to === undefined || to > from || sideways) breaches.push(`${file} imports ${target}`);
    }
  }
  expect(breaches).toEqual([]);
});

test("what runs in the browser imports lib and model alone, and is imported by nothing that does not", () => {
  const breaches = files.flatMap((file) =>
    importsOf(file)
      .filter((target) =>
        room(file) === "client"
          ? !["client", "lib", "model"].includes(room(target))
          : room(target) === "client",
      )
      .map((target) => `${file} imports ${target}`),
  );
  expect(breaches).toEqual([]);
});

test("no verb imports a verb", () => {
  const breaches = files.flatMap((file) =>
    room(file) !== "commands"
      ? []
      : importsOf(file)
          .filter((target) => room(target) === "commands" && target !== join("commands", "options.ts"))
          .map((target) => `${file} imports ${target}`),
  );
  expect(breaches).toEqual([]);
});

test("a campaign is evaluated through the session: no verb puts together what an evaluation takes", () => {
  const breaches = files.flatMap((file) =>
    room(file) !== "commands"
      ? []
      : importsOf(file)
          .filter((target) => target.startsWith(join("app", "campaign", "evaluate")))
          .map((target) => `${file} imports ${target}`),
  );
  expect(breaches).toEqual([]);
});

test("app/campaign is pure but for what opens, loads and gathers a campaign", () => {
  const breaches = files.flatMap((file) =>
    !file.startsWith(join("app", "campaign", sep)) || /^(open|load|gather)-/.test(basename(file))
      ? []
      : importsOf(file, { types: false })
          .filter(
            (target) =>
              ["store", "workbook", "commands"].includes(room(target)) ||
              target.startsWith(join("app", "reading", sep)) ||
              /(?:open|load|gather)-[^/\\]*$/.test(target) ||
              target === join("lib", "io.ts"),
          )
          .map((target) => `${file} imports ${target}`),
  );
  expect(breaches).toEqual([]);
});

test("templates are known through the types of forms/form.ts alone", () => {
  const families = /^forms.(cmrt)\b/;
  const breaches = files.flatMap((file) =>
    room(file) === "forms"
      ? []
      : importsOf(file)
          .filter((target) => families.test(target))
          .map((target) => `${file} imports ${target}`),
  );
  expect(breaches).toEqual([]);
});

test("versions are compared in forms/ and where a period is selected, and ordered for lists", () => {
  // select: which of two responses is newer; choose-lists and scope: the display order of lists and versions.
  const allowed = [
    join("campaign", "select.ts"),
    join("reference", "choose-lists.ts"),
    join("report", "pack", "sections", "scope.ts"),
  ];
  const breaches = files.filter(
    (file) =>
      room(file) !== "forms" &&
      !allowed.includes(file) &&
      /compareVersions|\bgeneration [<>=!]|\.generation\b|template\.version [<>]/.test(
        readFileSync(join(SRC, file), "utf8"),
      ),
  );
  // Lists are cached by generation, which the reader also records and names in notes.
  expect(breaches).toEqual(
    [
      join("domain", "look-up-rows.ts"),
      join("normalise", "normalise.ts"),
      join("normalise", "label-search.ts"),
    ].sort(),
  );
});

/** Folders of families. */
const OF_FAMILIES = /^forms.(?:amrt|cmrt|crt|emrt)\b/;
/** Minerals whose names are also ordinary words. */
const ENGLISH = ["lead"];

test("shared code names no mineral and no question: those are a family's", () => {
  const keys = FAMILIES.flatMap(({ minerals, questions, practices }) => [
    ...minerals.map(({ id }) => id).filter((id) => !ENGLISH.includes(id)),
    ...questions.map(({ key }) => key),
    ...practices.map(({ key }) => key),
  ]);
  // The dictionary of words in facility names.
  const allowed = [join("match", "scripts", "meanings.ts")];
  const breaches = files
    .filter((file) => !OF_FAMILIES.test(file) && !allowed.includes(file))
    .flatMap((file) => {
      const words = new Set(readFileSync(join(SRC, file), "utf8").split(/[^A-Za-z0-9-]+/));
      return keys.filter((key) => words.has(key)).map((key) => `${file} names ${key}`);
    });
  expect(breaches).toEqual([]);
});

test("only app/reading knows processes, and only a review has a thread", () => {
  const review = ["review-thread.ts", "start-review.ts"].map((name) => join("app", "review", name));
  const breaches = files.filter(
    (file) =>
      !file.startsWith(join("app", "reading")) &&
      !review.includes(file) &&
      /["'](?:node:)?(?:child_process|worker_threads|cluster|workerpool)["']/.test(
        readFileSync(join(SRC, file), "utf8"),
      ),
  );
  expect(breaches).toEqual([]);
});

test("only server/ listens, and only one module of it binds a socket, to this machine's own address", () => {
  const server = /["'](?:node:)?(?:http|https|http2|net|tls|dgram)["']|["']@?hono\b/;
  expect(linesWith(server).filter((line) => !line.startsWith(join("server", "")))).toEqual([]);
  const binding = linesWith(/\.listen\(|\bserve\(|createServer\(/);
  expect(new Set(binding.map((line) => line.split(":")[0]))).toEqual(
    new Set([join("server", "serve-locally.ts")]),
  );
  expect(binding.filter((line) => line.includes(".listen(")).join()).toMatch(/host: LOOPBACK/);
});

test("only the page of a review asks a server, and only its own", () => {
  const asking = join("client", "data", "ask-server.ts");
  expect(linesWith(/\bfetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon/, asking)).toEqual([]);
  const fetched = readFileSync(join(SRC, asking), "utf8").match(/\bfetch\([^,)]*/g) ?? [];
  expect(fetched).toHaveLength(1);
  // A path without a leading "/" or a scheme: relative to the server of the page.
  expect(fetched[0]).toMatch(/^fetch\(`api\//);
});

test("only the workbook and store rooms and the real world touch the disk", () => {
  const allowed = /^(workbook|store)\b|^cli.real-io\.ts$|^lib.own-files\.ts$/;
  const breaches = files.filter(
    (file) =>
      !allowed.test(file) && /["']node:fs(\/promises)?["']/.test(readFileSync(join(SRC, file), "utf8")),
  );
  expect(breaches).toEqual([]);
});

test("compareTexts is the only order of texts", () => {
  const order = join("lib", "compare-texts.ts");
  // Without a comparator, sort() compares all values as texts.
  const numbers = join("rules", "support", "similar-sets.ts");
  expect(linesWith(/\.(sort|toSorted)\(\)/, order, numbers)).toEqual([]);
  // Versions have a different order.
  const byHand = /[<>][^?;]*\? (-1\b|1 : -1)/;
  expect(
    linesWith(byHand, order, join("forms", "editions.ts"), join("workbook", "ooxml", "find-value.ts")),
  ).toEqual([]);
});

test("texts are ordered and written the same in every locale", () => {
  // The script of report.html sorts in the reader's own language.
  const breaches = files.filter(
    (file) =>
      !file.startsWith(`client${sep}`) &&
      /\.localeCompare\(|\.toLocale\w+\(|Intl\.(Collator|NumberFormat|DateTimeFormat)/.test(
        readFileSync(join(SRC, file), "utf8"),
      ),
  );
  expect(breaches).toEqual([]);
});

/** Where a pattern occurs in the source, as "file:line text", except in the allowed files. */
function linesWith(pattern: RegExp, ...allowed: readonly string[]): string[] {
  return files
    .filter((file) => !allowed.includes(file))
    .flatMap((file) =>
      readFileSync(join(SRC, file), "utf8")
        .split("\n")
        .flatMap((line, index) =>
          pattern.test(line.replace(/^\s*(?:\/\/|\/?\*).*/, ""))
            ? [`${file}:${index + 1} ${line.trim()}`]
            : [],
        ),
    );
}

describe("domain/ is the only definition of what it names", () => {
  test("IDs of facilities", () => {
    const ids = [
      join("domain", "smelter-id.ts"),
      join("forms", "legacy-ids.ts"),
      ...files.filter((file) => /^forms.cmrt.(family|legacy-ids)\b/.test(file)),
    ];
    expect(linesWith(/CID\\d|CID\$\{|\[1-4\]\[A-Z\]|LEGACY_IDS/, ...ids)).toEqual([]);
  });

  test("texts that name no facility", () => {
    const words = [join("domain", "sentinels.ts"), join("forms", "placeholder-words.ts")];
    expect(linesWith(/["']smelter not (yet )?(listed|identified)["']/i, ...words)).toEqual([]);
    // Words in lists and patterns; sentences may use them.
    expect(linesWith(/n\\?\/\?a\b|["'|(](tbd|nil|not (available|applicable))["'|)]/i, ...words)).toEqual([]);
  });

  test("which responses count", () => {
    expect(linesWith(/[!=]== "standing"/, join("domain", "standing.ts"))).toEqual([]);
  });

  test("which countries are covered, and which facility a row means", () => {
    expect(linesWith(/"BI", ?"CD"|"RW", ?"SS"/, join("forms", "cmrt", "inquiry.ts"))).toEqual([]);
    // Matching compares names with those on lists; the roster, the request log and the periods those of suppliers.
    const names =
      /^match\b|^campaign.(identify|parse-roster|select)\.ts:|^app.(campaign.declarants|follow-up.follow-ups)\.ts:/;
    const keys = linesWith(
      /\bnameKey\((?!name: string)/,
      join("domain", "facility.ts"),
      join("lib", "text.ts"),
    );
    expect(keys.filter((line) => !names.test(line))).toEqual([]);
  });

  test("in scope, and what the template asks for on that account", () => {
    expect(linesWith(/\b(isExempt|requiredQuestions)\(/, ...SCOPE_FILES)).toEqual([]);
    // The first two questions are named where they are laid out, worded or voted on, but decisions are not based on
    // them elsewhere.
    expect(linesWith(/"(used|necessary)"\)\?\.value/, ...SCOPE_FILES)).toEqual([]);
  });
});
const SCOPE_FILES = [
  join("domain", "scope.ts"),
  join("forms", "requirements.ts"),
  // The Checker's own count, which compares texts.
  join("rules", "support", "checker-count.ts"),
  // Our own answers, which are not in any response.
  join("rollup", "roll-up.ts"),
];

test("days and serial numbers of dates are worked out in one place", () => {
  const dates = [join("lib", "dates.ts"), join("lib", "serial-date.ts")];
  expect(linesWith(/86_?400_?000|1899, ?11|1904, ?0/, ...dates)).toEqual([]);
});

test("what lies in a workspace is named in one place", () => {
  const names = join("model", "workspace-files.ts");
  expect(
    linesWith(
      /cmrt\.json|smelter-decisions\.csv|accepted-findings\.csv|requests\.csv|suppliers\.csv|["'`/]\.cmrt\b/,
      names,
      // A table of the report pack has the same name as the roster.
      join("report", "pack", "tables", "suppliers.ts"),
    ),
  ).toEqual([]);
  expect(linesWith(/join\([\w.]*root, ["'`]/, names)).toEqual([]);
});

test("what takes a text apart in time that grows with its square is kept in one place", () => {
  const uses = (pattern: RegExp) =>
    files.filter((file) => pattern.test(readFileSync(join(SRC, file), "utf8")));
  expect(uses(/\.normalize\(/)).toEqual([join("lib", "normal-form.ts")]);
  // Patterns made from texts: those of the roster, for paths, and parts of patterns.
  expect(uses(/new RegExp\(/).sort()).toEqual([join("campaign", "identify.ts"), join("lib", "text.ts")]);
});

test("no clock, no random, no process and no console below the command line", () => {
  const breaches: string[] = [];
  for (const file of files) {
    if (LEVELS[room(file)] === undefined || room(file) === "cli") continue;
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
