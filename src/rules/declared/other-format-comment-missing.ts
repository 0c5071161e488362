import { answerToPractice, given } from "../../domain/answers.ts";
import type { PracticeMeaning } from "../../forms/form.ts";
import type { AnswerCode } from "../../model/vocabulary.ts";
import { defineRule } from "../rule.ts";
import { findAskedPractice } from "../support/subject.ts";

/**
 * The questions about the format in which suppliers are surveyed, each with the answer that means another
 * format.
 */
const OTHER_FORMAT: readonly [PracticeMeaning, AnswerCode][] = [
  ["usesStandardForm", "no"],
  ["surveysSuppliers", "yesOtherFormat"],
];

export const otherFormatCommentMissing = defineRule<{ letter: string; answer: string }>({
  id: "other-format-comment-missing",
  severity: "warning",
  needs: ["policies"],
  about: { instruction: "practices" },
  title: "Suppliers are surveyed in another format that is not described.",
  why: "Whether another form asks the same cannot be judged without a word on it.",
  ask: "In which format do you collect the information from your suppliers?",
  source: "The template's instructions; of the Checkers only those of EMRT 1.x and CRT test it.",
  message: ({ letter, answer }) =>
    answer === "no"
      ? `Company question ${letter} says that the standard form is not used, and the comment does not say what is used instead.`
      : `Company question ${letter} names another survey format without describing it in the comment.`,
  *check(subject) {
    const severity = subject.requirements.otherFormatCounts ? ({ severity: "error" } as const) : {};
    for (const [meaning, other] of OTHER_FORMAT) {
      const asked = findAskedPractice(subject, meaning);
      const answer = answerToPractice(subject.response, meaning);
      if (!asked || !given(answer) || answer.value !== other || answer.comment !== undefined) continue;
      yield { at: asked.commentAt, facts: { letter: asked.policy.letter, answer: other }, ...severity };
    }
  },
  example: {
    fires: { about: "another format, not described", policies: { surveysSuppliers: "yesOtherFormat" } },
    silent: {
      about: "another format, described",
      policies: {
        surveysSuppliers: { value: "yesOtherFormat", comment: "Own portal with the same questions." },
      },
    },
  },
});
