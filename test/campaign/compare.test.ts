import { expect, test } from "vitest";
import { compare } from "../../src/campaign/compare.ts";
import { consolidate } from "../../src/campaign/consolidate.ts";
import type { Response } from "../../src/model/response.ts";
import { type BuildEvaluation, buildEvaluation } from "../helpers/build-evaluation.ts";
import { type BuildOptions, buildResponse } from "../helpers/build-response.ts";

const response = (id: string, companyName: string, date: string, more: BuildOptions = {}): Response =>
  buildResponse({
    id,
    file: `${id}.xlsx`,
    version: "4.20",
    ...more,
    company: { companyName, effectiveDate: { value: date }, ...more.company },
  });
const VINTO = { metal: "tin", lookupName: "EM Vinto", name: "EM Vinto", id: "CID000438" } as const;
const TAKI = { metal: "tantalum", lookupName: "Taki Chemical Co., Ltd.", id: "CID001869" } as const;
const foo = { metal: "tin", lookupName: "Smelter not listed", name: "Foo Tin", country: "PE" } as const;

const FINDINGS: NonNullable<BuildEvaluation["findings"]> = [
  ["alpha-15", "error"],
  ["alpha-16", "warning"],
  ["beta-15", "warning"],
  ["beta-16", "warning"],
  ["gamma-15", "error"],
];
const RESPONSES = [
  response("alpha-15", "Alpha", "2015-09-01", { smelters: [VINTO, TAKI, { ...VINTO, row: 9 }] }),
  response("alpha-16", "Alpha", "2016-09-01", {
    answers: {
      tin: { coveredCountries: "unknown", allSmeltersIdentified: "no", supplierResponseRate: "pctGt75" },
      tantalum: { intentionallyAdded: "no" },
      gold: { coveredCountries: { raw: "?" } },
    },
    policies: { policyPublic: "no" },
    smelters: [VINTO, foo],
  }),
  response("beta-15", "Beta", "2015-09-01", {
    answers: { tin: { coveredCountries: "unknown" } },
    smelters: [],
  }),
  response("beta-16", "Beta", "2016-09-01", { smelters: [] }),
  // Gamma answers only in the first period, Delta only in the second, Epsilon in the days that belong to both.
  response("gamma-15", "Gamma", "2015-09-01", { smelters: [] }),
  response("delta-16", "Delta", "2016-09-01", { smelters: [] }),
  response("epsilon", "Epsilon", "2016-03-01", { smelters: [] }),
];

function period(year: number) {
  const evaluation = buildEvaluation(RESPONSES, { period: year, findings: FINDINGS });
  return { evaluation, consolidation: consolidate(evaluation) };
}
const RESULT = compare(period(2015), period(2016));
const changes = (kind: string) =>
  RESULT.changes
    .filter((change) => change.kind === kind)
    .map(({ metal, supplier, subject, before, after }) => [metal ?? supplier, subject, before, after]);

test("who is compared", () => {
  expect(RESULT).toMatchObject({ from: 2015, to: 2016, suppliersInBoth: 3, responsesInBoth: 1 });
});

test("figures of both periods", () => {
  expect(changes("figure").slice(0, 6)).toEqual([
    [null, "suppliers surveyed", null, null],
    [null, "suppliers with a file received", 4, 4],
    [null, "suppliers with a usable file", 4, 4],
    [null, "suppliers responded", 4, 4],
    [null, "suppliers valid", 2, 4],
    [null, "suppliers valid without questions", 1, 2],
  ]);
  expect(changes("figure").filter(([metal]) => metal === "tin")).toEqual([
    ["tin", "suppliers in scope", 4, 4],
    ["tin", "covered countries: Yes", 0, 0],
    ["tin", "covered countries: No", 3, 3],
    ["tin", "covered countries: Unknown", 1, 1],
    ["tin", "smelters named", 1, 2],
    ["tin", "smelters not matched", 0, 1],
  ]);
});

test("answers that became weaker, of suppliers heard in both; a metal no longer in scope is none", () => {
  expect(
    RESULT.changes
      .filter(({ kind }) => kind === "answer")
      .map(({ supplier, metal, subject, before, after }) => [supplier, metal, subject, before, after]),
  ).toEqual([
    ["Alpha", "tin", "coveredCountries", "no", "unknown"],
    ["Alpha", "tin", "supplierResponseRate", "pct100", "pctGt75"],
    ["Alpha", "tin", "allSmeltersIdentified", "yes", "no"],
    ["Alpha", "gold", "coveredCountries", "no", "not understood"],
    ["Alpha", null, "policyPublic", "yes", "no"],
  ]);
});

test("smelters new and gone", () => {
  expect(changes("smelterNew")).toEqual([["tin", "Foo Tin", null, 1]]);
  expect(changes("smelterGone")).toEqual([["tantalum", "Taki Chemical Co., Ltd.", 1, null]]);
  expect(changes("smelterCount")).toEqual([]);
});

test("findings new and resolved, of suppliers heard in both", () => {
  expect(changes("findingNew")).toEqual([["Alpha", "warning-rule", 0, 1]]);
  expect(changes("findingResolved")).toEqual([["Alpha", "error-rule", 1, 0]]);
});

test("a status that moved on the lists", () => {
  const [before, after] = [period(2015), period(2016)];
  const withStatus = (result: typeof before, status: string) => ({
    ...result,
    consolidation: {
      ...result.consolidation,
      facilities: result.consolidation.facilities.map((one) =>
        one.id === "CID000438"
          ? { ...one, status: { status, class: "other" as const, list: "Status", asOf: null } }
          : one,
      ),
    },
  });
  const { changes: all } = compare(withStatus(before, "Conformant"), withStatus(after, "In progress"));
  expect(all.filter(({ kind }) => kind === "smelterStatus")).toMatchObject([
    { metal: "tin", subject: "EM Vinto", smelterId: "CID000438", before: "Conformant", after: "In progress" },
  ]);
});
