// `cmrt letters --annotate`, from the letter to the corrected workbook that is returned.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as xlsx from "@e965/xlsx";
import { expect, test } from "vitest";
import { type CellEdit, patchSheet } from "../../src/package/patch-sheet.ts";
import { openPackage } from "../../src/workbook/ooxml/open-package.ts";
import { buildZip } from "../helpers/build-zip.ts";
import { madeCampaign, RESPONSES } from "../helpers/made-campaign.ts";
import { runCli } from "../helpers/run-cli.ts";

const PERIOD = ["--period", "2016"];

async function annotated(root: string, more: readonly string[] = []) {
  await runCli(["ingest", "responses"], root);
  const { code, out } = await runCli(["letters", ...PERIOD, "--annotate", "--json", ...more], root);
  expect(code).toBe(0);
  return JSON.parse(out);
}

/** The findings of a supplier that a letter is about. */
async function asked(root: string, supplier: string): Promise<string[]> {
  const { out } = await runCli(["check", ...PERIOD, "--json"], root);
  return JSON.parse(out)
    .findings.filter(
      (one: { supplier: string; severity: string }) => one.supplier === supplier && one.severity !== "info",
    )
    .map(({ rule, at }: { rule: string; at: string }) => `${rule} ${at}`);
}

test("each letter has its workbook, in which every cell that it names is marked", async () => {
  const root = madeCampaign();
  const { letters, workbooks, folder } = await annotated(root);
  expect(workbooks).toHaveLength(letters.length);
  expect(readFileSync(join(root, folder, "index.csv"), "utf8")).toContain("quillon-circuits-inc.xlsx");
  for (const { file, kind, notes, supplier } of workbooks) {
    expect([kind, notes]).toEqual(["marked", []]);
    const book = xlsx.read(readFileSync(join(root, folder, file)));
    const text = readFileSync(join(root, folder, file.replace(".xlsx", ".txt")), "utf8");
    const named = [...text.matchAll(/^Sheet “(.+)”$|^ {5}([A-Z]+\d+): |^ {2}(\d+)\. /gm)];
    let [sheet, number] = ["", ""];
    const cells: string[] = [];
    for (const [, name, cell, item] of named) {
      if (name) sheet = name;
      else if (item) number = item;
      else cells.push(`${number} ${sheet}!${cell}`);
    }
    expect(cells.length).toBeGreaterThan(0);
    for (const each of cells) {
      const [, of, where = ""] = /^\d+ (.+)!(.+)$/.exec(each) ?? [];
      const note = book.Sheets[of as string]?.[where]?.c?.[0]?.t;
      expect([supplier, each, note]).toEqual([
        supplier,
        each,
        expect.stringContaining(`No. ${each.split(" ")[0]}\n`),
      ]);
    }
    const list = book.Sheets[book.SheetNames[0] as string] as xlsx.WorkSheet;
    const rows = xlsx.utils.sheet_to_json<[number, string, string]>(list, {
      header: 1,
      range: "A5:C200",
      blankrows: false,
    });
    expect(rows.map(([one, of, cell]) => `${one} ${of}!${cell}`)).toEqual(cells);
  }
});

test("what came back corrected has nothing open, reads as its answers, and can be marked again", async () => {
  const root = madeCampaign();
  const { folder } = await annotated(root);
  const before = await asked(root, "Quillon Circuits Inc.");
  expect(before.length).toBe(11);

  const text = (value: string): CellEdit => ({ text: value });
  const row = (number: number, texts: readonly string[]) =>
    texts.map((value, index): [string, CellEdit] => [`${"BCDEFG"[index]}${number}`, text(value)]);
  const corrections: Record<string, [string, CellEdit][]> = {
    Declaration: [
      ["D10", text("All products that hold tin, gold or tungsten")],
      ["D41", text("No")],
      ["G71", text("www.quillon.example/policy")],
      ["D85", text("Yes")],
      ["G85", text("We end business with suppliers that do not answer.")],
    ],
    "Smelter List": [
      ...row(5, ["Gold", "Dowa", "Dowa", "JAPAN", "CID000401", "CFSI"]),
      ["I5", { empty: true }],
      ["J5", { empty: true }],
      ["O6", text("Recycled/Scrap")],
      ...row(7, ["Tin", "Minsur", "Minsur", "PERU", "CID001182", "CFSI"]),
      ...row(8, [
        "Tungsten",
        "Kennametal Huntsville",
        "Kennametal Huntsville",
        "UNITED STATES OF AMERICA",
        "CID000105",
        "CFSI",
      ]),
      ["F9", text("CID000966")],
    ],
  };
  const name = "quillon-circuits-inc.xlsx";
  const opened = await openPackage(readFileSync(join(root, folder, name)));
  const parts = Object.entries(corrections).map(([sheet, edits]): [string, string] => {
    const { part } = opened.sheet(sheet) as { part: string };
    return [part, patchSheet(opened.text(part), new Map(edits)).xml];
  });
  writeFileSync(join(root, "responses", "quillon_circuits.xlsx"), opened.rewrite(new Map(parts)));
  await runCli(["ingest"], root);
  expect(await asked(root, "Quillon Circuits Inc.")).toEqual([]);
  const shown = JSON.parse((await runCli(["show", "responses/quillon_circuits.xlsx", "--json"], root)).out);
  expect(shown.company.scopeDescription.value).toContain("All products");
  expect(shown.notes).toEqual([]);

  // One request is repeated: the marks of the first round are gone.
  const reverted = patchSheet(parts[0]?.[1] as string, new Map([["D16", { text: "nobody" }]])).xml;
  const again = opened.rewrite(new Map([...parts, [parts[0]?.[0] as string, reverted]]));
  writeFileSync(join(root, "responses", "quillon_circuits.xlsx"), again);
  const second = await annotated(root);
  const file = second.workbooks.find((one: { supplier: string }) => one.supplier.startsWith("Quillon")).file;
  const book = xlsx.read(readFileSync(join(root, second.folder, file)));
  const noted = book.SheetNames.flatMap((sheet) =>
    Object.entries(book.Sheets[sheet] as object).flatMap(([cell, value]) =>
      value?.c ? [`${sheet}!${cell}`] : [],
    ),
  );
  expect(noted).toEqual(["Declaration!D16"]);
  expect(book.SheetNames.filter((sheet) => sheet.startsWith("Please"))).toHaveLength(1);
});

