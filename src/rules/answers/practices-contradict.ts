import { topicOf } from "../../forms/topics.ts";
import { defineRule } from "../rule.ts";
import { contradictions } from "../support/denied-practices.ts";
import { findAskedPractice } from "../support/subject.ts";

export const practicesContradict = defineRule<{
  letter: string;
  policy: string;
  deniedLetter: string;
  denied: string;
}>({
  id: "practices-contradict",
  severity: "warning",
  needs: ["policies"],
  about: { instruction: "practices" },
  title: "A practice is affirmed that presupposes another one, which is denied.",
  why: "Corrective action is part of a review, and a review needs information from surveyed suppliers: one of the two answers is not what is done.",
  ask: "Which of the two answers is right?",
  source: "The questions about the company, which build on each other; reviewers' practice.",
  message: ({ letter, policy, deniedLetter, denied }) =>
    `Company question ${letter} (${topicOf(policy)}) is answered Yes, but question ${deniedLetter} (${topicOf(denied)}) is answered No.`,
  *check(subject) {
    for (const { denied, affirmed } of contradictions(subject)) {
      const [no, yes] = [findAskedPractice(subject, denied), findAskedPractice(subject, affirmed)];
      if (!no || !yes) continue;
      yield {
        at: yes.at,
        facts: {
          letter: yes.policy.letter,
          policy: yes.policy.key,
          deniedLetter: no.policy.letter,
          denied: no.policy.key,
        },
      };
    }
  },
  example: {
    fires: { about: "corrective action without a review", policies: { reviewsInformation: "no" } },
    silent: {
      about: "neither of them",
      policies: { reviewsInformation: "no", takesCorrectiveAction: "no" },
    },
  },
});
