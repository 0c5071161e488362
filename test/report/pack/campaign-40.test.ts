import { expect, test } from "vitest";

import { supplierRows, supplierTotals } from "../../../src/report/console/supplier-list.ts";
import { campaign40 } from "../../helpers/campaign-40-pack.ts";
import { csvReader, printedFigures, recompute } from "../../helpers/recompute.ts";

const { before: BEFORE, now: NOW, comparison: COMPARISON, loops: LOOPS, pack: PACK } = await campaign40();
const REPORT = String(PACK["report.md"]);
const readCsv = csvReader(PACK);

test("the state of every supplier", () => {
  const states = Object.fromEntries(NOW.consolidation.suppliers.map(({ name, state }) => [name, state]));
  const expected: Record<string, string> = {};
  const put = (state: string, ...numbers: number[]) => {
    for (const number of numbers) expected[`Supplier ${number}`] = state;
  };
  put("valid", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 24, 25, 32, 40);
  put("questions", 13, 14, 15, 16, 17, 18);
  put("invalid", 19, 20, 21, 22, 31);
  put("undated", 30);
  put("unreadable", 23);
  // S-29 has withdrawn its answer for 2016, so that only that of 2015 is left.
  put("stale", 26, 27, 29, 33, 34, 35, 36, 39);
  put("late", 28);
  put("missing", 37, 38);
  expect(states).toEqual({ ...expected, Xylo: "valid", Ypsilon: "valid" });
});

test("the funnel, by count and by spend", () => {
  const funnel = REPORT.split("\n")
    .filter((line) =>
      /^\| (Surveyed|File received|Usable|Responded|Valid|Valid without questions) \|/.test(line),
    )
    .map((line) =>
      line
        .split("|")
        .slice(1, 5)
        .map((cell) => cell.trim()),
    );
  expect(funnel).toEqual([
    ["Surveyed", "38", "100 %", "96 %"],
    // S-23 is unreadable, S-30 undated, S-28 late; files from 2015 were received for 2015.
    ["File received", "29", "76 %", "78 %"],
    ["Usable", "28", "74 %", "76 %"],
    ["Responded", "26", "68 %", "72 %"],
    ["Valid", "21", "55 %", "60 %"],
    ["Valid without questions", "15", "39 %", "42 %"],
  ]);
});

test("how many rows stand in each state", () => {
  const states: Record<string, number> = {};
  for (const { state } of readCsv("responses.csv"))
    states[state as string] = (states[state as string] ?? 0) + 1;
  expect(states).toEqual({
    // S-01 to S-12, S-24, S-25, S-31's company response, S-32, S-40, Xylo, Ypsilon
    valid: 19,
    questions: 6,
    // S-19 to S-22, S-31's response for products
    invalid: 5,
    undated: 1,
    unreadable: 1,
    superseded: 3,
    // all of 2015
    stale: 37,
    missing: 2,
    late: 1,
    withdrawn: 1,
  });
});

test("tallies on tin and gold", () => {
  const tally = (metal: string, question: string) =>
    Object.fromEntries(
      readCsv("answers.csv")
        .filter((row) => row.metal === metal && row.question === question)
        .map((row) => [row.answer, Number(row.suppliers)]),
    );
  // 29 suppliers count: S-01 to S-22, S-24, S-25, S-31, S-32, S-40, Xylo, Ypsilon.
  expect(tally("tin", "coveredCountries")).toEqual({ yes: 1, no: 27, unknown: 1 });
  expect(tally("gold", "intentionallyAdded")).toEqual({ yes: 9, no: 20 });
  expect(tally("gold", "coveredCountries")).toEqual({ no: 9, "not required": 20 });
});

