// A small campaign with every figure calculated by hand.

import { expect, test } from "vitest";
import type { Metal, Question } from "../../fixtures/cmrt.ts";
import { consolidate } from "../../src/campaign/consolidate.ts";
import type { ReferenceList } from "../../src/model/reference.ts";

import { buildEvaluation } from "../helpers/build-evaluation.ts";
import { type BuildOptions, buildResponse } from "../helpers/build-response.ts";

const response = (id: string, companyName: string, date: string | null, more: BuildOptions = {}) =>
  buildResponse({
    id,
    file: `${id}.xlsx`,
    version: "4.20",
    ...more,
    company: { companyName, effectiveDate: date === null ? null : { value: date }, ...more.company },
  });

/** A smelter row of a listed facility, or of an unlisted one. */
const TAKI = { metal: "tantalum", lookupName: "Taki Chemical Co., Ltd.", id: "CID001869" } as const;
const VINTO = { metal: "tin", lookupName: "EM Vinto", name: "EM Vinto", id: "CID000438" } as const;
const notListed = (metal: Metal, name: string, country: string) => ({
  metal,
  lookupName: "Smelter not listed",
  name,
  country,
});

const EVALUATION = buildEvaluation(
  [
    // Alpha: tantalum and tin in scope, gold and tungsten not. One mine in Rwanda and one text that is not a country.
    response("alpha", "Alpha", "2016-03-01", {
      answers: {
        tantalum: { coveredCountries: "unknown" },
        tin: { coveredCountries: "no" },
        gold: { intentionallyAdded: "no", necessaryInProduct: null, coveredCountries: null },
        tungsten: { intentionallyAdded: "no", necessaryInProduct: "no", coveredCountries: null },
      },
      smelters: [
        { ...TAKI, name: "Taki Chemical", mineCountries: "Brazil; recycled" },
        { ...VINTO, mineCountries: "Rwanda, Narnia" },
        { ...VINTO, recycled: "no" },
        notListed("tin", "Foo Tin", "PE"),
      ],
    }),
    // Beta, twice: the newer one counts, on product level.
    response("beta-old", "Beta", "2016-02-01", { answers: { tin: { coveredCountries: "yes" } } }),
    response("beta-new", "Beta", "2016-04-01", {
      answers: { tin: { coveredCountries: { raw: "Perhaps" }, allSmeltersIdentified: "no" } },
      policies: { policyEstablished: "no" },
      smelters: [
        { ...VINTO, mineCountries: "Rwanda" },
        notListed("tin", "FOO  TIN Ltd", "PE"),
        { metal: "tin", lookupName: "Smelter not yet identified" },
      ],
    }),
    // Gamma answers in 2.03, where "recycled" asks whether any is, and intentionallyAdded is not asked.
    response("gamma", "Gamma", "2016-05-01", {
      version: "2.03",
      answers: { tin: { recycledOrScrap: "yes", necessaryInProduct: null } },
      smelters: [],
    }),
    // Delta only earlier, Epsilon only later, Zeta without a date.
    response("delta", "Delta", "2015-05-01"),
    response("epsilon", "Epsilon", "2017-06-15"),
    response("zeta", "Zeta", null),
  ],
  {
    findings: [
      ["gamma", "error"],
      ["beta-new", "warning"],
    ],
  },
);
const RESULT = consolidate(EVALUATION);

test("every supplier is summed up by one state", () => {
  expect(RESULT.suppliers.map(({ name, state }) => [name, state])).toEqual([
    ["Alpha", "valid"],
    ["Beta", "questions"],
    ["Delta", "stale"],
    ["Epsilon", "late"],
    ["Gamma", "invalid"],
    ["Zeta", "undated"],
  ]);
});

function tally(metal: Metal, question: Question) {
  return Object.fromEntries(
    RESULT.answers
      .filter((line) => line.metal === metal && line.question === question)
      .map((line) => [line.answer, line.suppliers]),
  );
}

