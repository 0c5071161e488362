import { practiceCodeOf } from "../../domain/answers.ts";
import { defineRule } from "../rule.ts";
import { findAskedPractice } from "../support/subject.ts";

export const policyMissingButPublic = defineRule<{ letter: string; policyLetter: string }>({
  id: "policy-missing-but-public",
  severity: "error",
  needs: ["policies"],
  about: { practices: ["hasPolicy", "publishesPolicy"], instruction: "practices" },
  title: "There is no policy, but it is said to be public.",
  why: "A policy that does not exist cannot be read on a web page.",
  ask: "Does your company have a sourcing policy?",
  source: "Derived from the two questions.",
  message: ({ letter, policyLetter }) =>
    `Company question ${policyLetter} says that there is no sourcing policy, but question ${letter} says that it is public.`,
  *check(subject) {
    const established = findAskedPractice(subject, "hasPolicy");
    const open = findAskedPractice(subject, "publishesPolicy");
    if (!established || !open) return;
    if (practiceCodeOf(subject.response, "hasPolicy") !== "no") return;
    if (practiceCodeOf(subject.response, "publishesPolicy") !== "yes") return;
    yield { at: open.at, facts: { letter: open.policy.letter, policyLetter: established.policy.letter } };
  },
  example: {
    fires: { about: "no policy, and it is public", policies: { hasPolicy: "no" } },
    silent: {
      about: "no policy, and none public",
      policies: { hasPolicy: "no", publishesPolicy: "no" },
    },
  },
});
