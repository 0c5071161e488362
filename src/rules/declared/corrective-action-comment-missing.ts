import { answerToPractice, practiceCodeOf } from "../../domain/answers.ts";
import { meansYes } from "../../model/vocabulary.ts";
import { defineRule } from "../rule.ts";
import { findAskedPractice } from "../support/subject.ts";

export const correctiveActionCommentMissing = defineRule<{ letter: string }>({
  id: "corrective-action-comment-missing",
  severity: "info",
  optional: true,
  needs: ["policies"],
  about: { practices: ["takesCorrectiveAction"], instruction: "practices" },
  title: "Corrective action is part of the review but not described.",
  why: "The template asks for a word on how corrective action is managed.",
  ask: "How do you manage corrective action?",
  source: "The template's instructions; up to 3.x they ask for it more firmly (warning).",
  message: ({ letter }) =>
    `Company question ${letter} says that corrective action is part of the review, but the comment does not describe it.`,
  *check(subject) {
    const asked = findAskedPractice(subject, "takesCorrectiveAction");
    const { response } = subject;
    if (!asked || !meansYes(practiceCodeOf(response, "takesCorrectiveAction"))) return;
    if (answerToPractice(response, "takesCorrectiveAction")?.comment !== undefined) return;
    const severity = subject.edition.quirks.describesCorrectiveAction ? "warning" : "info";
    yield { at: asked.commentAt, facts: { letter: asked.policy.letter }, severity };
  },
  example: {
    fires: { about: "Yes without a comment", policies: { takesCorrectiveAction: "yes" } },
    silent: { about: "the answer is No", policies: { takesCorrectiveAction: "no" } },
  },
});
