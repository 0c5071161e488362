import { expect, test } from "vitest";
import { createProgram } from "../../src/cli/program.ts";
import { realIo } from "../../src/cli/real-io.ts";
import { version } from "../../src/lib/version.ts";
import { runCli } from "../helpers/run-cli.ts";

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

test("an unknown command, option or value is wrong usage, with a hint", async () => {
  expect(await runCli(["ingset"], ".")).toMatchObject({
    code: 2,
    err: expect.stringContaining("Did you mean ingest?"),
  });
  expect(await runCli(["ingest", "--froce"], ".")).toMatchObject({ code: 2 });
  expect(await runCli(["completion", "tcsh"], ".")).toMatchObject({ code: 2 });
});
