// README and docs/ agree with the code about commands, files, limits and exit codes.

import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { createProgram } from "../../src/cli/program.ts";
import { realIo } from "../../src/cli/real-io.ts";
import { EXIT } from "../../src/lib/errors.ts";
import { LIMITS } from "../../src/model/limits.ts";
import {
  ACCEPTED_FILE,
  DECISIONS_FILE,
  REQUESTS_FILE,
  ROSTER_FILE,
  SETTINGS_FILE,
} from "../../src/model/workspace-files.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const textOf = (page: string) => readFileSync(join(ROOT, page), "utf8");
const README = textOf("README.md");
const GUIDE = textOf("docs/guide.md");
const PAGES = [
  "README.md",
  "CONTRIBUTING.md",
  "SECURITY.md",
  ...readdirSync(join(ROOT, "docs"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];

test("every command is in the guide's table of commands", () => {
  for (const command of createProgram(realIo(), () => undefined).commands) {
    expect(GUIDE).toMatch(new RegExp(`^\\| \`cmrt ${command.name()}\\b`, "m"));
  }
});

test("every exit code, every limit and every file that a person edits is in a table", () => {
  for (const code of Object.values(EXIT)) expect(GUIDE).toMatch(new RegExp(`^\\| ${code} \\|`, "m"));
  for (const file of [SETTINGS_FILE, ACCEPTED_FILE, ROSTER_FILE, REQUESTS_FILE, DECISIONS_FILE]) {
    expect(GUIDE).toContain(`| \`${file}\` |`);
  }
  const limits = textOf("docs/limits.md");
  for (const limit of Object.keys(LIMITS)) expect(limits).toMatch(new RegExp(`^\\| .*\`${limit}\``, "m"));
});

test("the two lines that do everything stand as they are typed", () => {
  expect(README).toContain("\n    npm ci && npm run demo\n    npm ci && npm test\n");
});

test("README leads to every page", () => {
  const targets = new Set([...README.matchAll(/\]\(([^)#:]+)/g)].map(([, target]) => target));
  const pages = PAGES.filter((page) => page !== "README.md");
  expect(pages.filter((page) => !targets.has(page))).toEqual([]);
});

test("the picture of the report is there, and small", () => {
  expect(README).toContain("](docs/report.png)");
  expect(statSync(join(ROOT, "docs", "report.png")).size).toBeLessThan(200_000);
});

describe.each(PAGES)("%s", (page) => {
  /** The anchor of a heading on a Markdown page. */
  const anchorOf = (heading: string) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\- ]/gu, "")
      .replaceAll(" ", "-");
  const anchorsOf = (path: string) =>
    [...readFileSync(path, "utf8").matchAll(/^#+ (.+)$/gm)].map(([, heading]) => anchorOf(heading as string));

  test("every page, file and heading that it points to is there", () => {
    for (const [, target, anchor] of textOf(page).matchAll(/\]\(([^)#:]*)(?:#([^)]+))?\)/g)) {
      const path = target ? join(ROOT, dirname(page), target) : join(ROOT, page);
      expect(existsSync(path), target).toBe(true);
      if (anchor !== undefined) expect(anchorsOf(path), `${target}#${anchor}`).toContain(anchor);
    }
  });
});

test("what README calls the tests is what the workflow and .ci/run run", () => {
  expect(textOf(".github/workflows/test.yml")).toMatch(/^ +- run: npm ci && npm test$/m);
  expect(textOf(".ci/run")).toMatch(/^npm ci && npm test$/m);
});
