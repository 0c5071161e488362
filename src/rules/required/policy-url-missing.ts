import { answerToPractice, practiceCodeOf } from "../../domain/answers.ts";
import { asksCompanyQuestions } from "../../domain/scope.ts";
import { defineRule } from "../rule.ts";
import { findAskedPractice } from "../support/subject.ts";

export const policyUrlMissing = defineRule<{ letter: string; asks?: string }>({
  id: "policy-url-missing",
  severity: "error",
  needs: ["answers", "policies"],
  about: { practices: ["publishesPolicy"], where: ({ required }) => required.policyUrl !== "no matter" },
  title: "The policy is said to be public, but its web address is not given.",
  why: "A public policy can be read; without the address nobody can check it.",
  ask: "Where on the web can your sourcing policy be read?",
  source: "The template's Checker: the comment beside the answer must hold more than one character.",
  message: ({ letter, asks }) =>
    asks === "policy"
      ? `Company question ${letter} says that there is a policy; this version of the template asks for its web address in the comment of this question too.`
      : `Company question ${letter} says that the policy is public, but its web address is not given in the comment.`,
  *check(subject) {
    if (!asksCompanyQuestions(subject.response)) return;
    for (const meaning of subject.requirements.policyUrlOf ?? (["publishesPolicy"] as const)) {
      const asked = findAskedPractice(subject, meaning);
      if (!asked || practiceCodeOf(subject.response, meaning) !== "yes") continue;
      const comment = answerToPractice(subject.response, meaning)?.comment?.value ?? "";
      if (comment.length > 1) continue;
      yield {
        at: asked.commentAt,
        facts: { letter: asked.policy.letter, ...(meaning === "publishesPolicy" ? {} : { asks: "policy" }) },
      };
    }
  },
  example: {
    fires: { about: "public, without an address", policies: { publishesPolicy: "yes" } },
    silent: { about: "not public", policies: { publishesPolicy: "no" } },
  },
});
