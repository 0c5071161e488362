// In scope or not: the same for rules, report and roll-up.

import { describe, expect, test } from "vitest";
import { type Question, RELEASES } from "../../fixtures/cmrt.ts";
import { consolidate } from "../../src/campaign/consolidate.ts";
import { asksFurther, declaredScope, requiredAnswers } from "../../src/domain/scope.ts";

import { rollUp } from "../../src/rollup/roll-up.ts";
import { check } from "../../src/rules/run.ts";
import { exampleInput } from "../../src/rules/support/example.ts";
import { buildEvaluation } from "../helpers/build-evaluation.ts";
import { buildResponse } from "../helpers/build-response.ts";

type Given = "yes" | "no" | "-" | "?";

/** A response with these first two answers on tin; "-" is blank, "?" is a text that is not understood. */
function withTin(version: string, first: Given, second: Given) {
  const given = (answer: Given) => (answer === "-" ? null : answer === "?" ? { raw: "perhaps" } : answer);
  const [one, two]: [Question, Question] =
    version < "3" ? ["necessaryInProduct", "coveredCountries"] : ["intentionallyAdded", "necessaryInProduct"];
  return buildResponse({
    version,
    company: { effectiveDate: { value: "2016-10-01" } },
    answers: { tin: { [one]: given(first), [two]: given(second) } },
  });
}

const CASES: readonly [
  version: string,
  first: Given,
  second: Given,
  scope: "yes" | "no" | "unclear",
  asked: boolean,
][] = [
  ["1.00", "no", "-", "no", false],
  ["2.03a", "no", "-", "no", false],
  ["2.03a", "yes", "no", "yes", true],
  ["2.03a", "-", "-", "unclear", true],
  ["3.02", "yes", "yes", "yes", true],
  ["3.02", "yes", "no", "yes", true],
  ["3.02", "no", "yes", "yes", true],
  ["3.02", "no", "no", "no", false],
  ["3.02", "no", "-", "unclear", true],
  ["3.02", "-", "no", "unclear", true],
  ["3.02", "-", "-", "unclear", true],
  ["3.02", "yes", "-", "yes", true],
  ["4.20", "yes", "yes", "yes", true],
  ["4.20", "yes", "no", "unclear", false],
  ["4.20", "no", "yes", "unclear", false],
  ["4.20", "no", "no", "no", false],
  ["4.20", "no", "-", "no", false],
  ["4.20", "yes", "-", "unclear", true],
  ["5.12", "yes", "no", "no", false],
  ["6.5", "yes", "yes", "yes", true],
  ["6.5", "no", "-", "no", false],
  ["6.5", "yes", "no", "no", false],
  ["6.5", "yes", "-", "unclear", true],
  ["6.5", "yes", "?", "unclear", true],
  ["6.5", "?", "yes", "unclear", true],
  ["6.5", "-", "-", "unclear", true],
];

test.each(CASES)(
  "%s with %s and %s: in scope %s, asked further %s",
  (version, first, second, scope, asked) => {
    const response = withTin(version, first, second);
    expect(declaredScope(response, "tin")).toBe(scope);
    expect(asksFurther(response, "tin")).toBe(asked);
  },
);

test("where nothing further is asked, only the first questions want an answer", () => {
  for (const [version, first, second, , asked] of CASES) {
    expect(requiredAnswers(withTin(version, first, second), "tin").length > 2).toBe(asked);
  }
});

describe.each(RELEASES.map(({ version }) => version))("%s", (version) => {
  const pairs = ["yes", "no", "-"].flatMap((first) => ["yes", "no", "-"].map((second) => [first, second]));

  test.each(pairs as [Given, Given][])("%s and %s: report, rules and roll-up agree", (first, second) => {
    const response = withTin(version, first, second);
    const scope = declaredScope(response, "tin");
    const evaluation = buildEvaluation([response]);

    const declared = consolidate(evaluation).declarations.find(({ metal }) => metal === "tin");
    expect(declared?.inScope).toBe(scope);

    const rules = check({
      ...exampleInput({ about: "" }),
      responses: evaluation.responses.map((selected) => ({ selected, matches: selected.matches })),
    }).findings.map(({ rule }) => rule);
    if (version >= "2") expect(rules.includes("smelter-metal-out-of-scope")).toBe(scope === "no");

    const rolled = rollUp({
      period: 2016,
      counted: evaluation.responses,
      missing: [],
      survey: null,
      company: undefined,
      scope: "company",
      effectiveDate: "2017-01-31",
      products: [],
    });
    const leftOut = rolled.leftOut.map(({ metal }) => metal);
    expect(leftOut.includes("tin")).toBe(scope === "no");
    expect(rolled.smelters.some(({ metal }) => metal === "tin")).toBe(scope !== "no");
  });
});
