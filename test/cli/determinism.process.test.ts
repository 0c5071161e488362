// The same inputs give the same bytes: in any folder, locale and time zone, with any order of files and number of
// workers, and when repeated.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { sha256Of } from "../../src/lib/sha256.ts";
import { ENTRY, isBuilt, PROGRAM } from "../helpers/built.ts";
import { cmrtBytes } from "../helpers/cmrt-bytes.ts";
import { madeCampaign } from "../helpers/made-campaign.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";

const CHECK = ["check", "--period", "2016", "--today", "2017-06-01", "--json"];
const REPORT = ["report", "--period", "2016", "--today", "2017-06-01"];
const LETTERS = ["letters", "--period", "2016", "--today", "2017-06-01"];
const EXPORT = ["export", "--format", "csv", "--today", "2017-06-01"];

/** A computer somewhere: the zones are a day apart; Turkish has a different i, Greek another order of letters. */
interface Place {
  root: string;
  zone: string;
  locale: string;
}

/** What each command of the built program prints in a separate process. */
function runAt({ root, zone, locale }: Place, jobs: readonly (readonly string[])[]): string[] {
  const env = { ...process.env, TZ: zone, LANG: locale, LC_ALL: locale };
  return jobs.map((words) => {
    const { stdout, stderr } = spawnSync(PROGRAM, [...ENTRY, ...words], {
      cwd: root,
      encoding: "utf8",
      env,
    });
    return stderr + stdout;
  });
}

/** Every file in a folder with the hash of its content. */
function contents(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  return Object.fromEntries(
    names
      .filter((name) => statSync(join(folder, name)).isFile())
      .map((name) => [name, sha256Of(readFileSync(join(folder, name)))]),
  );
}

/** Enough additional responses for every worker to get some; a date in 2016 in the 1900 date system. */
const MORE = 18;
const MAY_2016 = 42500;

// Only the built program reads in workers.
test.skipIf(!isBuilt())(
  "the whole job is the same with one worker here, with three in another place, and once more (npm run build; skipped without a current build)",
  () => {
    const here: Place = { root: madeCampaign(), zone: "Pacific/Niue", locale: "C" };
    for (let number = 0; number < MORE; number++) {
      const bytes = cmrtBytes({ number: number % 10, smelters: 3 + number, date: MAY_2016 + number });
      writeFileSync(join(here.root, "responses", `${number}.xlsx`), bytes);
    }
    writeFileSync(join(here.root, "responses", "zz no workbook.xlsx"), "%PDF-1.4");
    const there: Place = {
      root: join(temporaryFolder(), "İstanbul çalışma", "deep er"),
      zone: "Pacific/Kiritimati",
      locale: "tr_TR.UTF-8",
    };
    mkdirSync(join(there.root, "responses"), { recursive: true });
    const files = readdirSync(join(here.root, "responses")).sort().reverse();
    for (const file of files) {
      cpSync(join(here.root, "responses", file), join(there.root, "responses", file));
    }

    const reversed = files.map((file) => `responses/${file}`);
    const alone = runAt(here, [["ingest", "responses", "--workers", "1"], CHECK, REPORT, LETTERS, EXPORT]);
    const together = runAt(there, [
      ["ingest", ...reversed, "--workers", "3"],
      CHECK,
      REPORT,
      LETTERS,
      EXPORT,
    ]);
    expect(together).toEqual(alone);
    expect(alone[0]).toContain(`${MORE + 8} read, 0 unchanged, 0 withdrawn, 1 unreadable.`);
    for (const folder of ["reports", "letters", "exports", ".cmrt/responses", ".cmrt/lists"]) {
      const written = contents(join(here.root, folder));
      expect(Object.keys(written).length).toBeGreaterThan(1);
      expect(contents(join(there.root, folder))).toEqual(written);
    }

    const first = contents(join(here.root, "reports"));
    expect(Object.keys(first)).toContain("2016/report.md");
    // The report says which letters have been written since.
    rmSync(join(here.root, "requests.csv"));
    runAt({ ...here, locale: "el_GR.UTF-8" }, [["ingest", "--force", "--workers", "2"], REPORT]);
    expect(contents(join(here.root, "reports"))).toEqual(first);
  },
);
