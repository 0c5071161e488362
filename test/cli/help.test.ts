import { expect, test } from "vitest";
import { createProgram } from "../../src/cli/program.ts";
import { realIo } from "../../src/cli/real-io.ts";
import { version } from "../../src/lib/version.ts";
import { runCli } from "../helpers/run-cli.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";

const COMMANDS = createProgram(realIo(), () => undefined).commands;
const NAMES = COMMANDS.map((command) => command.name());

test("the help names every command and every exit code", async () => {
  const { code, out } = await runCli(["--help"], ".");
  expect(code).toBe(0);
  for (const name of NAMES) expect(out).toMatch(new RegExp(`^  ${name}\\b`, "m"));
  for (const exit of [0, 1, 2, 3, 70]) expect(out).toMatch(new RegExp(`^ *${exit}  `, "m"));
});

test.each(NAMES)("cmrt %s --help says what it does, every option, and shows examples", async (name) => {
  const { code, out } = await runCli([name, "--help"], ".");
  expect(code).toBe(0);
  expect(out).toMatch(/Examples:\n {2}.*\bcmrt /);
  expect(out).not.toContain("[]");
  for (const option of COMMANDS.find((command) => command.name() === name)?.options ?? []) {
    expect(option.description.length, option.flags).toBeGreaterThan(5);
  }
});

test("the version is that of the package", async () => {
  expect(await runCli(["--version"], ".")).toEqual({ code: 0, out: `${version()}\n`, err: "" });
});

test("a misspelt command is wrong usage, with a hint", async () => {
  expect(await runCli(["ingset"], ".")).toMatchObject({
    code: 2,
    err: "cmrt: unknown command 'ingset'\n(Did you mean ingest?)\n",
  });
});

// Messages from commander start like cmrt's own.
test.each([
  "nosuch",
  "ingest --froce",
  "completion tcsh",
  "report --period",
  "report --period soon",
  "letters",
  "demo",
  "demo one two",
  "reference nosuch",
  "reference import list.csv --nosuch",
  // Refused by cmrt itself.
  "ingest nosuch",
])("wrong usage begins with the name of the program: cmrt %s", async (line) => {
  const { code, out, err } = await runCli(line.split(" "), temporaryFolder());
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toMatch(/^cmrt: /);
  expect(err).not.toMatch(/^error:/m);
});
