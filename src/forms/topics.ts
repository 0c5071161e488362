// The subjects of questions, in the words of reports and messages.
import type { PracticeId, QuestionId } from "../model/vocabulary.ts";
import { FAMILIES } from "./families.ts";

/** A key means the same question in every family that has it. */
const TOPICS = new Map(
  FAMILIES.flatMap(({ questions, practices }) =>
    [...questions, ...practices].map(({ key, topic }): [string, string] => [key, topic]),
  ),
);

const PLACES = new Map(
  FAMILIES.flatMap(({ questions }) =>
    questions.flatMap(({ key, place }): [string, string][] => (place === undefined ? [] : [[key, place]])),
  ),
);

/** Where a mineral comes from if a question on origin is answered Yes: "a conflict-affected or high-risk area". */
export function placeOf(key: QuestionId): string {
  return PLACES.get(key) ?? "there";
}

/** The subject of a question per mineral or company question; the key itself if no family has it. */
export function topicOf(key: QuestionId | PracticeId): string {
  return TOPICS.get(key) ?? key;
}
