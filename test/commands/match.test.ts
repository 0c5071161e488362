// `cmrt match` as used by a person.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import ExcelJS from "exceljs";
import { expect, test } from "vitest";
import { runCli } from "../helpers/run-cli.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";

const LIST = [
  "Metal,Smelter ID,Standard Smelter Name,Look-up Name,Country",
  "Gold,CID000401,Dowa,AKITA Seiren,JAPAN",
  "Gold,CID000957,Kazzinc,,KAZAKHSTAN",
  "Tin,CID001182,Minsur,Funsur Smelter,PERU",
].join("\n");

function folder(names: string): string {
  const root = temporaryFolder();
  writeFileSync(join(root, "list.csv"), LIST);
  writeFileSync(join(root, "names.csv"), names);
  return root;
}

async function matchRows(names: string, args: readonly string[] = ["--reference", "list.csv"]) {
  const { code, out, err } = await runCli(["match", "names.csv", ...args], folder(names));
  return { code, err, rows: parse(out, { bom: true, columns: true }) as Record<string, string>[] };
}

test("answers every row in its order, with the columns that others rely on", async () => {
  const { code, rows, err } = await matchRows(
    [
      "metal,name,country,id",
      "gold,akita seiren,,",
      "Gold,,,CID000957",
      "Zinn,Minsur S.A.,Peru,",
      "gold,Kazinc,KAZAKHSTAN,",
      "gold,Nothing at all,,",
      "gold,Smelter not yet identified,,",
      ",Minsur,,",
      "gold,Dowa,,CID000957",
    ].join("\n"),
  );
  expect(code).toBe(0);
  expect(Object.keys(rows[0] ?? {}).slice(0, 12)).toEqual(
    "metal,name,country,id,decision,smelter_id,standard_name,score,evidence,candidate_1,candidate_2,candidate_3".split(
      ",",
    ),
  );
  expect(rows.map(({ decision, smelter_id }) => `${decision} ${smelter_id}`.trim())).toEqual([
    "alias CID000401",
    "id CID000957",
    "name CID001182",
    "candidates",
    "none",
    "not identified",
    "candidates",
    "id CID000957",
  ]);
  expect(rows[3]).toMatchObject({
    standard_name: "",
    candidate_1: expect.stringMatching(/^CID000957 Kazzinc \(0\.\d+; /),
  });
  expect(rows[3]?.evidence).toContain(
    "nearest is CID000957: similar words: kazinc ~ kazzinc; same country: Kazakhstan",
  );
  expect(rows[7]?.disagreements).toBe("the ID belongs to Kazzinc (CID000957), the name to Dowa (CID000401)");
  expect(err).toContain(
    "8 rows against list (date not known; from list.csv), named with --reference: 4 certain, 2 with candidates.",
  );
});

test("several facilities that have the very name are named, and the address puts the one meant first", async () => {
  const root = folder(
    "metal,name,city\ncopper,Acme II,\ncopper,Acme II,Otherville\ncopper,Acme Two,Otherville\n",
  );
  const facilities = ["CID904212,Acme II,CHILE,Onetown", "CID905015,Acme II,CHILE,Otherville"];
  writeFileSync(
    join(root, "list.csv"),
    `Metal,Smelter ID,Standard Smelter Name,Country,City\n${facilities.map((line) => `Copper,${line}`).join("\n")}\n`,
  );
  const { out } = await runCli(["match", "names.csv", "--reference", "list.csv"], root);
  const rows = parse(out, { bom: true, columns: true }) as Record<string, string>[];
  expect(
    rows.map(({ decision, smelter_id, standard_name }) => [decision, smelter_id, standard_name]),
  ).toEqual(Array(3).fill(["candidates", "", ""]));
  expect(rows[0]?.evidence).toContain(
    '2 facilities for copper have the name "Acme II": CID904212; CID905015; nearest is CID904212',
  );
  expect(rows.map(({ candidate_1 }) => candidate_1?.slice(0, 9))).toEqual([
    "CID904212",
    "CID905015",
    "CID905015",
  ]);
  expect(rows[1]?.candidate_1).toContain("the row's address: otherville");
});

test("people's own names for facilities are candidates, told with their list, and no match", async () => {
  const root = folder("metal,name,country\ngold,本社金庫,JAPAN\ngold,Vault North,JAPAN\n");
  writeFileSync(join(root, "ours.csv"), "Our name,CID\n本社金庫,CID000401\nVault North,CID000401\n");
  await runCli(["reference", "import", "list.csv", "--as-of", "2025-01-01", "--kind", "look-up"], root);
  const { code, out: imported } = await runCli(
    ["reference", "import", "ours.csv", "--as-of", "2025-01-01"],
    root,
  );
  expect([code, imported.includes("ours as of 2025-01-01: alias list, 1 entries from 2 rows")]).toEqual([
    0,
    true,
  ]);
  const { out } = await runCli(["match", "names.csv"], root);
  const rows = parse(out, { bom: true, columns: true }) as Record<string, string>[];
  for (const row of rows) {
    expect([row.decision, row.smelter_id]).toEqual(["candidates", ""]);
    expect(row.candidate_1).toContain(`CID000401 Dowa`);
    expect(row.candidate_1).toContain(`closest name: "${row.name}" on ours`);
  }
});

test("semicolons, other headers and columns in any order; JSON names the rule", async () => {
  const root = folder("Smelter Name;Mineral\nAKITA Seiren;Au\n");
  const { out } = await runCli(["match", "names.csv", "--reference", "list.csv", "--format", "json"], root);
  const { schema, reference, rows } = JSON.parse(out);
  expect([schema, reference.name]).toEqual([1, "list"]);
  expect(rows[0]).toMatchObject({
    line: 2,
    decision: "alias",
    rule: "alias",
    smelter_id: "CID000401",
    disagreements: [],
  });
});

test("names from a workbook; an image is refused with the reason", async () => {
  const root = folder("");
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet("Names").addRows([
    ["Metal", "Smelter name", "Smelter ID"],
    ["Gold", "Dowa", 401],
  ]);
  await workbook.xlsx.writeFile(join(root, "names.xlsx"));
  const { out } = await runCli(["match", "names.xlsx", "--reference", "list.csv", "--json"], root);
  expect(JSON.parse(out).rows[0]).toMatchObject({ line: 2, decision: "name", smelter_id: "CID000401" });
  writeFileSync(join(root, "names.csv"), Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70]));
  const { code, err } = await runCli(["match", "names.csv", "--reference", "list.csv"], root);
  expect([code, err.includes("JPEG")]).toEqual([2, true]);
});

