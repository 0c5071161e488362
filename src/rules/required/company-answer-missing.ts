import { given } from "../../domain/answers.ts";
import { asksCompanyQuestions } from "../../domain/scope.ts";
import { policyCell } from "../../forms/layouts.ts";
import { topicOf } from "../../forms/topics.ts";
import type { PracticeId } from "../../model/vocabulary.ts";
import { defineRule } from "../rule.ts";

export const companyAnswerMissing = defineRule<{ policy: PracticeId; letter: string }>({
  id: "company-answer-missing",
  severity: "error",
  needs: ["answers", "policies"],
  title: "A question about the company's practices is not answered although a metal is in scope.",
  why: "The template requires these answers as soon as one metal is in scope or left unanswered.",
  ask: "What is your answer to this question about your company?",
  source: "The template's Checker.",
  message: ({ policy, letter }) => `Company question ${letter} (${topicOf(policy)}) is not answered.`,
  *check(subject) {
    const { response, layout } = subject;
    if (!asksCompanyQuestions(response)) return;
    for (const policy of layout.policies) {
      if (given(response.policies[policy.key])) continue;
      yield { at: policyCell(layout, policy), facts: { policy: policy.key, letter: policy.letter } };
    }
  },
  example: ({ first, second, third, fourth }) => ({
    fires: { about: "question D is left empty", policies: { carriesOutDueDiligence: null } },
    silent: {
      about: "question D is left empty, and no metal is used",
      policies: { carriesOutDueDiligence: null },
      answers: {
        [first.id]: { used: "no" },
        [second.id]: { used: "no" },
        [third.id]: { used: "no" },
        [fourth.id]: { used: "no" },
      },
    },
  }),
});
