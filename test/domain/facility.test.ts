// Which rows mean the same facility: the same for report, rules, roll-up and the list of open smelters.
import { describe, expect, test } from "vitest";
import { compare } from "../../src/campaign/compare.ts";
import { consolidate } from "../../src/campaign/consolidate.ts";
import { facilityKey, reportedSmelterKey } from "../../src/domain/facility.ts";
import { createMatcher } from "../../src/match/matcher.ts";
import { gatherOpenSmelters } from "../../src/match/open-smelters.ts";
import type { SmelterRow } from "../../src/model/response.ts";
import { rollUp } from "../../src/rollup/roll-up.ts";
import { exampleMatch } from "../../src/rules/support/example-matches.ts";
import { facilities } from "../../src/rules/support/named-smelters.ts";
import { buildEvaluation, LISTED_LIST } from "../helpers/build-evaluation.ts";
import { buildList } from "../helpers/build-list.ts";
import { buildResponse } from "../helpers/build-response.ts";

const unlisted = (name: string, country?: string): Partial<SmelterRow> => ({
  metal: "tin",
  lookupName: "Smelter not listed",
  name,
  ...(country === undefined ? {} : { country }),
});

/** How many tin facilities each part of the program finds in a response with these rows. */
function seenIn(smelters: Partial<SmelterRow>[], decisions: Parameters<typeof createMatcher>[1] = {}) {
  const response = buildResponse({ company: { effectiveDate: { value: "2016-10-01" } }, smelters });
  const matcher = createMatcher(LISTED_LIST, decisions);
  const built = buildEvaluation([response]);
  const responses = built.responses.map((one) => ({
    ...one,
    matches: one.response.smelters.map((row) => matcher.match(row)),
  }));
  const [one] = responses;
  if (one === undefined) throw new Error("the response is missing");
  const consolidation = consolidate({ ...built, responses });
  const rolled = rollUp({
    period: 2016,
    counted: responses,
    missing: [],
    survey: null,
    company: undefined,
    scope: "company",
    effectiveDate: "2017-01-31",
    products: [],
  });
  const rows = one.response.smelters.map((row, index) => ({
    row,
    match: one.matches[index] ?? exampleMatch({}),
    supplier: "Acme",
    at: "",
  }));
  return {
    report: consolidation.facilities.filter(({ metal }) => metal === "tin").length,
    evidence: consolidation.proposals.find(({ metal }) => metal === "tin")?.evidence,
    rules: facilities({ selected: one, matches: one.matches }).size,
    rollup: rolled.smelters.filter(({ kind }) => kind !== "notIdentified").length,
    open: gatherOpenSmelters(rows).length,
    leftOut: rolled.leftOut.map(({ name, reason }) => [name, reason]),
  };
}

test("an unlisted name in two countries is two facilities everywhere", () => {
  const seen = seenIn([unlisted("Acme", "CN"), unlisted("Acme", "PE"), unlisted("ACME Co., Ltd.", "PE")]);
  expect(seen).toMatchObject({ report: 2, rules: 2, rollup: 2 });
  // A person who decides sees each spelling.
  expect(seen.open).toBe(3);
});

test('a name decided "not a smelter" is none everywhere', () => {
  const decision = { metal: "tin", reportedName: "Acme", id: null, reason: "", by: "", date: "", line: 2 };
  const seen = seenIn([unlisted("Acme", "CN")], { decisions: [decision] });
  expect(seen).toMatchObject({ report: 0, rules: 0, rollup: 0, open: 0 });
  expect(seen.evidence).toMatchObject({ smelters: 0, unmatched: 0, withoutSmelters: 1 });
  expect(seen.leftOut).toEqual([["Acme", "It was decided that this is not a smelter."]]);
});

test('"not yet identified" is no facility anywhere', () => {
  const seen = seenIn([{ metal: "tin", lookupName: "Smelter not yet identified" }]);
  expect(seen).toMatchObject({ report: 0, rules: 0, rollup: 0, open: 0 });
});

test("two spellings of one listed facility are one everywhere", () => {
  const seen = seenIn([
    { metal: "tin", lookupName: "EM Vinto" },
    { metal: "tin", lookupName: "E.M. VINTO", country: "PE" },
    { metal: "tin", name: "Vinto", id: "CID000438" },
  ]);
  expect(seen).toMatchObject({ report: 1, rules: 1, rollup: 1 });
});

test("of a list without IDs the standard name makes the facility", () => {
  const list = buildList(["tin | Alpha Tin | Alpha Tin Works | Peru | |", "tin | Beta | Beta | Peru | |"]);
  const { match } = createMatcher(list);
  const key = (name: string) => facilityKey({ metal: "tin", name }, match({ metal: "tin", name }));
  expect(key("Alpha Tin")).toBe(key("alpha tin works"));
  expect(key("Alpha Tin")).not.toBe(key("Beta"));
});

test("two periods know a facility by the same key", () => {
  const inYear = (year: number, smelters: Partial<SmelterRow>[]) => {
    const response = buildResponse({
      id: String(year).repeat(16),
      company: { effectiveDate: { value: `${year}-10-01` } },
      smelters,
    });
    const evaluation = buildEvaluation([response], { period: year, today: "2018-01-01" });
    return { evaluation, consolidation: consolidate(evaluation) };
  };
  const { changes } = compare(
    inYear(2015, [unlisted("Acme", "CN"), unlisted("未知熔炼", "CN")]),
    inYear(2016, [unlisted("ACME", "PE"), unlisted("未知熔炼", "CN")]),
  );
  const smelters = changes.filter(({ kind }) => kind.startsWith("smelter"));
  expect(smelters.map(({ kind, subject }) => [kind, subject])).toEqual([
    ["smelterNew", "ACME"],
    ["smelterGone", "Acme"],
  ]);
});

describe("the key of a row", () => {
  const none = exampleMatch({ metal: "tin" });
  const row = { metal: "tin", name: "Acme Tin", country: "CN" };

  test("by name and country, whatever ID was typed", () => {
    expect(facilityKey({ ...row, id: "CID000001" }, none)).toBe(facilityKey(row, none));
    expect(facilityKey({ ...row, country: "PE" }, none)).not.toBe(facilityKey(row, none));
    expect(facilityKey(row, exampleMatch({ metal: "gold" }))).not.toBe(facilityKey(row, none));
  });

  test("the ID serves where there is no name, and where nothing was matched", () => {
    expect(facilityKey({ metal: "tin", id: "CID000001" }, none)).not.toBe(
      facilityKey({ metal: "tin", id: "CID000002" }, none),
    );
    expect(facilityKey({ ...row, id: "CID000001" }, undefined)).toBe(
      facilityKey({ metal: "tin", name: "Other", id: "CID000001" }, undefined),
    );
    expect(facilityKey({ metal: "tin", lookupName: "Smelter not yet identified" }, undefined)).toBeNull();
  });

  test("a decision reaches no further than the name that was seen", () => {
    expect(reportedSmelterKey("tin", "ACME tin", "CN")).toBe(reportedSmelterKey("tin", "Acme Tin", "CN"));
    expect(reportedSmelterKey("tin", "Acme Tin Ltd", "CN")).not.toBe(
      reportedSmelterKey("tin", "Acme Tin", "CN"),
    );
  });
});
