import { compareVersions } from "../../forms/versions.ts";
import { meansYes } from "../../model/vocabulary.ts";
import { defineRule } from "../rule.ts";
import { findAskedPolicy, policyCodeOf } from "../support/subject.ts";

export const correctiveActionCommentMissing = defineRule<{ letter: string }>({
  id: "corrective-action-comment-missing",
  severity: "info",
  needs: ["policies"],
  versions: { from: "2.00" },
  title: "Corrective action is part of the review but not described.",
  why: "The template asks for a word on how corrective action is managed.",
  ask: "How do you manage corrective action?",
  source: "The template's instructions; up to 3.x they ask for it more firmly (warning).",
  message: ({ letter }) =>
    `Company question ${letter} says that corrective action is part of the review, but the comment does not describe it.`,
  *check(subject) {
    const asked = findAskedPolicy(subject, "correctiveAction");
    const { response } = subject;
    if (!asked || !meansYes(policyCodeOf(response, "correctiveAction"))) return;
    if (response.policies.correctiveAction?.comment !== undefined) return;
    const severity = compareVersions(response.template.version, "4.00") < 0 ? "warning" : "info";
    yield { at: asked.commentAt, facts: { letter: asked.policy.letter }, severity };
  },
  example: {
    fires: { about: "Yes without a comment", policies: { correctiveAction: "yes" } },
    silent: { about: "the answer is No", policies: { correctiveAction: "no" } },
  },
});
