// The Checker's own count, compared with the blank templates and with tests in 6.x.
import { expect, test } from "vitest";

import type { Response } from "../../../src/model/response.ts";
import { check } from "../../../src/rules/run.ts";
import { checkerCount } from "../../../src/rules/support/checker-count.ts";
import { type Example, exampleInput } from "../../../src/rules/support/example.ts";
import { subjectOf } from "../../../src/rules/support/subject.ts";

function count(options: Omit<Example, "about">, blank = false): unknown {
  const [checked] = exampleInput({ about: "", ...options }).responses;
  if (checked === undefined) throw new Error("no response");
  const { response } = checked.selected;
  const empty: Response = { ...response, company: {}, answers: {}, policies: {}, smelters: [], products: [] };
  return checkerCount(
    subjectOf({ ...checked, selected: { ...checked.selected, response: blank ? empty : response } }),
  );
}

test.each([
  ["2.03a", 40],
  ["3.01", 48],
  ["6.1", 52],
  ["6.5", 52],
])("the blank template %s shows %i open items", (version, items) => {
  expect(count({ version }, true)).toBe(items);
});

const YES = { value: "yes", raw: "Yes" } as const;
const NO = { value: "no", raw: "No" } as const;
const FOREIGN = { value: "yes", raw: "是" } as const;
test.each([
  // first answer, second answer, open items of the metal in 6.x with everything else filled in
  [NO, YES, 0],
  [NO, null, 0],
  [YES, NO, 0],
  [YES, YES, 0],
  [YES, null, 7],
  [YES, FOREIGN, 6],
  [null, YES, 8],
  [FOREIGN, YES, 7],
])("in 6.x %j and %j leave %i items open", (used, necessary, items) => {
  expect(count({ answers: { gold: { used, necessary } } })).toBe(items);
});

test("3.01 has no cascade: one empty first answer counts once", () => {
  const policies = { publishesPolicy: { value: "yes", raw: "Yes", comment: "www.acme.example" } } as const;
  expect(count({ version: "3.01", policies })).toBe(0);
  expect(count({ version: "3.01", policies, answers: { gold: { used: null } } })).toBe(1);
});

test("one empty first answer is one finding, though the Checker counts eight", () => {
  const input = exampleInput({ about: "", answers: { gold: { used: null } } });
  const errors = check(input).findings.filter((finding) => finding.severity === "error");
  expect(errors.map(({ rule, at }) => `${rule} ${at}`)).toEqual(["use-answer-missing Declaration!D28"]);
});
