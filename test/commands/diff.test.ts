// `cmrt diff`: two files, stored responses, the last two of a supplier; and the whole process from request to
// correction.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type CellEdit, patchSheet } from "../../src/package/patch-sheet.ts";
import { openPackage } from "../../src/workbook/ooxml/open-package.ts";
import { madeCampaign } from "../helpers/made-campaign.ts";
import { runCli } from "../helpers/run-cli.ts";

const FILE = "responses/quillon_circuits.xlsx";
const text = (value: string): CellEdit => ({ text: value });
const row = (number: number, texts: readonly string[]): Record<string, CellEdit> =>
  Object.fromEntries(texts.map((value, index) => [`${"BCDEFG"[index]}${number}`, text(value)]));

/** What the supplier is asked to correct, corrected. */
const CORRECTIONS: Record<string, Record<string, CellEdit>> = {
  Declaration: {
    D10: text("All products that hold tin, gold or tungsten"),
    D41: text("No"),
    G71: text("www.quillon.example/policy"),
    D85: text("Yes"),
    G85: text("We end business with suppliers that do not answer."),
  },
  "Smelter List": {
    ...row(5, ["Gold", "Dowa", "Dowa", "JAPAN", "CID000401", "CFSI"]),
    I5: { empty: true },
    J5: { empty: true },
    O6: text("Recycled/Scrap"),
    ...row(7, ["Tin", "Minsur", "Minsur", "PERU", "CID001182", "CFSI"]),
    ...row(8, [
      "Tungsten",
      "Kennametal Huntsville",
      "Kennametal Huntsville",
      "UNITED STATES OF AMERICA",
      "CID000105",
      "CFSI",
    ]),
    F9: text("CID000966"),
  },
};

async function edited(bytes: Buffer, edits: Record<string, Record<string, CellEdit>>): Promise<Buffer> {
  const opened = await openPackage(bytes);
  const parts = Object.entries(edits).map(([sheet, cells]): [string, string] => {
    const { part } = opened.sheet(sheet) as { part: string };
    return [part, patchSheet(opened.text(part), new Map(Object.entries(cells))).xml];
  });
  return opened.rewrite(new Map(parts));
}

async function diffOf(args: readonly string[], root: string) {
  const { code, out, err } = await runCli(["diff", ...args, "--json"], root);
  expect([code, err]).toEqual([0, ""]);
  return JSON.parse(out);
}

test("marked, corrected as asked, read again: all is answered and nothing new", async () => {
  const root = madeCampaign();
  await runCli(["ingest", "responses"], root);
  const { out } = await runCli(["letters", "--period", "2016", "--annotate", "--json"], root);
  const { folder } = JSON.parse(out);
  const marked = readFileSync(join(root, folder, "quillon-circuits-inc.xlsx"));
  writeFileSync(join(root, FILE), await edited(marked, CORRECTIONS));
  await runCli(["ingest"], root);

  const found = await diffOf(["--supplier", "quillon"], root);
  const states = found.findings.map(({ state }: { state: string }) => state);
  expect(states.length).toBeGreaterThanOrEqual(12);
  expect([...new Set(states)]).toEqual(["answered"]);
  expect(found.findings).toContainEqual(
    expect.objectContaining({
      rule: "smelter-id-name-disagree",
      at: { before: "Smelter List!F9", after: "Smelter List!F9" },
      by: "cell",
    }),
  );
  expect(found.answers).toContainEqual({
    part: "answers",
    key: "tungsten.coveredCountries",
    question: "coveredCountries",
    metal: "tungsten",
    at: { before: "Declaration!D41", after: "Declaration!D41" },
    text: { before: "Not to our knowledge", after: "No" },
    direction: "stronger",
  });
  const smelters = found.smelters.map((one: { kind: string; id: string }) => `${one.kind} ${one.id}`);
  expect(smelters).toContain("in CID000401");
  expect(smelters).toContain("out CID001277");

  const listed = await runCli(["suppliers", "--period", "2016", "--json"], root);
  const line = JSON.parse(listed.out).suppliers.find((one: { supplier: string }) =>
    /Quillon/.test(one.supplier),
  );
  expect(line.followUp).toMatchObject({
    state: "corrected",
    corrected: 10,
    openCorrections: 0,
    openQuestions: 0,
  });

  // The corrections are shown in the annex of the report, and also when given by id.
  const byId = await diffOf([found.before.id.slice(0, 12), found.after.id.slice(0, 12)], root);
  expect(byId).toEqual(found);
});