test("files out of an archive are marked too; one that is no longer there is said to be missing", async () => {
  const root = madeCampaign();
  const inside = readFileSync(join(RESPONSES, "quillon_circuits.xlsx"));
  rmSync(join(root, "responses", "quillon_circuits.xlsx"));
  writeFileSync(join(root, "responses", "sent.zip"), buildZip([{ name: "in/quillon.xlsx", bytes: inside }]));
  await runCli(["ingest", "responses"], root);
  const gone = join(root, "responses", "pellgrove CMRT.xlsx");
  renameSync(gone, `${gone}.away`);
  const { code, out } = await runCli(["letters", ...PERIOD, "--annotate"], root);
  expect(code).toBe(0);
  expect(out).toContain(
    "quillon-circuits-inc.xlsx: responses/sent.zip » in/quillon.xlsx with the cells marked",
  );
  expect(out).toContain(
    "pellgrove CMRT.xlsx: No copy was made: the file was changed or removed after it was read.",
  );
  expect(existsSync(join(root, "letters", "2016", "pellgrove-instruments-pty-ltd.xlsx"))).toBe(false);
});

test("marked workbooks are no responses until they come back, wherever the letters lie", async () => {
  const root = madeCampaign();
  await annotated(root, ["--out", "sent"]);
  const { read } = JSON.parse((await runCli(["ingest", ".", "--json"], root)).out);
  expect(read).toEqual([]);
  // A workbook that somebody put beside them is read.
  writeFileSync(
    join(root, "sent", "returned.xlsx"),
    readFileSync(join(root, "sent", "quillon-circuits-inc.xlsx")),
  );
  const later = JSON.parse((await runCli(["ingest", ".", "--json"], root)).out);
  expect(later.read.map(({ path }: { path: string }) => path)).toEqual(["sent/returned.xlsx"]);
});

test("the same run gives the same bytes, and workbooks of letters that are not current are named", async () => {
  const root = madeCampaign();
  const { folder } = await annotated(root);
  const name = join(root, folder, "vantmoor-elektronik-gmbh.xlsx");
  const first = readFileSync(name);
  await annotated(root);
  expect(readFileSync(name).equals(first)).toBe(true);
  const without = JSON.parse((await runCli(["letters", ...PERIOD, "--json"], root)).out);
  expect(without.outdated).toEqual([
    ["pellgrove-instruments-pty-ltd.xlsx"],
    ["quillon-circuits-inc.xlsx"],
    ["tarnwell-castings-ltd.xlsx"],
    ["vantmoor-elektronik-gmbh.xlsx"],
  ]);
  expect(without.workbooks).toBeUndefined();
});

test("a list of an index.csv that is not ours hides no file", async () => {
  const root = madeCampaign();
  mkdirSync(join(root, "inbox"));
  writeFileSync(join(root, "inbox", "a.xlsx"), readFileSync(join(RESPONSES, "quillon_circuits.xlsx")));
  writeFileSync(join(root, "inbox", "index.csv"), 'file\n"a.xlsx');
  const { read } = JSON.parse((await runCli(["ingest", "inbox", "--json"], root)).out);
  expect(read.map(({ path }: { path: string }) => path)).toEqual(["inbox/a.xlsx"]);
});
