// Every rule's table, in memory: the whole list of findings of the rule, cell and severity.
import { describe, expect, test } from "vitest";
import { RULES } from "../../src/rules/index.ts";
import type { Rule } from "../../src/rules/rule.ts";
import { check } from "../../src/rules/run.ts";
import { exampleInput } from "../../src/rules/support/example.ts";
import { findRule } from "../../src/rules/support/find-rule.ts";
import { CAMPAIGN } from "./cases/campaign.ts";
import type { Cases } from "./cases/case.ts";
import { COMPLETENESS } from "./cases/completeness.ts";
import { DECLARATION } from "./cases/declaration.ts";
import { SMELTERS } from "./cases/smelters.ts";

const CASES: Cases = { ...COMPLETENESS, ...DECLARATION, ...SMELTERS, ...CAMPAIGN };

test("every rule has a table with a silent and a firing case, and no table is without its rule", () => {
  expect(Object.keys(CASES).sort()).toEqual(RULES.map((rule) => rule.id).sort());
  for (const [id, cases] of Object.entries(CASES)) {
    expect(
      cases.some(([, , finds]) => finds.length === 0),
      `${id} has no silent case`,
    ).toBe(true);
    expect(
      cases.some(([, , finds]) => finds.length > 0),
      `${id} has no firing case`,
    ).toBe(true);
  }
});

describe.each(Object.entries(CASES))("%s", (id, cases) => {
  const rule = findRule(id) as Rule;
  test.each(cases)("%s", (situation, run, finds) => {
    const { findings, notRun } = check(exampleInput({ about: situation, ...run }), [rule]);
    expect(findings.map(({ at, severity }) => `${at ?? "file"} ${severity}`).sort()).toEqual(
      [...finds].sort(),
    );
    // A rule that did not run is silent for the wrong reason.
    expect(notRun).toEqual([]);
  });
});
