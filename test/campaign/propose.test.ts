import { expect, test } from "vitest";
import { propose } from "../../src/campaign/propose.ts";
import { INQUIRY } from "../../src/forms/cmrt/inquiry.ts";
import type { MetalEvidence } from "../../src/model/consolidation.ts";

/** Three suppliers, all heard from, all in scope, all answering No, with two matched smelters. */
const CLEAN: MetalEvidence = {
  metal: "tin",
  counted: 3,
  inScope: 3,
  outOfScope: 0,
  scopeUnclear: 0,
  coveredYes: 0,
  coveredNo: 3,
  coveredUnknown: 0,
  coveredBlank: 0,
  coveredYesScopeUnclear: 0,
  recycledYes: 0,
  recycled100: 0,
  recycledNotAll: 3,
  rowsNotRecycled: 0,
  mineCoveredRows: 0,
  originListSmelters: 0,
  smelters: 2,
  conformant: 0,
  active: 0,
  otherStatus: 0,
  notOnList: 0,
  statusNotKnown: 2,
  unmatched: 0,
  notIdentified: 0,
  identifiedNotYes: 0,
  withoutSmelters: 0,
  invalid: 0,
  missing: 0,
  stale: 0,
  undated: 0,
  blank: 0,
  own: 0,
  late: 0,
  unreadableFiles: 0,
  productLevel: 0,
  openSigns: 0,
  acceptedSigns: 0,
};
const outOfScope = { inScope: 0, outOfScope: 3, coveredNo: 0, recycledNotAll: 0, smelters: 0 };
const recycled = { recycledYes: 3, recycled100: 3, recycledNotAll: 0 };

const NOT_IN_SCOPE = "not in scope";
const RECYCLED = "recycled or scrap";
const ORIGINATED = "originated, or may have originated, in covered countries";
const UNDETERMINED = "undetermined";
const NO_REASON = "no reason to believe";

test.each<[string, Partial<MetalEvidence>, string]>([
  ["everybody heard, in scope and No", {}, NO_REASON],
  ["the same without a roster", { missing: null, late: null }, UNDETERMINED],
  ["a warning sign is open", { openSigns: 1 }, UNDETERMINED],
  ["a warning sign that a person accepted", { acceptedSigns: 1 }, NO_REASON],
  ["nobody in scope, without a roster", { ...outOfScope, missing: null, late: null }, UNDETERMINED],
  ["nobody in scope, a warning sign is open", { ...outOfScope, openSigns: 1 }, UNDETERMINED],
  ["all recycled, without a roster", { ...recycled, missing: null, late: null }, UNDETERMINED],
  ["all recycled, a warning sign is open", { ...recycled, openSigns: 1 }, UNDETERMINED],
  [
    "one Yes, without a roster, a warning sign is open",
    { coveredYes: 1, missing: null, openSigns: 1 },
    ORIGINATED,
  ],
  ["nobody in scope", outOfScope, NOT_IN_SCOPE],
  ["nobody in scope, one missing", { ...outOfScope, missing: 1 }, UNDETERMINED],
  ["nobody in scope, a file unreadable", { ...outOfScope, unreadableFiles: 1 }, UNDETERMINED],
  ["nobody in scope, one heard only before the period", { ...outOfScope, stale: 1 }, UNDETERMINED],
  ["nobody in scope, one leaves it open", { ...outOfScope, scopeUnclear: 1 }, UNDETERMINED],
  ["nobody in scope, but a mine in a covered country", { ...outOfScope, mineCoveredRows: 1 }, ORIGINATED],
  ["no response at all", { ...CLEAN, counted: 0, inScope: 0, coveredNo: 0 }, UNDETERMINED],
  ["all recycled", recycled, RECYCLED],
  ["all recycled, invalid for another reason", { ...recycled, invalid: 1 }, RECYCLED],
  ["all but one recycled", { recycledYes: 2, recycled100: 2, recycledNotAll: 1 }, NO_REASON],
  ["recycled by the old question only", { recycledYes: 3 }, NO_REASON],
  ["all recycled, one also sends a response that is not", { ...recycled, recycledNotAll: 1 }, NO_REASON],
  ["all recycled, but a row is not", { ...recycled, rowsNotRecycled: 1 }, NO_REASON],
  ["all recycled, but one answers Yes on origin", { ...recycled, coveredYes: 1, coveredNo: 2 }, ORIGINATED],
  ["all recycled, one missing", { ...recycled, missing: 1 }, UNDETERMINED],
  ["one Yes", { coveredYes: 1, coveredNo: 2 }, ORIGINATED],
  ["a mine in a covered country", { mineCoveredRows: 4 }, ORIGINATED],
  ["an origin list", { originListSmelters: 1 }, ORIGINATED],
  ["Yes with the scope left open", { scopeUnclear: 1, coveredYesScopeUnclear: 1 }, ORIGINATED],
  ["one Unknown", { coveredUnknown: 1, coveredNo: 2 }, UNDETERMINED],
  ["one blank", { coveredBlank: 1, coveredNo: 2 }, UNDETERMINED],
  ["one invalid", { invalid: 1 }, UNDETERMINED],
  ["one missing", { missing: 1 }, UNDETERMINED],
  ["one heard only after the cut-off", { late: 1 }, UNDETERMINED],
  ["one heard only without a date", { undated: 1 }, UNDETERMINED],
  ["one that sent a blank template", { blank: 1 }, UNDETERMINED],
  ["one that sent our own declaration", { own: 1 }, UNDETERMINED],
  ["a smelter unmatched", { unmatched: 1 }, UNDETERMINED],
  ["a row not yet identified", { notIdentified: 1 }, UNDETERMINED],
  ["smelters not all identified", { identifiedNotYes: 1 }, UNDETERMINED],
  ["no smelter named", { withoutSmelters: 1 }, UNDETERMINED],
])("%s", (_name, change, outcome) => {
  expect(propose({ ...CLEAN, ...change }, INQUIRY).outcome).toBe(outcome);
});