test("answers are tallied over the responses that count", () => {
  expect(tally("tin", "coveredCountries")).toEqual({
    no: ["Alpha", "Gamma"],
    "not understood": ["Beta"],
  });
  expect(tally("tantalum", "coveredCountries")).toEqual({ no: ["Beta", "Gamma"], unknown: ["Alpha"] });
  expect(tally("gold", "coveredCountries")).toEqual({ no: ["Beta", "Gamma"], "not required": ["Alpha"] });
  expect(tally("gold", "necessaryInProduct")).toEqual({ yes: ["Beta", "Gamma"], "not required": ["Alpha"] });
  expect(tally("tin", "necessaryInProduct")).toEqual({ yes: ["Alpha", "Beta"], "not answered": ["Gamma"] });
  expect(tally("tin", "intentionallyAdded")).toEqual({ yes: ["Alpha", "Beta"], "not asked": ["Gamma"] });
  expect(tally("tin", "cahra")).toEqual({ "not asked": ["Alpha", "Beta", "Gamma"] });
});

test("policies are tallied, and what a template does not ask is said", () => {
  const line = (question: string) =>
    RESULT.policies
      .filter((tally) => tally.question === question)
      .map(({ answer, suppliers }) => [answer, suppliers]);
  expect(line("policyEstablished")).toEqual([
    ["yes", ["Alpha", "Gamma"]],
    ["no", ["Beta"]],
  ]);
  expect(line("allSupplierTemplatesReceived")).toEqual([["not asked", ["Alpha", "Beta", "Gamma"]]]);
});

test("a metal is in scope, out of scope or left open", () => {
  const scopes = RESULT.declarations.map((one) => `${one.from.supplier.name} ${one.metal} ${one.inScope}`);
  expect(scopes.filter((text) => text.startsWith("Alpha"))).toEqual([
    "Alpha tantalum yes",
    "Alpha tin yes",
    "Alpha gold no",
    "Alpha tungsten no",
  ]);
  expect(scopes).toContain("Gamma tin unclear");
  expect(scopes).toContain("Gamma gold yes");
});

test("one line per facility: by ID where matched, by name and country where not", () => {
  expect(
    RESULT.facilities.map(({ metal, id, standardName, reportedName, country, suppliers, rows, matches }) => [
      metal,
      id ?? reportedName,
      standardName,
      country,
      suppliers,
      rows,
      matches,
    ]),
  ).toEqual([
    ["tantalum", "CID001869", "Taki Chemical Co., Ltd.", "JP", ["Alpha"], 1, ["id"]],
    ["tin", "CID000438", "EM Vinto", "BO", ["Alpha", "Beta"], 3, ["id"]],
    ["tin", "Foo Tin", undefined, "PE", ["Alpha", "Beta"], 2, ["none"]],
  ]);
});

test("countries of origin come from the mine columns only, with what could not be resolved", () => {
  expect(
    RESULT.countries.map(({ metal, code, text, covered, provenance, suppliers, smelters, rows }) => [
      metal,
      code ?? text,
      covered,
      provenance,
      suppliers,
      smelters,
      rows,
    ]),
  ).toEqual([
    ["tantalum", "BR", "no", "supplier", 1, 1, 1],
    ["tin", "RW", "yes", "supplier", 2, 1, 2],
    ["tin", "Narnia", "not known", "supplier", 1, 1, 1],
  ]);
});