test("proposals of both periods", () => {
  const outcomes = (result: typeof NOW) => result.consolidation.proposals.map(({ outcome }) => outcome);
  expect(outcomes(BEFORE)).toEqual([
    "originated, or may have originated, in covered countries",
    "no reason to believe",
    "recycled or scrap",
    "not in scope",
  ]);
  expect(outcomes(NOW)).toEqual([
    "originated, or may have originated, in covered countries",
    "originated, or may have originated, in covered countries",
    "undetermined",
    "undetermined",
  ]);
  expect(NOW.consolidation.proposals[2]?.why).toEqual([
    // S-21 and S-22; S-31's invalid response for products. S-19 and S-20 have no gold.
    "The responses of 3 suppliers are invalid: Supplier 21; Supplier 22; Supplier 31.",
    "2 suppliers on the roster are missing: Supplier 37; Supplier 38.",
    "1 supplier on the roster answered only after the cut-off: Supplier 28.",
    // S-26, S-27, S-29, S-33 to S-36; S-39 is no longer asked
    "The only responses of 7 suppliers predate the period: Supplier 26; Supplier 27; Supplier 29; Supplier 33; Supplier 34; and 2 more.",
    "1 supplier's only response has no clear date: Supplier 30.",
    "1 file was received that is not usable: S-23/cmrt.pdf (Supplier 23).",
  ]);
});

test("the comparison with 2015", () => {
  const figures = COMPARISON.changes
    .filter(({ kind, metal }) => kind === "figure" && metal === null)
    .map(({ before, after }) => [before, after]);
  expect(figures).toEqual([
    [37, 38],
    [37, 29],
    [37, 28],
    [37, 26],
    [37, 21],
    [37, 15],
    // In per cent: of the suppliers surveyed, and of spend.
    [100, 68],
    [94, 72],
    // S-01 to S-22, S-24, S-25, S-31, S-32 are heard from in both; no response counts twice.
    [26, 26],
    [0, 0],
  ]);
  const of = (kind: string) => COMPARISON.changes.filter((change) => change.kind === kind);
  expect(of("answer").map(({ supplier, metal, subject }) => [supplier, metal, subject])).toEqual([
    ["Supplier 11", "tin", "coveredCountries"],
    ["Supplier 12", "tin", "coveredCountries"],
  ]);
  expect(of("smelterNew").map(({ subject }) => subject)).toEqual(["Foo Tin", "Japan New Metals Co., Ltd."]);
  expect(of("smelterGone")).toEqual([]);
  expect(of("findingNew")).toHaveLength(11);
});

test("every figure of the report is what its source says", () => {
  const figures = printedFigures(REPORT);
  expect(figures.length).toBeGreaterThan(250);
  for (const { where, printed, source } of figures) {
    const value = recompute(source, readCsv);
    expect(`${where}: ${printed}`).toBe(
      `${where}: ${printed.endsWith("%") ? `${Math.round(100 * value)} %` : value}`,
    );
  }
});

test("who is to be reminded, first of all", () => {
  const rows = supplierRows(NOW.evaluation, NOW.consolidation, LOOPS);
  expect(rows.slice(0, 3).map(({ supplier }) => supplier.state)).toEqual([
    "missing",
    "missing",
    "unreadable",
  ]);
  const late = rows.find(({ supplier }) => supplier.key === "S-28");
  expect(late).toMatchObject({
    daysWaiting: 302,
    effectiveDate: null,
    files: ["S-28/S-28-2015.xlsx", "S-28/S-28-2016.xlsx"],
  });
  expect(rows.find(({ supplier }) => supplier.name === "Ypsilon")?.note).toBe(
    "the e-mail domain (group.example) fits Supplier 1 (S-01) and Supplier 2 (S-02): make them distinct in suppliers.csv",
  );
  expect(rows.find(({ supplier }) => supplier.name === "Xylo")?.note).toBe(
    "not on the roster for this period",
  );
  expect(supplierTotals(rows)).toEqual([
    { state: "all", suppliers: 38, spendShare: 0.96 },
    { state: "missing", suppliers: 2, spendShare: 0.04 },
    { state: "unreadable", suppliers: 1, spendShare: 0.02 },
    { state: "undated", suppliers: 1, spendShare: 0.02 },
    { state: "stale", suppliers: 7, spendShare: 0.14 },
    { state: "late", suppliers: 1, spendShare: 0.02 },
    { state: "invalid", suppliers: 5, spendShare: 0.12 },
    { state: "questions", suppliers: 6, spendShare: 0.18 },
    { state: "valid", suppliers: 15, spendShare: 0.42 },
  ]);
});
