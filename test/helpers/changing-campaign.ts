// An invented campaign whose smelters change their status between answer, period end and today: one is
// cross-recognised, one due for re-audit, one has a name on a sanctions list, one is in a listed area.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { SmelterRow } from "../../src/model/response.ts";
import { buildResponse } from "./build-response.ts";
import { workspaceWith } from "./build-workspace.ts";
import { runCli } from "./run-cli.ts";

/** The day of the run; the answers came in March and July 2025. */
export const CHANGING_TODAY = { today: "2026-02-01", env: { USER: "ada" } };

const LOOK_UP = [
  "Metal,Smelter Look-up,Standard Smelter Name,Smelter ID,Country,City,State",
  "Gold,Dowa,Dowa,CID000401,JAPAN,Kosaka,Akita",
  "Gold,Kazzinc,Kazzinc,CID000957,KAZAKHSTAN,Ust-Kamenogorsk,",
  "Gold,KazZinc Ltd,Kazzinc,CID000957,KAZAKHSTAN,Ust-Kamenogorsk,",
  "Tin,Minsur,Minsur,CID001182,PERU,Paracas,Ika",
  "Tin,Pongpipat,Pongpipat Company Limited,CID003208,MYANMAR,Yangon,Yangon",
  "Tungsten,Hydrometallurg,Hydrometallurg JSC,CID002649,RUSSIA,Nalchik,",
];
const STATUS =
  "Facility ID,Metal,Standard Facility Name,Status,DD Assessment Scheme,DD Assessment Date,DD Assessment Cycle";
const SNAPSHOTS: Record<string, string[]> = {
  "2025-02-01": [
    "CID000401,Gold,Dowa,Conformant,RMAP,2024-11-10,1 Year",
    "CID000957,Gold,Kazzinc,Conformant,LBMA,2024-06-30,3 Years",
    "CID001182,Tin,Minsur,Conformant,RMAP,2024-04-20,3 Years",
    "CID002649,Tungsten,Hydrometallurg JSC,Active,RMAP,,",
  ],
  "2025-12-15": [
    "CID000401,Gold,Dowa,Conformant,RMAP,2025-03-31,1 Year",
    "CID000957,Gold,Kazzinc,Conformant,LBMA,2024-06-30,3 Years",
    "CID001182,Tin,Minsur,Active,RMAP,2024-04-20,3 Years",
  ],
  "2026-01-20": [
    "CID000401,Gold,Dowa,Conformant,RMAP,2025-03-31,1 Year",
    "CID000957,Gold,Kazzinc,Conformant,LBMA,2024-06-30,3 Years",
    "CID001182,Tin,Minsur,Suspended,RMAP,2024-04-20,3 Years",
  ],
};

/** Creates the workspace of the campaign and returns its folder. */
export async function changingCampaign(): Promise<string> {
  const supplier = (letter: string, date: string, smelters: Partial<SmelterRow>[]) =>
    buildResponse({
      id: letter.repeat(64),
      file: `responses/${letter}.xlsx`,
      company: { companyName: `Supplier ${letter}`, effectiveDate: { value: date } },
      smelters,
    });
  const root = await workspaceWith([
    supplier("a", "2025-03-01", [
      { metal: "gold", lookupName: "Dowa", name: "Dowa", country: "JP", id: "CID000401" },
      { metal: "gold", lookupName: "KazZinc Ltd", name: "Kazzinc", country: "KZ", id: "CID000957" },
      {
        metal: "tin",
        lookupName: "Minsur",
        name: "Minsur",
        country: "PE",
        id: "CID001182",
        mineCountries: "Peru",
      },
      { metal: "tungsten", lookupName: "Hydrometallurg", country: "RU" },
    ]),
    supplier("b", "2025-07-01", [
      { metal: "tin", lookupName: "Minsur", name: "MINSUR", country: "PE", mineCountries: "Myanmar" },
      { metal: "tin", lookupName: "Pongpipat", name: "Pongpipat", country: "MM", id: "CID003208" },
      { metal: "gold", lookupName: "Smelter not listed", name: "Kazinc Refinery", country: "KZ" },
    ]),
  ]);
  const list = async (file: string, lines: readonly string[], ...options: string[]) => {
    writeFileSync(join(root, file), lines.join("\n"));
    const { code, err } = await runCli(["reference", "import", file, ...options], root);
    if (code !== 0) throw new Error(err);
  };
  await list("look-up.csv", LOOK_UP, "--as-of", "2025-01-01");
  // Only the first is named by the user: the others are recognised as later snapshots of it.
  for (const [day, lines] of Object.entries(SNAPSHOTS)) {
    const name = day === "2025-02-01" ? ["--name", "RMI list"] : [];
    await list(`download-${day}.csv`, [STATUS, ...lines], ...name, "--as-of", day);
  }
  await list(
    "areas.csv",
    ["Country,Level,Source", "Myanmar,high,Own"],
    "--as-of",
    "2025-01-01",
    "--kind",
    "area",
  );
  await list(
    "sanctions.csv",
    ["Name,Sanctions programme,Country", "JSC Hydrometallurg,RUSSIA,Russia"],
    ...["--as-of", "2025-06-01", "--kind", "sanctions"],
  );
  return root;
}
