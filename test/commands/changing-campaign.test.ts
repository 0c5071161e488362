// A campaign whose smelters change between answer, end of the period and today: dossier, timeline, findings, report and
// its page agree.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { rowsWhere } from "../../src/client/data/row.ts";
import type { ClientTable } from "../../src/client/data/unpack-table.ts";
import { CHANGING_TODAY, changingCampaign } from "../helpers/changing-campaign.ts";
import { tablesOf } from "../helpers/page-tables.ts";
import { runCli } from "../helpers/run-cli.ts";

const on = (status: string, snapshot: string) => `${status} (RMI list of ${snapshot})`;
const [BEFORE, AT_END, TODAY] = ["2025-02-01", "2025-12-15", "2026-01-20"] as const;
const always = (status: string) => [BEFORE, AT_END, TODAY].map((day) => on(status, day));

test("a smelter's status on each day is the same wherever it is told", async () => {
  const root = await changingCampaign();
  const { code } = await runCli(["report", "--period", "2025"], root, CHANGING_TODAY);
  expect(code).toBe(0);
  const textOf = (file: string) => readFileSync(join(root, "reports", "2025", file), "utf8");
  const rowsOf = (file: string): Record<string, string>[] =>
    parse(textOf(file), { columns: true, bom: true });

  // The timeline of each.
  const minsur = [on("Conformant", BEFORE), on("Active", AT_END), on("Suspended", TODAY)];
  const gone = [on("Active", BEFORE), on("not on the list", AT_END), on("not on the list", TODAY)];
  expect(
    rowsOf("smelter-status.csv").map((row) => [
      ...[row.standard_name, row.answered_on, row.status_answered, row.status_period_end, row.status_today],
      ...[row.change, row.recognition, row.next_assessment_due],
    ]),
  ).toEqual([
    ["Minsur", "2025-03-01", ...minsur, "lost", "RMAP", "2027-04-20"],
    ["Minsur", "2025-07-01", ...minsur, "lost", "RMAP", "2027-04-20"],
    ["Pongpipat Company Limited", "2025-07-01", ...always("not on the list"), "same", "", ""],
    ["Dowa", "2025-03-01", ...always("Conformant"), "same", "RMAP", "2026-03-31"],
    [
      ...["Kazzinc", "2025-03-01", ...always("Conformant, cross-recognised: LBMA")],
      ...["same", "cross-recognised", "2027-06-30"],
    ],
    ["Hydrometallurg JSC", "2025-03-01", ...gone, "lost", "", ""],
  ]);

  // The smelters to look at, each with the reason.
  const table = /### Smelters to look at\n([\s\S]*?)\n###/.exec(textOf("report.md"))?.[1] ?? "";
  const line = (id: string) => table.split("\n").find((text) => text.includes(`| ${id} |`)) ?? "";
  expect(line("CID001182")).toContain(`when it was reported: ${minsur[0]}; now: ${minsur[2]}`);
  expect(line("CID002649")).toContain("has a name of sanctions (“JSC Hydrometallurg”");
  expect(line("CID002649")).toContain(`when it was reported: ${gone[0]}; now: ${gone[2]}`);
  expect(line("CID003208")).toContain("Myanmar on areas of 2025-01-01");
  expect(line("CID000401")).toContain("next assessment due on 2026-03-31");
  expect(line("CID000957")).toBe("");

  // The findings, and no others about smelters that changed.
  const found = rowsOf("findings.csv").map(({ rule, supplier, cell }) => `${rule} ${supplier} ${cell}`);
  expect(found.filter((one) => /^smelter-(?:status|assessment|on|in)-/.test(one)).sort()).toEqual([
    "smelter-assessment-due Supplier a C5",
    "smelter-in-listed-area Supplier b C6",
    "smelter-on-sanctions-list Supplier a C8",
    "smelter-status-lost Supplier a C7",
    "smelter-status-lost Supplier a C8",
    "smelter-status-lost Supplier b C5",
  ]);

  // The dossiers.
  const dossier = async (id: string) =>
    (await runCli(["smelter", id, "--period", "2025"], root, CHANGING_TODAY)).out;
  const minsurDossier = await dossier("CID001182");
  for (const status of minsur) expect(minsurDossier).toContain(status);
  expect(await dossier("CID000957")).toContain("cross-recognised: LBMA");
  expect(await dossier("CID002649")).toContain("sanctions of 2025-06-01, line 2, RUSSIA");
  expect(await dossier("CID003208")).toContain("Myanmar on areas of 2025-01-01");

  // The page: the view of a smelter finds its days by the smelter's key.
  const tables = tablesOf(textOf("report.html"));
  const keysIn = (file: string) =>
    rowsWhere(tables.get(file) as ClientTable, {}).map((row) => [
      row.text("smelter_id"),
      row.text("smelter"),
    ]);
  const keys = new Map(keysIn("smelters.csv") as [string, string][]);
  const dated = keysIn("smelter-status.csv");
  expect(dated).toHaveLength(6);
  expect(dated).toEqual(dated.map(([id = ""]) => [id, keys.get(id)]));
});
