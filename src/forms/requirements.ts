// What an edition requires of the answers, by its requirements.
import { type AnswerCode, meansYes } from "../model/vocabulary.ts";
import type { Exemption, QuestionLayout, Requirements } from "./form.ts";

/** Whether the first two answers of a mineral free it from later questions. An unanswered mineral is not free. */
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
 * The questions that must be answered for a mineral. `first` and `second` give the meaning of its first two answers,
 * null or undefined where there is none.
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
    // Where the second question is a later one already, both conditions are the same.
    if (index === 1) return requirements.secondAlways || !isExempt(requirements.exempt, first, undefined);
    return !exempt;
  });
}
