// `cmrt check` as used by a person, over the invented campaign and over files named directly.
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { CHECK_FORMATS } from "../../src/report/check/formats.ts";
import { madeCampaign, RESPONSES } from "../helpers/made-campaign.ts";
import { runCli } from "../helpers/run-cli.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";

const WORKBOOK = readdirSync(RESPONSES).sort()[0] as string;
/** A folder with one workbook and no store. */
function oneFile(): string {
  const root = temporaryFolder();
  copyFileSync(join(RESPONSES, WORKBOOK), join(root, "mine.xlsx"));
  return root;
}

test("the workspace and the same files named directly give the same findings", async () => {
  const root = madeCampaign();
  await runCli(["ingest", "responses"], root);
  const stored = JSON.parse((await runCli(["check", "--json"], root)).out);
  const direct = JSON.parse((await runCli(["check", "responses", "--json"], root)).out);
  expect(stored.findings.length).toBeGreaterThan(0);
  expect(direct.findings).toEqual(stored.findings);
  expect(direct.responses).toEqual(stored.responses);
});

test("without a workspace and without paths it is wrong usage", async () => {
  const { code, err } = await runCli(["check"], temporaryFolder());
  expect(code).toBe(2);
  expect(err).toContain("cmrt ingest");
});

test("an unreadable file is named, gives exit code 3 and changes nothing else", async () => {
  const root = oneFile();
  const before = JSON.parse((await runCli(["check", ".", "--json"], root)).out);
  writeFileSync(join(root, "broken.xlsx"), readFileSync(join(root, "mine.xlsx")).subarray(0, 2000));
  const { code, out } = await runCli(["check", ".", "--json"], root);
  const after = JSON.parse(out);
  expect(code).toBe(3);
  expect(after.summary.unreadable).toBe(1);
  expect(after.findings.filter((one: { file: string }) => one.file === "broken.xlsx")).toHaveLength(1);
  expect(after.findings.filter((one: { file: string }) => one.file !== "broken.xlsx")).toEqual(
    before.findings,
  );
});

test("--strict changes the exit code and not the list", async () => {
  const root = oneFile();
  const args = ["check", "mine.xlsx", "--format", "csv", "--rule", "smelters-not-all-identified"];
  const lax = await runCli(args, root);
  const strict = await runCli([...args, "--strict"], root);
  expect(strict.out).toBe(lax.out);
  expect(lax.code).toBe(0);
  expect(strict.code).toBe(lax.out.split("\n").length > 2 ? 1 : 0);
});

test.each(Object.keys(CHECK_FORMATS))("--format %s prints what --output writes", async (format) => {
  const root = oneFile();
  const args = ["check", "mine.xlsx", "--format", format];
  const { code, out } = await runCli(args, root);
  expect(out).not.toBe("");
  expect((await runCli([...args, "--output", "answer"], root)).code).toBe(code);
  expect(readFileSync(join(root, "answer"), "utf8")).toBe(out);
});

test("--output writes the file, prints nothing and says so on stderr", async () => {
  const root = oneFile();
  const { out, err } = await runCli(
    ["check", "mine.xlsx", "--format", "markdown", "--output", "out/check.md"],
    root,
  );
  expect(out).toBe("");
  expect(err).toContain("out/check.md written: 1 response");
  expect(readFileSync(join(root, "out/check.md"), "utf8")).toMatch(/^# Check/);
});

test.each([
  [["--rule", "smelter-duplicates"], "Did you mean"],
  [["--format", "xml"], "choices"],
  [["--period", "16"], "calendar year"],
  [["--today", "2016-02-30"], "Expected a day"],
])("wrong usage: %j", async (args, hint) => {
  const { code, err } = await runCli(["check", RESPONSES, ...args], ".");
  expect(code).toBe(2);
  expect(err).toContain(hint);
});

test("settings and accepted findings lie beside the responses", async () => {
  const root = oneFile();
  const json = async () => JSON.parse((await runCli(["check", "mine.xlsx", "--json"], root)).out);
  const [first] = (await json()).findings;
  writeFileSync(
    join(root, "accepted-findings.csv"),
    `rule,supplier,cell,reason\n${first.rule},"${first.supplier}",${first.at ?? ""},agreed\n`,
  );
  expect((await json()).summary.accepted).toBe(1);
  writeFileSync(join(root, "cmrt.json"), JSON.stringify({ off: { [first.rule]: "not for us" } }));
  const off = await json();
  expect(off.findings.some((one: { rule: string }) => one.rule === first.rule)).toBe(false);
  expect(off.notRun).toContainEqual(
    expect.objectContaining({ rule: first.rule, reason: expect.stringContaining("not for us") }),
  );
  expect(off.acceptedGone).toHaveLength(1);
  writeFileSync(join(root, "cmrt.json"), JSON.stringify({ severities: { "no-such-rule": "info" } }));
  expect(await runCli(["check", "mine.xlsx"], root)).toMatchObject({
    code: 2,
    err: expect.stringContaining("no-such-rule"),
  });
});
