// The same inputs give the same bytes: wherever the folder lies, whatever the locale, the time zone and the order of files.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { madeCampaign, RESPONSES } from "../helpers/made-campaign.ts";
import { runCli } from "../helpers/run-cli.ts";
import { cmrtArguments } from "../helpers/spawn-cmrt.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";

const CHECK = ["check", "--period", "2016", "--today", "2017-06-01", "--json"];
const REPORT = ["report", "--period", "2016", "--today", "2017-06-01"];

/** Runs cmrt in a process of its own, as if on another computer. */
function elsewhere(args: readonly string[], cwd: string): { code: number | null; out: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, cmrtArguments(args), {
    cwd,
    encoding: "utf8",
    env: { ...process.env, TZ: "Pacific/Kiritimati", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" },
  });
  expect(stderr).toBe("");
  return { code: status, out: stdout };
}

/** Every file below a folder with its content. */
function contents(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  return Object.fromEntries(
    names
      .filter((name) => statSync(join(folder, name)).isFile())
      .map((name) => [name, readFileSync(join(folder, name)).toString("base64")]),
  );
}

test("check and report are the same in another folder, locale, time zone and order of files", async () => {
  const here = madeCampaign();
  await runCli(["ingest", "responses"], here);
  const checked = await runCli(CHECK, here);
  await runCli(REPORT, here);

  const there = join(temporaryFolder(), "İstanbul çalışma", "deep er");
  mkdirSync(join(there, "responses"), { recursive: true });
  const files = readdirSync(RESPONSES).sort().reverse();
  for (const file of files) cpSync(join(RESPONSES, file), join(there, "responses", file));
  elsewhere(["ingest", ...files.map((file) => `responses/${file}`)], there);
  const checkedThere = elsewhere(CHECK, there);
  elsewhere(REPORT, there);

  expect(checkedThere.out).toBe(checked.out);
  expect(contents(join(there, "reports"))).toEqual(contents(join(here, "reports")));
});

test("a report made twice has the same bytes", async () => {
  const root = madeCampaign();
  await runCli(["ingest", "responses"], root);
  await runCli(REPORT, root);
  const first = contents(join(root, "reports"));
  expect(Object.keys(first)).toContain("2016/report.md");
  await runCli(["ingest", "--force"], root);
  await runCli(REPORT, root);
  expect(contents(join(root, "reports"))).toEqual(first);
});
