// Which answers an edition's requirements ask for.
import { type AnswerCode, meansYes } from "../model/vocabulary.ts";
import type { Exemption, QuestionLayout, Requirements } from "./form.ts";

/** Whether the first two answers exempt a mineral from later questions. An unanswered mineral is not exempt. */
export function isExempt(
  exempt: Exemption,
  first: AnswerCode | null | undefined,
  second: AnswerCode | null | undefined,
): boolean {
  switch (exempt) {
    case "firstNo":
      return first === "no";
    case "bothNo":
      return first === "no" && second === "no";
    case "eitherNo":
      return first === "no" || second === "no";
    case "noWithoutYes":
      return (first === "no" || second === "no") && !meansYes(first) && !meansYes(second);
    case "first":
      return rulesOut(first);
    case "either":
      return rulesOut(first) || rulesOut(second);
    case "firstOrUnknown":
      return rulesOut(first) || first === "unknown";
    case "eitherOrUnknown":
      return rulesOut(first) || rulesOut(second) || first === "unknown" || second === "unknown";
  }
}

/** Whether an answer to one of the first two questions takes a mineral out of a declaration by itself. */
export function rulesOut(code: AnswerCode | null | undefined): boolean {
  return code === "no" || code === "notDeclaring" || code === "notApplicable";
}

/**
 * The questions that must be answered for a mineral. `first` and `second` are the codes of its first two answers, null
 * or undefined if there is none.
 */
export function requiredQuestions(
  requirements: Requirements,
  questions: readonly QuestionLayout[],
  first: AnswerCode | null | undefined,
  second: AnswerCode | null | undefined,
): readonly QuestionLayout[] {
  const exempt = isExempt(requirements.exempt, first, second);
  return questions.filter(({ optional }, index) => {
    if (index === 0) return true;
    if (optional) return false;
    // If the second question is already a later one, both conditions are the same.
    if (index === 1) return requirements.secondAlways || !isExempt(requirements.exempt, first, undefined);
    return !exempt;
  });
}