test("undetermined says every reason with its count", () => {
  const { why } = propose(
    {
      ...CLEAN,
      coveredUnknown: 2,
      coveredBlank: 1,
      invalid: 1,
      unmatched: 7,
      notIdentified: 1,
      missing: 4,
      unreadableFiles: 1,
    },
    INQUIRY,
  );
  expect(why).toEqual([
    "2 suppliers in scope answer Unknown on the covered countries.",
    "1 supplier in scope gives no usable answer on the covered countries.",
    "1 supplier's response is invalid.",
    "7 reported smelters could not be matched.",
    "1 smelter row says “not yet identified”.",
    "4 suppliers on the roster are missing.",
    "1 file was received that is not usable.",
  ]);
});

test("a blank template and our own declaration are told apart, and who sent them", () => {
  const evidence = { ...CLEAN, blank: 1, own: 2 };
  const names = { blank: ["Acme"], own: ["Bolt", "Cog"] };
  expect(propose(evidence, INQUIRY, names).why.slice(0, 2)).toEqual([
    "1 supplier sent nothing but a blank template: Acme.",
    "2 suppliers sent nothing but our own declaration: Bolt; Cog.",
  ]);
});

test.each([
  [1, "The only supplier in scope answers No on the covered countries."],
  [2, "Both suppliers in scope answer No on the covered countries."],
  [3, "All 3 suppliers in scope answer No on the covered countries."],
])("%i in scope are said in words that fit", (inScope, sentence) => {
  expect(propose({ ...CLEAN, inScope }, INQUIRY).why[0]).toBe(sentence);
});

const HEARD =
  "This covers only the suppliers that responded; without a roster it is not known how many were asked.";

test("without a roster every proposal says of whom it speaks", () => {
  for (const change of [{}, outOfScope, recycled, { coveredYes: 1 }, { coveredUnknown: 1 }]) {
    expect(propose({ ...CLEAN, ...change, missing: null, late: null }, INQUIRY).why.at(-1)).toBe(HEARD);
    expect(propose({ ...CLEAN, ...change }, INQUIRY).why).not.toContain(HEARD);
  }
});

test("a proposal names its evidence, and the first of many", () => {
  const names = {
    coveredYes: ["Acme (invalid, Declaration!D41)"],
    coveredYesScopeUnclear: [],
    mineCoveredRows: ["A", "B", "C", "D", "E", "F", "G"],
    originListSmelters: ["EM Vinto (CID000438)"],
    openSigns: ["A pasted list of nearly all smelters (Acme)"],
  };
  const evidence = { ...CLEAN, coveredYes: 1, mineCoveredRows: 9, originListSmelters: 1, openSigns: 2 };
  expect(propose(evidence, INQUIRY, names).why).toEqual([
    "1 supplier in scope answers Yes on the covered countries: Acme (invalid, Declaration!D41).",
    "9 smelter rows name mines or classes of origin in the covered countries: A; B; C; D; E; and 2 more.",
    "1 reported smelter sources from a covered country by an origin list: EM Vinto (CID000438).",
    "2 warning signs are open: A pasted list of nearly all smelters (Acme).",
  ]);
});
