// The catalogue as a whole: each rule is worded like a published rule, and its two examples have the expected results.

import { expect, test } from "vitest";

import { SEVERITIES } from "../../src/model/finding.ts";
import { RULES } from "../../src/rules/index.ts";
import { check } from "../../src/rules/run.ts";
import { exampleInput, examplesOf } from "../../src/rules/support/example.ts";

test("ids are unique and kebab-case", () => {
  const ids = RULES.map((rule) => rule.id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    // The number of a question differs between editions.
    expect(id).not.toMatch(/(^|-)q\d+(-|$)/);
  }
});

test.each(RULES.map((rule) => [rule.id, rule] as const))("%s is worded as a published rule", (_, rule) => {
  expect(SEVERITIES).toContain(rule.severity);
  // One sentence: starts with a capital and has a single full stop at the end.
  expect(rule.title).toMatch(/^[A-Z"][^.!?]*\.$/);
  expect(rule.ask).toMatch(/^[A-Z][^?]*\?$/);
  expect(rule.why).toMatch(/^[A-Z].*\.$/);
  expect(rule.source).toMatch(/^[A-Z].*\.$/);
});

test.each(RULES.map((rule) => [rule.id, rule] as const))(
  "%s fires and is silent as its examples say",
  (_, rule) => {
    const fires = check(exampleInput(examplesOf(rule).fires), [rule]);
    expect(fires.notRun).toEqual([]);
    expect(fires.findings.length).toBeGreaterThan(0);
    for (const finding of fires.findings) {
      expect(finding.message).toMatch(/^[A-Z"].*\.$/);
      expect(finding.message).not.toMatch(/undefined|null|NaN|\[object/);
    }
    const silent = check(exampleInput(examplesOf(rule).silent), [rule]);
    expect(silent).toEqual({ findings: [], notRun: [], gone: [] });
  },
);
