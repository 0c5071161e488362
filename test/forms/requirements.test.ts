import { expect, test } from "vitest";
import { layoutFor, requirementsOf } from "../../fixtures/cmrt.ts";

import { isExempt, requiredQuestions } from "../../src/forms/requirements.ts";
import type { AnswerCode } from "../../src/model/vocabulary.ts";

function asked(version: string, first: AnswerCode | undefined, second: AnswerCode | undefined): string {
  const { questions } = layoutFor(version);
  return requiredQuestions(requirementsOf(version), questions, first, second)
    .map((question) => question.number)
    .join("");
}

test.each([
  // version, first answer, second answer, required questions
  ["2.03a", "no", undefined, "1"],
  ["2.03a", "yes", undefined, "123456"],
  ["2.03a", undefined, undefined, "123456"],
  ["3.01", "no", "no", "12"],
  ["3.01", "no", "yes", "1234567"],
  ["3.01", "no", undefined, "1234567"],
  ["3.01", "yes", "no", "1234567"],
  ["4.20", "no", undefined, "1"],
  ["4.20", "yes", "no", "12"],
  ["4.20", "yes", "yes", "1234567"],
  ["6.5", "no", undefined, "1"],
  ["6.5", "yes", "no", "12"],
  ["6.5", "yes", undefined, "12345678"],
  ["6.5", undefined, undefined, "12345678"],
] as const)("%s with %s and %s asks %s", (version, first, second, questions) => {
  expect(asked(version, first, second)).toBe(questions);
});

test("an unanswered metal is in scope in every generation", () => {
  for (const exempt of ["firstNo", "bothNo", "eitherNo"] as const) {
    expect(isExempt(exempt, undefined, undefined)).toBe(false);
    expect(isExempt(exempt, null, "no")).toBe(exempt === "eitherNo");
  }
});

test("the authorizer's phone is required in 3.x alone", () => {
  const wanting = ["1.00", "2.03a", "3.00", "3.02", "4.01", "4.20", "5.12", "6.01", "6.5"].filter((version) =>
    requirementsOf(version).company.includes("authorizerPhone"),
  );
  expect(wanting).toEqual(["3.00", "3.02"]);
});
