// `cmrt reference` as used by a person.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { describe, expect, test } from "vitest";
import { buildOoxml } from "../helpers/build-ooxml.ts";
import { madeCampaign } from "../helpers/made-campaign.ts";
import { runCli } from "../helpers/run-cli.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";

const OLD =
  "Metal,Smelter ID,Standard Smelter Name,Country\nGold,CID000401,Dowa,JAPAN\nGold,CID000362,Doduco,GERMANY\n";
const NEW =
  "Metal,Smelter ID,Standard Smelter Name,Country\nGold,CID000401,Dowa Metals,JAPAN\nTin,CID001182,Minsur,PERU\n";
const LOOK_UP = ["--kind", "look-up"];

async function twoLists(): Promise<string> {
  const root = temporaryFolder();
  writeFileSync(join(root, "old.csv"), OLD);
  writeFileSync(join(root, "new.csv"), NEW);
  const asNames = [...LOOK_UP, "--name", "Facilities"];
  await runCli(["reference", "import", "old.csv", ...asNames, "--as-of", "2023-05-01"], root);
  await runCli(["reference", "import", "new.csv", ...asNames, "--as-of", "2025-05-01"], root);
  return root;
}

describe("import", () => {
  test("a CSV becomes a dated snapshot with name, hash and row count; again it is unchanged", async () => {
    const root = temporaryFolder();
    writeFileSync(join(root, "old.csv"), OLD);
    const args = ["reference", "import", "old.csv", "--as-of", "2023-05-01", "--kind", "look-up"];
    const { code, out } = await runCli([...args, "--json"], root);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      name: "old",
      kind: "look-up",
      asOf: "2023-05-01",
      file: "reference/old-2023-05-01.json",
      source: { file: "old.csv", rows: 2, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
      facilities: 2,
    });
    const before = readFileSync(join(root, "reference/old-2023-05-01.json"), "utf8");
    expect((await runCli(args, root)).out).toContain("unchanged");
    expect(readFileSync(join(root, "reference/old-2023-05-01.json"), "utf8")).toBe(before);
  });

  test("a workbook whose sheet is damaged is a mistake to put right, and no fault of cmrt", async () => {
    const root = temporaryFolder();
    const SHEET = "<worksheet><sheetData><row><c>";
    writeFileSync(join(root, "list.xlsx"), buildOoxml({ sheets: { S: SHEET } }));
    writeFileSync(join(root, "names.xlsx"), buildOoxml({ sheets: { S: SHEET } }));
    writeFileSync(join(root, "old.csv"), OLD);
    const imported = await runCli(["reference", "import", "list.xlsx", "--as-of", "2025-03-01"], root);
    const matched = await runCli(["match", "names.xlsx", "--reference", "old.csv"], root);
    expect(imported).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^cmrt: list.xlsx: The part .* is cut off/),
    });
    expect(matched).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^cmrt: names.xlsx: The part .* is cut off/),
    });
  });

  test("an XLSX with a title above its header and dates as numbers", async () => {
    const root = temporaryFolder();
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet("Read me").addRow(["Conformant smelters"]);
    const sheet = workbook.addWorksheet("Conformant");
    sheet.addRow(["Smelters as of March"]);
    sheet.addRow(["Metal", "Smelter ID", "Standard Smelter Name", "Country Location", "Last Audit Date"]);
    sheet.addRow(["Gold", "CID000401", "Dowa", "JAPAN", new Date(Date.UTC(2024, 4, 1))]);
    await workbook.xlsx.writeFile(join(root, "list.xlsx"));
    const { code, err } = await runCli(["reference", "import", "list.xlsx", "--as-of", "2025-03-01"], root);
    expect([code, err]).toEqual([0, ""]);
    const list = JSON.parse(readFileSync(join(root, "reference/list-2025-03-01.json"), "utf8"));
    expect(list).toMatchObject({ kind: "status", source: { sheet: "Conformant" } });
    expect(list.entries[0]).toMatchObject({
      status: "Conformant",
      auditDate: "2024-05-01",
      at: "Conformant!A3",
    });
  });

  test("the look-up sheet of a CMRT is dated by its release", async () => {
    const root = madeCampaign();
    const file = readdirSync(join(root, "responses")).find((name) => name.includes("4.20")) as string;
    const { out } = await runCli(["reference", "import", join("responses", file), "--json"], root);
    expect(JSON.parse(out)).toMatchObject({ name: "CMRT 4.20", asOf: "2016-11-30", kind: "look-up" });
  });

  test("wrong lines are named and nothing is imported", async () => {
    const root = temporaryFolder();
    writeFileSync(join(root, "bad.csv"), `${OLD}Glod,CID000403,Acme,PERU\nGold,CID4,Acme,PERU\n`);
    const { code, err } = await runCli(
      ["reference", "import", "bad.csv", "--as-of", "2023-05-01", ...LOOK_UP],
      root,
    );
    expect(code).toBe(2);
    expect(err).toBe(
      'cmrt: bad.csv was not imported: 2 lines are wrong.\n  line 4: "Glod" is not a metal\n  line 5: "CID4" is not a smelter ID (CID and six digits)\n',
    );
    expect(existsSync(join(root, "reference"))).toBe(false);
  });

  test("a list without a day is asked for it on a terminal, refused elsewhere", async () => {
    const root = temporaryFolder();
    writeFileSync(join(root, "old.csv"), OLD);
    const args = ["reference", "import", "old.csv", ...LOOK_UP];
    const refused = await runCli(args, root);
    expect([refused.code, refused.err.includes("--as-of")]).toEqual([2, true]);
    const ask = async () => "2023-05-01";
    expect((await runCli(args, root, { errIsTerminal: true, ask })).code).toBe(0);
  });

  test("another list of the same name and day is refused unless forced", async () => {
    const root = await twoLists();
    const args = [
      "reference",
      "import",
      "new.csv",
      "--name",
      "facilities",
      "--as-of",
      "2023-05-01",
      ...LOOK_UP,
    ];
    expect((await runCli(args, root)).code).toBe(2);
    expect((await runCli([...args, "--force"], root)).out).toContain("replaced");
  });

  test.each([
    ["an image", Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70]), "list.csv"],
    ["a text without columns", Buffer.from("Dear Sir or Madam,\nplease find attached\n"), "letter.csv"],
    ["an empty file", Buffer.alloc(0), "empty.csv"],
  ])("%s is refused with a reason", async (_name, bytes, name) => {
    const root = temporaryFolder();
    writeFileSync(join(root, name), bytes);
    const { code, err } = await runCli(["reference", "import", name, "--as-of", "2023-05-01"], root);
    expect(code).toBe(2);
    expect(err).toContain(name);
  });
});

