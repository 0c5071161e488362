// `cmrt smelter` as used by a person, on a campaign whose smelters change.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import type { SmelterDossier } from "../../src/model/smelter-dossier.ts";
import { CHANGING_TODAY, changingCampaign } from "../helpers/changing-campaign.ts";
import { runCli } from "../helpers/run-cli.ts";

let root: string;
beforeEach(async () => {
  root = await changingCampaign();
  writeFileSync(
    join(root, "smelter-decisions.csv"),
    "metal,reported_name,country,smelter_id,reason,by,date\ngold,Kazinc Refinery,KZ,CID000957,asked them,ada,2025-08-01\n",
  );
});

const text = async (...args: string[]) => (await runCli(["smelter", ...args], root, CHANGING_TODAY)).out;

async function dossiers(...args: string[]): Promise<SmelterDossier[]> {
  return JSON.parse(await text(...args, "--json")).smelters;
}

test("the whole dossier of a smelter that two suppliers report and whose status was lost", async () => {
  expect(await text("CID001182", "--period", "2025")).toBe(
    [
      "Minsur (tin, CID001182)",
      "Located in Paracas, Ika, Peru",
      "",
      "Status by date",
      "  2025-03-01  answer of 1 supplier: Conformant (RMI list of 2025-02-01) – LOST since then",
      "  2025-07-01  answer of 1 supplier: Conformant (RMI list of 2025-02-01) – LOST since then",
      "  2025-12-31  end of the period: Active (RMI list of 2025-12-15)",
      "  2026-02-01  today: Suspended (RMI list of 2026-01-20)",
      '  2027-04-20  next assessment due, by the last one of 2024-04-20 and the cycle "3 Years"',
      "",
      "Lists",
      "  2025-01-01  look-up (look-up, line 5): Minsur",
      '  2025-02-01  RMI list (status, line 4): Minsur; Conformant; assessed by RMAP; last assessed 2024-04-20; cycle "3 Years"',
      '  2025-12-15  RMI list (status, line 4): Minsur; Active; assessed by RMAP; last assessed 2024-04-20; cycle "3 Years"',
      '  2026-01-20  RMI list (status, line 4): Minsur; Suspended; assessed by RMAP; last assessed 2024-04-20; cycle "3 Years"',
      "",
      "Origins",
      "  Peru: as 1 supplier reported (1 row)",
      "  Myanmar: as 1 supplier reported (1 row)",
      "",
      "Names",
      "  Minsur: 2 rows of Supplier a, Supplier b; standard name on look-up, RMI list",
      "",
      "Reported by 2 suppliers in 2 rows",
      "  Supplier a (2025-03-01, invalid): Minsur, CID001182; responses/a.xlsx, Smelter List!B7; matched by id",
      "  Supplier b (2025-07-01, invalid): MINSUR; responses/b.xlsx, Smelter List!B5; matched by name",
      "",
    ].join("\n"),
  );
});

test("the cross-recognised one, with a decision and every name", async () => {
  const [kazzinc] = await dossiers("kazzinc ltd");
  expect(kazzinc).toMatchObject({
    id: "CID000957",
    suppliers: ["Supplier a", "Supplier b"],
    timeline: {
      answers: [
        { day: "2025-03-01", change: "same" },
        { day: "2025-07-01", change: "same" },
      ],
      cutoff: null,
      today: { status: { recognition: "cross-recognised", scheme: "LBMA" } },
    },
    decisions: [{ line: 2, reportedName: "Kazinc Refinery", by: "ada", reason: "asked them" }],
  });
  expect(kazzinc?.names.map(({ name, rows }) => [name, rows])).toEqual([
    ["Kazinc Refinery", 1],
    ["Kazzinc", 1],
    ["KazZinc Ltd", 0],
  ]);
});

test("the sanctioned one that left the list, and the one in an area", async () => {
  expect(await text("Hydrometallurg")).toContain(
    "JSC Hydrometallurg: sanctions of 2025-06-01, line 2, RUSSIA; same country",
  );
  expect(await text("Hydrometallurg")).toContain("today: not on the list (RMI list of 2026-01-20)");
  expect(await text("cid 003208")).toContain(
    "Areas of your lists\n  Myanmar on areas of 2025-01-01 (line 2; level: high; source: Own)",
  );
});

test("a facility that nobody reports has what the lists say", async () => {
  writeFileSync(
    join(root, "more.csv"),
    "Metal,Smelter Look-up,Standard Smelter Name,Smelter ID,Country\nTin,Thaisarco,Thaisarco,CID001898,THAILAND",
  );
  const [thaisarco] = await dossiers("Thaisarco", "--reference", "more.csv");
  expect(thaisarco).toMatchObject({ id: "CID001898", rows: [], suppliers: [], country: "TH" });
});

test("a name that means nothing certain: a usage error with who may be meant", async () => {
  const { code, err } = await runCli(["smelter", "Kazinc"], root, CHANGING_TODAY);
  expect(code).toBe(2);
  expect(err).toContain('No smelter "Kazinc" is reported or on a list. It may mean:\n  CID000957  Kazzinc');
  for (const nothing of ["Smelter not listed", "", "…"])
    expect((await runCli(["smelter", nothing], root, CHANGING_TODAY)).code).toBe(2);
});
