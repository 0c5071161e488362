// What a response answers, by what a question means in its edition.
import { editionOf } from "../forms/editions.ts";
import type { Meaning, PracticeMeaning } from "../forms/form.ts";
import { findPractice, findQuestion } from "../forms/layouts.ts";
import type { Answer, Response } from "../model/response.ts";
import type { AnswerCode, MineralId } from "../model/vocabulary.ts";

/** An answer cell that is not blank; its text may still mean nothing. */
export function given(answer: Answer | undefined): answer is Answer {
  return answer !== undefined && answer.blank !== true;
}

/** The cell of the question with this meaning for a mineral, its comment with it; undefined where both are blank. */
export function answerTo(response: Response, mineral: MineralId, meaning: Meaning): Answer | undefined {
  const question = findQuestion(editionOf(response).layout, meaning);
  return question && response.answers[mineral]?.[question.key];
}

/** The meaning of an answer: undefined where it is blank or not asked for, null where its text means nothing. */
export function codeOf(
  response: Response,
  mineral: MineralId,
  meaning: Meaning,
): AnswerCode | null | undefined {
  const answer = answerTo(response, mineral, meaning);
  return given(answer) ? answer.value : undefined;
}

/** The cell of the company question with this meaning, as `answerTo`. */
export function answerToPractice(response: Response, meaning: PracticeMeaning): Answer | undefined {
  const practice = findPractice(editionOf(response).layout, meaning);
  return practice && response.policies[practice.key];
}

/** The meaning of an answer to a company question, as `codeOf`. */
export function practiceCodeOf(response: Response, meaning: PracticeMeaning): AnswerCode | null | undefined {
  const answer = answerToPractice(response, meaning);
  return given(answer) ? answer.value : undefined;
}