test("a shifted row is followed; what is only deleted is said to be gone; a fault made anew is new", async () => {
  const root = madeCampaign();
  const original = readFileSync(join(root, FILE));
  const opened = await openPackage(original);
  const { part } = opened.sheet("Smelter List") as { part: string };
  // Row 5 is removed, the rows below move up.
  const shifted = opened
    .text(part)
    .replace(/<row\b[^>]* r="5"[\s\S]*?<\/row>|<row r="5"[\s\S]*?<\/row>/, "")
    .replace(/<row r="([6-9])"([\s\S]*?)<\/row>/g, (all, number: string) =>
      all
        .replace(`<row r="${number}"`, `<row r="${Number(number) - 1}"`)
        .replace(new RegExp(` r="([A-Z]+)${number}"`, "g"), ` r="$1${Number(number) - 1}"`),
    );
  const moved = opened.rewrite(new Map([[part, shifted]]));
  writeFileSync(join(root, "new.xlsx"), await edited(moved, { Declaration: { D9: text("whatever") } }));
  const found = await diffOf([FILE, "new.xlsx"], root);
  const of = (rule: string) => found.findings.find((one: { rule: string }) => one.rule === rule);
  expect(of("smelter-not-listed-incomplete")).toMatchObject({
    state: "open",
    at: { before: "Smelter List!E8", after: "Smelter List!E7" },
  });
  expect(of("smelter-metal-out-of-scope")).toMatchObject({ state: "answered", by: "row gone" });
  expect(of("declaration-scope-invalid")).toMatchObject({
    state: "new",
    at: { before: null, after: "Declaration!D9" },
  });
  expect(of("policy-url-missing")).toMatchObject({ state: "open" });
});

test("for people and as Markdown; persons are told as changed only, hostile texts are shown and not obeyed", async () => {
  const root = madeCampaign();
  const hostile = '=cmd|"/c calc"!A1 <script>alert(1)</script> | \u001b[31m pele@quillon.example';
  const original = readFileSync(join(root, FILE));
  const changed = await edited(original, {
    Declaration: { D10: text(hostile), D15: text("Somebody Else"), D41: text("No") },
  });
  writeFileSync(join(root, "new.xlsx"), changed);
  const console_ = await runCli(["diff", FILE, "new.xlsx"], root);
  expect(console_.code).toBe(0);
  expect(console_.out).toContain("Quillon Circuits Inc.");
  expect(console_.out).toContain("Still open (");
  expect(console_.out).toContain("tungsten · Declaration!D41 · Not to our knowledge · No · stronger");
  const markdown = await runCli(["diff", FILE, "new.xlsx", "--format", "markdown"], root);
  expect(markdown.out).toContain("# What changed: Quillon Circuits Inc.");
  expect(markdown.out).not.toContain("<script>");
  for (const { out } of [console_, markdown]) {
    expect(out).not.toContain("Somebody Else");
    expect(out).not.toContain("pele@quillon.example");
    expect(out).not.toContain("\u001b");
    expect(out).toContain("(not shown)");
  }
});

test("lists are as long as they are said to be; a date is shown as a day, however either workbook stores it", async () => {
  const root = madeCampaign();
  const changed = await edited(readFileSync(join(root, FILE)), {
    Declaration: { D10: text("Whatever holds gold"), D22: { number: 41165 }, D41: text("No") },
  });
  writeFileSync(join(root, "new.xlsx"), changed);
  const found = await diffOf([FILE, "new.xlsx"], root);
  expect(found.answers.map(({ key }: { key: string }) => key)).toEqual(["tungsten.coveredCountries"]);
  expect(found.cells.map(({ key }: { key: string }) => key)).toEqual(["scopeDescription", "effectiveDate"]);
  // The workbook uses the 1904 date system.
  const [, date] = found.cells;
  expect(date.text).toEqual({ before: found.before.effectiveDate, after: "2016-09-14" });
  for (const format of ["console", "markdown"]) {
    const { out } = await runCli(["diff", FILE, "new.xlsx", "--format", format], root);
    expect(out).toContain("1 answer and 2 other cells changed");
    expect(out).toContain("Answers (1)");
    expect(out).toContain("Other cells (2)");
    expect(out).toContain("2016-09-14");
    expect(out).not.toMatch(/\b4\d{4}\b/);
  }
});

test("the same file twice has no difference", async () => {
  const root = madeCampaign();
  const found = await diffOf([FILE, FILE], root);
  expect([found.cells, found.answers, found.smelters]).toEqual([[], [], []]);
  expect(new Set(found.findings.map(({ state }: { state: string }) => state))).toEqual(new Set(["open"]));
});

test.each([
  [[FILE], "Name two responses, the earlier one first, or one supplier with --supplier."],
  [[FILE, FILE, "--supplier", "a"], "Name two responses"],
  [[FILE, "nowhere.xlsx"], "nowhere.xlsx: no such file or directory."],
  [[FILE, "responses"], "responses holds 8 responses. Name one of them."],
])("wrong usage ends with exit code 2: %j", async (args, message) => {
  const { code, err } = await runCli(["diff", ...args], madeCampaign());
  expect(code).toBe(2);
  expect(err).toContain(message);
});

test.each([
  ["nobody", "No supplier's name contains “nobody”."],
  ["quillon", "Quillon Circuits Inc. has sent one response so far: there is nothing to compare."],
  ["e", "fits"],
])("a supplier without two responses, or several suppliers: %s", async (supplier, message) => {
  const root = madeCampaign();
  await runCli(["ingest", "responses"], root);
  const { code, err } = await runCli(["diff", "--supplier", supplier], root);
  expect(code).toBe(2);
  expect(err).toContain(message);
});

test("a file that cannot be read is named with the reason, exit code 3", async () => {
  const root = madeCampaign();
  writeFileSync(join(root, "cut.xlsx"), readFileSync(join(root, FILE)).subarray(0, 2000));
  const { code, err } = await runCli(["diff", FILE, "cut.xlsx"], root);
  expect(code).toBe(3);
  expect(err).toContain("cut.xlsx: ");
});
