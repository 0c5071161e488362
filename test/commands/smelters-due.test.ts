// `cmrt smelters --due` on a campaign whose smelters change.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { CHANGING_TODAY, changingCampaign } from "../helpers/changing-campaign.ts";
import { runCli } from "../helpers/run-cli.ts";

test("lists what is due by the newest list, and says of how many no list tells", async () => {
  const root = await changingCampaign();
  const { out, code } = await runCli(["smelters", "--due", "90"], root, CHANGING_TODAY);
  expect(code).toBe(0);
  expect(out).toBe(
    [
      "1 reported smelter due for assessment by 2026-05-02:",
      "2026-03-31  CID000401  gold: Dowa, Japan (in 58 days)",
      '            Conformant; last assessed 2025-03-31, cycle "1 Year"; RMI list of 2026-01-20, line 2',
      "            1 row of 1 supplier: Supplier a",
      "",
      "The newest list of statuses is of 2026-01-20.",
      "",
    ].join("\n"),
  );
  const later = await runCli(
    ["smelters", "--due", "0", "--today", "2026-04-03", "--json"],
    root,
    CHANGING_TODAY,
  );
  expect(JSON.parse(later.out)).toMatchObject({
    until: "2026-04-03",
    due: [{ id: "CID000401", days: -3, status: { recognition: "RMAP" } }],
    notKnown: [],
  });
  const before = await runCli(["smelters", "--due", "90", "--today", "2025-01-15"], root, CHANGING_TODAY);
  expect(before.out).toContain("No reported smelter is due for assessment by 2025-04-15.");
  const wrong = await runCli(["smelters", "--due", "soon"], root, CHANGING_TODAY);
  expect(wrong.code).toBe(2);
});

test("findings: what was lost since the answer, what is due, the area and the sanctions entry", async () => {
  const root = await changingCampaign();
  const { out } = await runCli(["check", "--json", "--period", "2025"], root, CHANGING_TODAY);
  const { findings } = JSON.parse(out) as { findings: { rule: string; supplier: string; message: string }[] };
  const of = (rule: string) =>
    findings.filter((one) => one.rule === rule).map(({ supplier, message }) => `${supplier}: ${message}`);
  expect(of("smelter-status-lost")).toEqual([
    'Supplier a: The status of "Minsur" in row 7 has changed since the response of 2025-03-01: then Conformant (RMI list of 2025-02-01), now Suspended (RMI list of 2026-01-20).',
    'Supplier a: The status of "Hydrometallurg" in row 8 has changed since the response of 2025-03-01: then Active (RMI list of 2025-02-01), now not on the list (RMI list of 2026-01-20).',
    'Supplier b: The status of "MINSUR" in row 5 has changed since the response of 2025-07-01: then Conformant (RMI list of 2025-02-01), now Suspended (RMI list of 2026-01-20).',
  ]);
  expect(of("smelter-assessment-due")).toHaveLength(1);
  expect(of("smelter-on-sanctions-list")).toHaveLength(1);
  expect(of("smelter-in-listed-area")).toHaveLength(1);
});

test("the report: a table of statuses by date, and the smelters to look at with the reasons", async () => {
  const root = await changingCampaign();
  const { code } = await runCli(["report", "--period", "2025"], root, CHANGING_TODAY);
  expect(code).toBe(0);
  const file = (name: string) => readFileSync(join(root, "reports/2025", name), "utf8");
  const rows = (name: string) => parse(file(name), { bom: true, columns: true }) as Record<string, string>[];
  expect(
    rows("smelter-status.csv").map((row) => [
      row.standard_name,
      row.answered_on,
      row.status_answered,
      row.status_period_end,
      row.status_cutoff,
      row.status_today,
      row.change,
      row.recognition,
    ]),
  ).toEqual([
    [
      ...[
        "Minsur",
        "2025-03-01",
        "Conformant (RMI list of 2025-02-01)",
        "Active (RMI list of 2025-12-15)",
        "",
      ],
      ...["Suspended (RMI list of 2026-01-20)", "lost", "RMAP"],
    ],
    [
      ...[
        "Minsur",
        "2025-07-01",
        "Conformant (RMI list of 2025-02-01)",
        "Active (RMI list of 2025-12-15)",
        "",
      ],
      ...["Suspended (RMI list of 2026-01-20)", "lost", "RMAP"],
    ],
    [
      ...["Pongpipat Company Limited", "2025-07-01", "not on the list (RMI list of 2025-02-01)"],
      ...[
        "not on the list (RMI list of 2025-12-15)",
        "",
        "not on the list (RMI list of 2026-01-20)",
        "same",
        "",
      ],
    ],
    [
      ...[
        "Dowa",
        "2025-03-01",
        "Conformant (RMI list of 2025-02-01)",
        "Conformant (RMI list of 2025-12-15)",
        "",
      ],
      ...["Conformant (RMI list of 2026-01-20)", "same", "RMAP"],
    ],
    [
      ...["Kazzinc", "2025-03-01", "Conformant, cross-recognised: LBMA (RMI list of 2025-02-01)"],
      ...["Conformant, cross-recognised: LBMA (RMI list of 2025-12-15)", ""],
      ...["Conformant, cross-recognised: LBMA (RMI list of 2026-01-20)", "same", "cross-recognised"],
    ],
    [
      ...["Hydrometallurg JSC", "2025-03-01", "Active (RMI list of 2025-02-01)"],
      ...[
        "not on the list (RMI list of 2025-12-15)",
        "",
        "not on the list (RMI list of 2026-01-20)",
        "lost",
        "",
      ],
    ],
  ]);
  const risks = /### Smelters to look at\n([\s\S]*?)\n### /.exec(file("report.md"))?.[1] ?? "";
  const lines = risks.split("\n").filter((line) => /^\| (tin|gold|tungsten)/i.test(line));
  expect(
    lines.map((line) =>
      line
        .split("|")
        .map((cell) => cell.trim())
        .slice(2, 5),
    ),
  ).toEqual([
    [
      "Hydrometallurg JSC",
      "CID002649",
      expect.stringMatching(
        /has a name of sanctions .*; when it was reported: Active .*; now: not on the list/,
      ),
    ],
    ["Minsur", "CID001182", expect.stringMatching(/^when it was reported: Conformant .*; now: /)],
    [
      "Pongpipat Company Limited",
      "CID003208",
      expect.stringMatching(/area that is listed: Myanmar on areas/),
    ],
    ["Dowa", "CID000401", "next assessment due on 2026-03-31"],
  ]);
});
