// Every rule's table, in memory: all findings of the rule, with cell and severity.
import { describe, expect, test } from "vitest";
import { answers } from "../../src/rules/answers/index.ts";
import { campaign } from "../../src/rules/campaign/index.ts";
import { company } from "../../src/rules/company/index.ts";
import { dates } from "../../src/rules/dates/index.ts";
import { declared } from "../../src/rules/declared/index.ts";
import { files } from "../../src/rules/files/index.ts";
import { TOPICS } from "../../src/rules/index.ts";
import { lists } from "../../src/rules/lists/index.ts";
import { mines } from "../../src/rules/mines/index.ts";
import { required } from "../../src/rules/required/index.ts";
import type { Rule, Topic } from "../../src/rules/rule.ts";
import { check } from "../../src/rules/run.ts";
import { smelters } from "../../src/rules/smelters/index.ts";
import { exampleInput } from "../../src/rules/support/example.ts";
import { findRule } from "../../src/rules/support/find-rule.ts";
import { ANSWERS } from "./cases/answers.ts";
import { CAMPAIGN } from "./cases/campaign.ts";
import type { Cases } from "./cases/case.ts";
import { COMPANY } from "./cases/company.ts";
import { DATES } from "./cases/dates.ts";
import { DECLARED } from "./cases/declared.ts";
import { FILES } from "./cases/files.ts";
import { LISTS } from "./cases/lists.ts";
import { MINES } from "./cases/mines.ts";
import { REQUIRED } from "./cases/required.ts";
import { SMELTERS } from "./cases/smelters.ts";

/** The tables by topic, in files that mirror the folders of the rules. */
const TABLES: readonly [topic: Topic, cases: Cases][] = [
  [required, REQUIRED],
  [company, COMPANY],
  [dates, DATES],
  [answers, ANSWERS],
  [declared, DECLARED],
  [smelters, SMELTERS],
  [mines, MINES],
  [lists, LISTS],
  [files, FILES],
  [campaign, CAMPAIGN],
];
const CASES = TABLES.flatMap(([, cases]) => Object.entries(cases));

test("every topic has its tables", () => {
  expect(TABLES.map(([topic]) => topic)).toEqual(TOPICS);
});

test.each(TABLES)("$title: every rule has a table, and no table is without its rule", (topic, cases) => {
  expect(Object.keys(cases).sort()).toEqual(topic.rules.map((rule) => rule.id).sort());
});

test.each(CASES)("%s has a silent and a firing case", (_id, cases) => {
  expect(cases.some(([, , finds]) => finds.length === 0)).toBe(true);
  expect(cases.some(([, , finds]) => finds.length > 0)).toBe(true);
});

describe.each(CASES)("%s", (id, cases) => {
  const rule = findRule(id) as Rule;
  test.each(cases)("%s", (situation, run, finds) => {
    const { findings, notRun } = check(exampleInput({ about: situation, ...run }), [rule]);
    expect(findings.map(({ at, severity }) => `${at ?? "file"} ${severity}`).sort()).toEqual(
      [...finds].sort(),
    );
    // A rule that did not run would be silent for the wrong reason.
    expect(notRun).toEqual([]);
  });
});