test("the evidence of a metal", () => {
  const tin = RESULT.proposals.find((proposal) => proposal.metal === "tin");
  expect(tin?.evidence).toEqual({
    metal: "tin",
    openSigns: 0,
    acceptedSigns: 0,
    counted: 3,
    inScope: 2,
    outOfScope: 0,
    scopeUnclear: 1,
    coveredYes: 0,
    coveredNo: 1,
    coveredUnknown: 0,
    coveredBlank: 1,
    coveredYesScopeUnclear: 0,
    recycledYes: 0,
    recycled100: 0,
    recycledNotAll: 2,
    rowsNotRecycled: 1,
    mineCoveredRows: 2,
    originListSmelters: 0,
    smelters: 2,
    conformant: 0,
    active: 0,
    otherStatus: 0,
    notOnList: 0,
    statusNotKnown: 1,
    unmatched: 1,
    notIdentified: 1,
    identifiedNotYes: 1,
    withoutSmelters: 0,
    invalid: 1,
    missing: null,
    stale: 1,
    undated: 1,
    blank: 0,
    own: 0,
    late: null,
    unreadableFiles: 0,
    productLevel: 0,
  });
  expect(RESULT.proposals.map(({ metal, outcome }) => [metal, outcome])).toEqual([
    ["tantalum", "undetermined"],
    ["tin", "originated, or may have originated, in covered countries"],
    ["gold", "undetermined"],
    ["tungsten", "undetermined"],
  ]);
});

test("“Congo” alone is a covered country either way, but no country that could be named", () => {
  const { countries } = consolidate(
    buildEvaluation([
      response("a", "A", "2016-03-01", { smelters: [{ ...VINTO, mineCountries: "Congo" }] }),
      response("b", "B", "2016-03-01", { smelters: [{ ...VINTO, mineCountries: "DRC / Viet'nam" }] }),
    ]),
  );
  expect(countries.map(({ code, text, covered }) => [code, text, covered])).toEqual([
    ["CD", null, "yes"],
    ["VN", null, "no"],
    [null, "Congo", "yes"],
  ]);
});

test("a supplier with two scopes counts once under each answer, and is as valid as its worst response", () => {
  const product: BuildOptions = {
    company: { scope: { value: "product" } },
    products: [{ row: 6, number: "A-1" }],
    answers: { tin: { coveredCountries: "yes" } },
  };
  const { suppliers, proposals } = consolidate(
    buildEvaluation(
      [response("one", "Alpha", "2016-03-01"), response("two", "Alpha", "2016-04-01", product)],
      {
        findings: [["two", "error"]],
      },
    ),
  );
  expect(suppliers).toEqual([
    { key: "alpha", name: "Alpha", onRoster: null, state: "invalid", step: "responded", spendShare: null },
  ]);
  expect(proposals[1]?.evidence).toMatchObject({
    counted: 1,
    inScope: 1,
    coveredYes: 1,
    coveredNo: 1,
    productLevel: 1,
  });
});

test("with a list of statuses every matched smelter has a status or is not on the list", () => {
  const evaluation = buildEvaluation([
    response("a", "A", "2016-03-01", { smelters: [TAKI, VINTO, notListed("tin", "Foo", "PE")] }),
  ]);
  const list = { ...(evaluation.reference?.list as ReferenceList), kind: "status" as const, name: "Status" };
  const status = { status: "Conformant", class: "conformant" as const, list: "Status", asOf: "2016-12-31" };
  const counts = (withStatus: boolean) => {
    const { proposals } = consolidate({
      ...evaluation,
      furtherLists: [{ list, use: "status" }],
      responses: evaluation.responses.map((one) => ({
        ...one,
        matches: one.matches.map((match) =>
          withStatus && match.metal === "tantalum" ? { ...match, status } : match,
        ),
      })),
    });
    return proposals.slice(0, 2).map(({ evidence }) => {
      const { smelters, conformant, notOnList, statusNotKnown, unmatched } = evidence;
      return { smelters, conformant, notOnList, statusNotKnown, unmatched };
    });
  };
  expect(counts(true)).toEqual([
    { smelters: 1, conformant: 1, notOnList: 0, statusNotKnown: 0, unmatched: 0 },
    { smelters: 2, conformant: 0, notOnList: 1, statusNotKnown: 0, unmatched: 1 },
  ]);
  // A list without any of them is still a list.
  expect(counts(false)[0]).toMatchObject({ conformant: 0, notOnList: 1, statusNotKnown: 0 });
});
