// `cmrt status`: the campaign on one screen, and what has changed since it was last shown.
import { chmodSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { sha256Of } from "../../src/lib/sha256.ts";
import { buildResponse } from "../helpers/build-response.ts";
import { workspaceWith } from "../helpers/build-workspace.ts";
import { runCli } from "../helpers/run-cli.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";

const status = (root: string, ...words: string[]) => runCli(["status", ...words], root);

async function demo(): Promise<string> {
  const root = temporaryFolder();
  await runCli(["demo", "."], root);
  await runCli(["ingest", "responses"], root);
  return root;
}

test("one screen: suppliers, outcomes, smelters, what to do with which command, lists", async () => {
  const root = await demo();
  const { code, out, err } = await status(root);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out.split("\n").length).toBeLessThan(45);
  expect(out).toMatch(
    /^Larkmoor Instruments \(fictional\): 2016, responses to 2017-05-31 \(run of 2017-06-01\)$/m,
  );
  expect(out).toMatch(
    /^Suppliers +surveyed 8 · file received 7 · usable 7 · responded 7 \(88 %\) · valid 5/m,
  );
  expect(out).toMatch(
    /^ {2}tin +originated, or may have originated, in covered countries +4 open warning signs +not decided$/m,
  );
  expect(out).toMatch(/^ {2}Not matched to the reference list +0 +1 +1 +1 +3$/m);
  expect(out).toMatch(
    /1 {2}supplier has sent nothing under its name: remind them\n +cmrt letters --reminders --period 2016$/m,
  );
  expect(out).toMatch(/1 {2}supplier has sent a response whose company name is not/);
  expect(out).toMatch(/^ {2}smelter statuses +none; every status is “not known”\. .*cmrt reference import/m);
  expect(out).toContain("The next run will say what changed");
  expect((await status(root)).out).toContain("Since the last run (2017-06-01): no change.\n");
});

test.each([
  ["with the day that it was given", ["--today", "2017-06-02"], " --today 2017-06-02"],
  ["without one where it was given none", [], ""],
])("the commands that it names are %s", async (_, words, repeated) => {
  const { out } = await status(await demo(), ...words);
  const [, after = ""] = out.split("What needs a person\n");
  const [tasks = ""] = after.split("\n\n");
  const commands = tasks.split("\n").filter((line) => line.trim().startsWith("cmrt "));
  expect(commands.length).toBeGreaterThan(3);
  for (const line of commands) expect(line).toMatch(new RegExp(`--period 2016${repeated}$`));
});

test("what changed: a response gone, a decision, a list", async () => {
  const root = await demo();
  await status(root, "--today", "2017-06-01");
  rmSync(join(root, "responses", "quillon_circuits.xlsx"));
  await runCli(["ingest"], root);
  const settings = JSON.parse(readFileSync(join(root, "cmrt.json"), "utf8"));
  const decision = {
    determination: "undetermined",
    reason: "Two answers are missing.",
    by: "L. M.",
    date: "2017-06-02",
  };
  writeFileSync(
    join(root, "cmrt.json"),
    JSON.stringify({ ...settings, decisions: { 2016: { gold: decision } } }),
  );
  writeFileSync(
    join(root, "conformant.csv"),
    "Metal,Smelter ID,Standard name,Status\nTin,CID000438,EM Vinto,Conformant\n",
  );
  await runCli(["reference", "import", "conformant.csv", "--as-of", "2016-12-01"], root);
  const { out } = await status(root, "--today", "2017-06-03");
  const [, since = ""] = out.split("Since the last run (2017-06-01):\n");
  expect(since).toMatch(/responded 7 → 6/);
  expect(since).toContain("Quillon Circuits Inc.: invalid → withdrawn");
  expect(since).toContain("Gold, decision: none → undetermined");
  expect(since).toMatch(/list in use now: conformant \(as of 2016-12-01\)/);
  const { changes } = JSON.parse((await status(root, "--json", "--today", "2017-06-04")).out);
  expect(changes).toEqual({
    since: "2017-06-03",
    figures: [],
    suppliers: [],
    outcomes: [],
    listsAdded: [],
    listsGone: [],
  });
});

test("the file with what was shown is the owner's alone, and losing or spoiling it costs the comparison alone", async () => {
  const root = await demo();
  await status(root);
  const file = join(root, ".cmrt", "status.json");
  expect(statSync(file).mode & 0o777).toBe(0o600);
  writeFileSync(file, "{");
  expect(await status(root)).toMatchObject({
    code: 0,
    out: expect.stringContaining("The next run will say"),
  });
  expect((await runCli(["doctor"], root)).out).toContain("No problems found.");
  expect(readdirSync(join(root, ".cmrt")).filter((name) => /tmp|~/.test(name))).toEqual([]);
});

test.skipIf(process.getuid?.() === 0)(
  "a store that cannot be written is said, and the status is shown",
  async () => {
    const root = await demo();
    chmodSync(join(root, ".cmrt"), 0o500);
    const { code, out, err } = await status(root);
    chmodSync(join(root, ".cmrt"), 0o700);
    expect({ code, err }).toEqual({ code: 0, err: expect.stringContaining("is not kept for the next run") });
    expect(out).toContain("What needs a person");
  },
);

test("without a roster how many were asked is not known; periods are apart; without responses nothing is told", async () => {
  const response = (companyName: string, date: string) =>
    buildResponse({
      id: sha256Of(companyName + date),
      file: `responses/${companyName} ${date}.xlsx`,
      version: "4.20",
      company: { companyName, effectiveDate: { value: date } },
    });
  const root = await workspaceWith(
    [response("Acme", "2016-10-10"), response("Acme", "2015-10-10")],
    false,
    {},
  );
  const { out } = await status(root);
  expect(out).toMatch(/^2016, responses to/);
  expect(out).toContain("surveyed not known (no roster) · file received 1");
  expect(out).toMatch(
    /^ {2}suppliers +none; how many were asked is not known\. Keep your list as suppliers\.csv/m,
  );
  expect((await status(root, "--period", "2015")).out).toContain("The next run will say what changed");
  expect((await status(root)).out).toContain("no change");
  expect(await status(temporaryFolder())).toMatchObject({ code: 2, out: "" });
});
