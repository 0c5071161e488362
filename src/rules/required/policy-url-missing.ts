import { asksCompanyQuestions } from "../../domain/scope.ts";
import { defineRule } from "../rule.ts";
import { findAskedPolicy, policyCodeOf } from "../support/subject.ts";

export const policyUrlMissing = defineRule<{ letter: string }>({
  id: "policy-url-missing",
  severity: "error",
  needs: ["answers", "policies"],
  versions: { from: "3.00" },
  title: "The policy is said to be public, but its web address is not given.",
  why: "A public policy can be read; without the address nobody can check it.",
  ask: "Where on the web can your sourcing policy be read?",
  source: "The template's Checker: the comment beside the answer must hold more than one character.",
  message: ({ letter }) =>
    `Company question ${letter} says that the policy is public, but its web address is not given in the comment.`,
  *check(subject) {
    const asked = findAskedPolicy(subject, "policyPublic");
    if (!asked || policyCodeOf(subject.response, "policyPublic") !== "yes") return;
    if (!asksCompanyQuestions(subject.response)) return;
    const comment = subject.response.policies.policyPublic?.comment?.value ?? "";
    if (comment.length <= 1) yield { at: asked.commentAt, facts: { letter: asked.policy.letter } };
  },
  example: {
    fires: { about: "public, without an address", policies: { policyPublic: "yes" } },
    silent: { about: "not public", policies: { policyPublic: "no" } },
  },
});