test("decisions and earlier lists of the workspace count; a removed facility is no match", async () => {
  const root = folder("metal,name\ngold,Acme trader\ngold,Doduco\ngold,Doduco GmbH works\n");
  writeFileSync(join(root, "old.csv"), `${LIST}\nGold,CID000362,Doduco,,GERMANY\n`);
  writeFileSync(
    join(root, "smelter-decisions.csv"),
    "metal,reported_name,smelter_id\ngold,Acme Trader,CID000401\ngold,x,y\n",
  );
  await runCli(["reference", "import", "old.csv", "--as-of", "2020-01-01", "--kind", "look-up"], root);
  await runCli(["reference", "import", "list.csv", "--as-of", "2025-01-01", "--kind", "look-up"], root);
  const { out, err } = await runCli(["match", "names.csv"], root);
  const rows = parse(out, { bom: true, columns: true }) as Record<string, string>[];
  expect(rows.map(({ decision, smelter_id, removed_id }) => [decision, smelter_id, removed_id])).toEqual([
    ["decided", "CID000401", ""],
    ["removed", "", "CID000362"],
    ["candidates", "", ""],
  ]);
  expect(err).toContain(
    'smelter-decisions.csv, line 3 does not apply: "y" is neither a smelter ID nor "not a smelter".',
  );
});

test("without a list, or without a column of names, it is wrong usage", async () => {
  expect((await runCli(["match", "names.csv"], folder("metal,name\ngold,Dowa\n"))).code).toBe(2);
  const { code, err } = await runCli(["match", "names.csv", "--reference", "list.csv"], folder("a,b\n1,2\n"));
  expect([code, err.includes("metal,name,country,id")]).toEqual([2, true]);
  expect((await runCli(["match", "gone.csv", "--reference", "list.csv"], folder(""))).code).toBe(2);
});

test("formulas in names come back inert", async () => {
  const { rows } = await matchRows('metal,name\ngold,"=HYPERLINK(""x"")"\n');
  expect(rows[0]?.name).toBe('\'=HYPERLINK("x")');
});
