// A response's answers, by what a question means in its edition.
import { editionOf } from "../forms/editions.ts";
import type { Meaning, PracticeMeaning } from "../forms/form.ts";
import { findPractice, findQuestion } from "../forms/layouts.ts";
import type { Answer, Response } from "../model/response.ts";
import type { AnswerCode, MineralId } from "../model/vocabulary.ts";

/** Whether an answer cell is filled in. Its text may still not be one of the choices. */
export function given(answer: Answer | undefined): answer is Answer {
  return answer !== undefined && answer.blank !== true;
}

/**
 * The answer to the question with this meaning for a mineral, including its comment; undefined if both cells
 * are blank.
 */
export function answerTo(response: Response, mineral: MineralId, meaning: Meaning): Answer | undefined {
  const question = findQuestion(editionOf(response).layout, meaning);
  return question && response.answers[mineral]?.[question.key];
}

/**
 * The answer code: undefined if the cell is blank or the edition does not ask, null if its text is not
 * understood.
 */
export function codeOf(
  response: Response,
  mineral: MineralId,
  meaning: Meaning,
): AnswerCode | null | undefined {
  const answer = answerTo(response, mineral, meaning);
  return given(answer) ? answer.value : undefined;
}

/** The answer to the company question with this meaning, as in `answerTo`. */
export function answerToPractice(response: Response, meaning: PracticeMeaning): Answer | undefined {
  const practice = findPractice(editionOf(response).layout, meaning);
  return practice && response.policies[practice.key];
}

/** The code of an answer to a company question, as in `codeOf`. */
export function practiceCodeOf(response: Response, meaning: PracticeMeaning): AnswerCode | null | undefined {
  const answer = answerToPractice(response, meaning);
  return given(answer) ? answer.value : undefined;
}
