// A rule generated in a copy of the project passes like the others, except for the places that its author must fill in.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { sha256Of } from "../../src/lib/sha256.ts";
import { MARK } from "./templates.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const COPIED = [
  "src",
  "test",
  "fixtures",
  "release",
  "package.json",
  "tsconfig.json",
  "biome.json",
  ".gitignore",
  "vitest.config.ts",
];

/** Always the same folder for this checkout: tsc and vitest cache results for unchanged files by path. */
function copyOfProject(): string {
  const folder = join(tmpdir(), `cmrt-new-rule-${sha256Of(ROOT).slice(0, 16)}`);
  mkdirSync(folder, { recursive: true });
  for (const name of COPIED) {
    rmSync(join(folder, name), { recursive: true, force: true });
    cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  }
  rmSync(join(folder, "node_modules"), { force: true });
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
  return folder;
}

function node(folder: string, program: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(ROOT, "node_modules", program), ...args],
    {
      cwd: folder,
      encoding: "utf8",
    },
  );
  return { status, output: stdout + stderr };
}

/** Full names of the passed tests in these files, and the messages of those that failed. */
function vitest(folder: string, ...files: string[]): { passed: string[]; failed: string[] } {
  const report = join(folder, "report.json");
  node(
    folder,
    "vitest/vitest.mjs",
    "run",
    "--project=fast",
    "--reporter=json",
    `--outputFile=${report}`,
    ...files,
  );
  const { testResults } = JSON.parse(readFileSync(report, "utf8"));
  const tests: { status: string; fullName: string; failureMessages: string[] }[] = testResults.flatMap(
    ({ assertionResults }: { assertionResults: object[] }) => assertionResults,
  );
  const [passed, failed] = ["passed", "failed"].map((status) => tests.filter((one) => one.status === status));
  return {
    passed: (passed ?? []).map(({ fullName }) => fullName),
    failed: (failed ?? []).map(({ fullName, failureMessages }) => `${fullName}: ${failureMessages.join()}`),
  };
}

const newRule = (folder: string, ...args: string[]) =>
  node(folder, "tsx/dist/cli.mjs", "test/new-rule/run.ts", ...args);

test("rules of both kinds pass types, style and the tests of the catalogue, and are listed as unfinished", () => {
  const folder = copyOfProject();
  expect(newRule(folder, "dates/date-on-a-sunday")).toMatchObject({
    status: 0,
    output: expect.stringContaining("src/rules/dates/date-on-a-sunday.ts"),
  });
  expect(newRule(folder, "campaign/all-on-one-day", "--campaign", "--internal")).toMatchObject({ status: 0 });

  expect(node(folder, "typescript/bin/tsc", "-p", "tsconfig.json")).toEqual({ status: 0, output: "" });
  const linted = ["src/rules", "src/report/letters/wording", "test/rules"];
  expect(node(folder, "@biomejs/biome/bin/biome", "check", "--error-on-warnings", ...linted)).toMatchObject({
    status: 0,
  });

  const tested = [
    "test/rules/catalogue.test.ts",
    "test/rules/cases.test.ts",
    "test/report/letters/wording.test.ts",
    "test/rules/filled-in.test.ts",
  ];
  const { passed, failed } = vitest(folder, ...tested);
  for (const id of ["date-on-a-sunday", "all-on-one-day"]) {
    expect(passed).toContain(`${id} fires and is silent as its examples say`);
    expect(passed).toContain(`${id} ${MARK} a situation with one`);
  }
  expect(failed).toEqual([expect.stringContaining(`nothing is left that is marked ${MARK}`)]);
  for (const file of [
    "src/rules/dates/date-on-a-sunday.ts",
    "src/rules/campaign/all-on-one-day.ts",
    "test/rules/cases/dates.ts",
    "src/report/letters/wording/en.json",
  ])
    expect(failed[0]).toContain(file);

  expect(newRule(folder, "dates/date-on-a-sunday")).toMatchObject({
    status: 2,
    output: expect.stringContaining("There is a rule date-on-a-sunday."),
  });
});