describe("list, show, compare", () => {
  test("list says which list counts", async () => {
    const root = await twoLists();
    const { out } = await runCli(["reference", "list"], root);
    expect(out).toContain(
      "* in effect where no period is given: Facilities (as of 2025-05-01; from new.csv), the newest of 2 lists",
    );
    const { lists } = JSON.parse((await runCli(["reference", "list", "--json"], root)).out);
    expect(lists.map(({ asOf, counts }: { asOf: string; counts: boolean }) => [asOf, counts])).toEqual([
      ["2025-05-01", true],
      ["2023-05-01", false],
    ]);
    expect((await runCli(["reference", "list"], temporaryFolder())).out).toContain(
      "No reference list available",
    );
  });

  test("show takes a name in any case, the newest snapshot or one of a day", async () => {
    const root = await twoLists();
    expect((await runCli(["reference", "show", "facilities"], root)).out).toContain("gold 1, tin 1");
    const old = JSON.parse(
      (await runCli(["reference", "show", "Facilities@2023-05-01", "--json"], root)).out,
    );
    expect(old.entries).toHaveLength(2);
    const unknown = await runCli(["reference", "show", "nothing"], root);
    expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining("Available: Facilities.")]);
  });

  test("compare takes names and files", async () => {
    const root = await twoLists();
    const { out } = await runCli(["reference", "compare", "Facilities@2023-05-01", "new.csv"], root);
    expect(out).toContain("added: 1\n  tin  CID001182  Minsur");
    expect(out).toContain("removed: 1\n  gold  CID000362  Doduco");
    expect(out).toContain("renamed: 1\n  gold  CID000401  Dowa Metals  was Dowa");
  });
});

test("a file in the folder that is no list is named", async () => {
  const root = await twoLists();
  writeFileSync(join(root, "reference", "broken.json"), "{}");
  const { code, err } = await runCli(["reference", "list"], root);
  expect([code, err.includes("reference/broken.json")]).toEqual([2, true]);
});

test("doctor looks at imported lists and decisions", async () => {
  const root = await twoLists();
  writeFileSync(
    join(root, "smelter-decisions.csv"),
    "metal,reported_name,smelter_id\ngold,Acme,CID000401\ngold,x,y\n",
  );
  const { out } = await runCli(["doctor"], root);
  expect(out).toContain("Imported reference lists: 2.");
  expect(out).toContain("Decisions on smelters: 1.");
  expect(out).toContain("smelter-decisions.csv, line 3 does not apply");
  writeFileSync(join(root, "reference", "broken.json"), "{}");
  expect((await runCli(["doctor"], root)).out).toContain(
    "problem  reference/broken.json is not a reference list",
  );
});

