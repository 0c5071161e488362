import { defineRule } from "../rule.ts";
import { findAskedPolicy, policyCodeOf } from "../support/subject.ts";

export const policyMissingButPublic = defineRule<{ letter: string; policyLetter: string }>({
  id: "policy-missing-but-public",
  severity: "error",
  needs: ["policies"],
  versions: { from: "2.00" },
  title: "There is no policy, but it is said to be public.",
  why: "A policy that does not exist cannot be read on a web page.",
  ask: "Does your company have a sourcing policy?",
  source: "Derived from the two questions.",
  message: ({ letter, policyLetter }) =>
    `Company question ${policyLetter} says that there is no sourcing policy, but question ${letter} says that it is public.`,
  *check(subject) {
    const established = findAskedPolicy(subject, "policyEstablished");
    const open = findAskedPolicy(subject, "policyPublic");
    if (!established || !open) return;
    if (policyCodeOf(subject.response, "policyEstablished") !== "no") return;
    if (policyCodeOf(subject.response, "policyPublic") !== "yes") return;
    yield { at: open.at, facts: { letter: open.policy.letter, policyLetter: established.policy.letter } };
  },
  example: {
    fires: { about: "no policy, and it is public", policies: { policyEstablished: "no" } },
    silent: {
      about: "no policy, and none public",
      policies: { policyEstablished: "no", policyPublic: "no" },
    },
  },
});
