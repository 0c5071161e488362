// What the README says of commands, files, limits and exit codes is what the code has.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createProgram } from "../../src/cli/program.ts";
import { realIo } from "../../src/cli/real-io.ts";
import { EXIT } from "../../src/lib/errors.ts";
import { LIMITS } from "../../src/model/limits.ts";
import {
  ACCEPTED_FILE,
  DECISIONS_FILE,
  ROSTER_FILE,
  SETTINGS_FILE,
} from "../../src/model/workspace-files.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const README = readFileSync(join(ROOT, "README.md"), "utf8");

test("every command is in the table of commands", () => {
  for (const command of createProgram(realIo(), () => undefined).commands) {
    expect(README).toMatch(new RegExp(`^\\| \`cmrt ${command.name()}\\b`, "m"));
  }
});

test("every exit code, every limit and every file that a person edits is in a table", () => {
  for (const code of Object.values(EXIT)) expect(README).toMatch(new RegExp(`^\\| ${code} \\|`, "m"));
  for (const limit of Object.keys(LIMITS)) expect(README).toMatch(new RegExp(`^\\| .*\`${limit}\``, "m"));
  for (const file of [SETTINGS_FILE, ACCEPTED_FILE, ROSTER_FILE, DECISIONS_FILE]) {
    expect(README).toContain(`| \`${file}\` |`);
  }
});

test("the two lines that do everything stand as they are typed", () => {
  expect(README).toContain("\n    npm ci && npm run demo\n    npm ci && npm test\n");
});

test("every page and file that the README points to is there", () => {
  for (const [, target] of README.matchAll(/\]\(([^)#:]+)\)/g)) {
    expect(existsSync(join(ROOT, target as string)), target).toBe(true);
  }
});
