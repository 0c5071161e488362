import { asksCompanyQuestions } from "../../domain/scope.ts";
import { policyCell } from "../../forms/layouts.ts";
import { POLICY_TOPICS } from "../../model/labels.ts";
import type { Policy } from "../../model/vocabulary.ts";
import { defineRule } from "../rule.ts";
import { given } from "../support/subject.ts";

export const companyAnswerMissing = defineRule<{ policy: Policy; letter: string }>({
  id: "company-answer-missing",
  severity: "error",
  needs: ["answers", "policies"],
  title: "A question about the company's practices is not answered although a metal is in scope.",
  why: "The template requires these answers as soon as one metal is in scope or left unanswered.",
  ask: "What is your answer to this question about your company?",
  source: "The template's Checker.",
  message: ({ policy, letter }) => `Company question ${letter} (${POLICY_TOPICS[policy]}) is not answered.`,
  *check(subject) {
    const { response, layout } = subject;
    if (!asksCompanyQuestions(response)) return;
    for (const policy of layout.policies) {
      if (given(response.policies[policy.key])) continue;
      yield { at: policyCell(layout, policy), facts: { policy: policy.key, letter: policy.letter } };
    }
  },
  example: {
    fires: { about: "question D is left empty", policies: { dueDiligenceImplemented: null } },
    silent: {
      about: "question D is left empty, and no metal is used",
      policies: { dueDiligenceImplemented: null },
      answers: {
        tantalum: { intentionallyAdded: "no" },
        tin: { intentionallyAdded: "no" },
        gold: { intentionallyAdded: "no" },
        tungsten: { intentionallyAdded: "no" },
      },
    },
  },
});