test("statuses and origins of imported lists reach check and report, as of the period", async () => {
  const root = madeCampaign();
  await runCli(["ingest", "responses"], root);
  writeFileSync(
    join(root, "status.csv"),
    "Metal,Smelter ID,Name,Status\nTin,CID001182,Minsur,Non-Conformant\n",
  );
  writeFileSync(join(root, "later.csv"), "Metal,Smelter ID,Name,Status\nTin,CID001182,Minsur,Conformant\n");
  writeFileSync(join(root, "origins.csv"), "Smelter ID,Country,Level\nCID001182,Rwanda,3\n");
  for (const [file, name, day] of [
    ["status.csv", "RMAP", "2016-12-15"],
    ["later.csv", "RMAP", "2018-01-01"],
    ["origins.csv", "RCOI data", "2017-01-15"],
  ] as const) {
    expect((await runCli(["reference", "import", file, "--name", name, "--as-of", day], root)).code).toBe(0);
  }
  const rules = ["--rule", "smelter-not-conformant", "--rule", "smelter-origin-covered"];
  const { findings } = JSON.parse(
    (await runCli(["check", "--period", "2016", "--json", ...rules], root)).out,
  );
  expect(new Set(findings.map(({ rule }: { rule: string }) => rule))).toEqual(
    new Set(["smelter-not-conformant", "smelter-origin-covered"]),
  );
  const overridden = ["--reference", "RMAP@2018-01-01", ...rules];
  const later = JSON.parse((await runCli(["check", "--period", "2016", "--json", ...overridden], root)).out);
  expect(later.findings.map(({ rule }: { rule: string }) => rule)).not.toContain("smelter-not-conformant");
  await runCli(["report", "--period", "2016"], root);
  const pack = (file: string) => readFileSync(join(root, "reports", "2016", file), "utf8");
  expect(pack("smelters.csv")).toMatch(/tin,CID001182,Minsur,Peru,Non-Conformant,RMAP,2016-12-15,/);
  expect(pack("countries.csv")).toContain("Rwanda,RW,yes,RCOI data (2017-01-15)");
  const { lists } = JSON.parse(pack("manifest.json"));
  expect(lists.map(({ name, use }: { name: string; use: string }) => `${name} ${use}`)).toEqual([
    "CMRT 4.20 matching",
    "CMRT 4.10 earlier",
    "CMRT 3.02 earlier",
    "RMAP status",
    "RCOI data origin",
  ]);
});

test("an imported list serves check and report, and the decision on a period's list is said", async () => {
  const root = madeCampaign();
  await runCli(["ingest", "responses"], root);
  writeFileSync(
    join(root, "status.csv"),
    "Metal,Smelter ID,Name,Status\nGold,CID000401,Dowa,Non-Conformant\n",
  );
  await runCli(["reference", "import", "status.csv", "--as-of", "2016-12-15"], root);
  const check = JSON.parse((await runCli(["check", "--period", "2016", "--json"], root)).out);
  expect(check.notRun.filter(({ rule }: { rule: string }) => rule === "smelter-not-conformant")).toEqual([]);
  writeFileSync(join(root, "own.csv"), OLD);
  const { code } = await runCli(["check", "--period", "2016", "--reference", "own.csv", "--json"], root);
  expect(code).not.toBe(2);
});

test("downloads of a list under names of their own are its snapshots", async () => {
  const root = temporaryFolder();
  const head = "Metal,Smelter ID,Standard Smelter Name,Country,Status\n";
  const [dowa, kazzinc] = [
    "Gold,CID000401,Dowa,JAPAN,Conformant\n",
    "Gold,CID000957,Kazzinc,KAZAKHSTAN,Conformant\n",
  ];
  writeFileSync(join(root, "rmi_2025-02-01.csv"), `${head}${dowa}${kazzinc}`);
  writeFileSync(join(root, "download.csv"), `${head}${dowa}`);
  const imported = async (file: string, ...more: string[]) =>
    runCli(["reference", "import", file, ...more, "--json"], root);
  const first = await imported("rmi_2025-02-01.csv", "--as-of", "2025-02-01");
  expect(JSON.parse(first.out)).toMatchObject({ name: "rmi", notes: [] });
  const second = await imported("download.csv", "--as-of", "2026-01-20");
  expect(JSON.parse(second.out)).toMatchObject({
    name: "rmi",
    file: "reference/rmi-2026-01-20.json",
    notes: [expect.stringContaining('taken as a snapshot of the list "rmi"')],
  });
  // A list named by the user keeps its name.
  const apart = await imported("download.csv", "--as-of", "2026-01-20", "--name", "Mine");
  expect(JSON.parse(apart.out)).toMatchObject({ name: "Mine" });
});

test("a list is named by its place in the workspace, or by its name alone where it lies elsewhere", async () => {
  const root = temporaryFolder();
  const elsewhere = temporaryFolder();
  const text = "Metal,Smelter ID,Standard name,Status\nTin,CID000438,EM Vinto,Conformant\n";
  for (const folder of [root, elsewhere]) writeFileSync(join(folder, "list.csv"), text);
  const fileOf = async (path: string) => {
    const words = ["reference", "import", path, "--as-of", "2025-01-01", "--force", "--json"];
    return JSON.parse((await runCli(words, root)).out).source.file;
  };
  expect(await fileOf(join(root, "list.csv"))).toBe("list.csv");
  expect(await fileOf(join(elsewhere, "list.csv"))).toBe("list.csv");
});
