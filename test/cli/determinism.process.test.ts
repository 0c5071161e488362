// The same inputs give the same bytes: wherever the folder lies, whatever the locale, the time zone, the order of files
// and the number of workers.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { CMRT, isBuilt } from "../helpers/built.ts";
import { cmrtBytes } from "../helpers/cmrt-bytes.ts";
import { madeCampaign, RESPONSES } from "../helpers/made-campaign.ts";
import { runCli } from "../helpers/run-cli.ts";
import { cmrtArguments } from "../helpers/spawn-cmrt.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";

const CHECK = ["check", "--period", "2016", "--today", "2017-06-01", "--json"];
const EXPORT = ["export", "--format", "csv", "--today", "2017-06-01"];
const REPORT = ["report", "--period", "2016", "--today", "2017-06-01"];

/** What node prints with these arguments in a process of its own, as if on a computer of that place. */
function runIn(zone: string, locale: string, args: readonly string[], cwd: string): string {
  const { stdout, stderr } = spawnSync(process.execPath, args, {
    cwd,
    encoding: "utf8",
    env: { ...process.env, TZ: zone, LANG: locale, LC_ALL: locale },
  });
  return stderr + stdout;
}

/** Runs cmrt from its sources, as if on another computer. */
function elsewhere(args: readonly string[], cwd: string): string {
  return runIn("Pacific/Kiritimati", "tr_TR.UTF-8", cmrtArguments(args), cwd);
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

  expect(checkedThere).toBe(checked.out);
  expect(contents(join(there, "reports"))).toEqual(contents(join(here, "reports")));
});

/** So many more responses that every worker has some; a date of 2016 in the 1900 system. */
const MORE = 30;
const MAY_2016 = 42500;

// Only the built program reads in workers; the first few files of a run are read without.
test.skipIf(!isBuilt())(
  "the whole job is the same with one worker here and three in another place (npm run build; skipped without a current build)",
  () => {
    const jobs = (root: string, words: readonly string[], zone: string, locale: string): string[] =>
      [words, CHECK, REPORT, ["letters", "--period", "2016", "--today", "2017-06-01"], EXPORT].map((job) =>
        runIn(zone, locale, [CMRT, ...job], root),
      );
    const [here, there] = [madeCampaign(), join(temporaryFolder(), "Ελλάδα οδός", "b")];
    for (let number = 0; number < MORE; number++) {
      const bytes = cmrtBytes({ number: number % 10, smelters: 3 + number, date: MAY_2016 + number });
      writeFileSync(join(here, "responses", `${number}.xlsx`), bytes);
    }
    writeFileSync(join(here, "responses", "zz no workbook.xlsx"), "%PDF-1.4");
    mkdirSync(join(there, "responses"), { recursive: true });
    const files = readdirSync(join(here, "responses")).sort().reverse();
    for (const file of files) cpSync(join(here, "responses", file), join(there, "responses", file));

    const alone = jobs(here, ["ingest", "responses", "--workers", "1"], "UTC", "C");
    const reversed = files.map((file) => `responses/${file}`);
    const together = jobs(there, ["ingest", ...reversed, "--workers", "3"], "Pacific/Niue", "el_GR.UTF-8");

    expect(together).toEqual(alone);
    expect(alone[0]).toContain(`${MORE + 6} read, 0 unchanged, 0 withdrawn, 1 unreadable.`);
    for (const folder of ["reports", "letters", "exports", ".cmrt/responses", ".cmrt/lists"]) {
      const written = contents(join(here, folder));
      expect(Object.keys(written).length).toBeGreaterThan(1);
      expect(contents(join(there, folder))).toEqual(written);
    }
  },
);

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
