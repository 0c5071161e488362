import { compareVersions } from "../../forms/versions.ts";
import { defineRule } from "../rule.ts";
import { findAskedPolicy, policyCodeOf } from "../support/subject.ts";

export const otherFormatCommentMissing = defineRule<{ letter: string; answer: string }>({
  id: "other-format-comment-missing",
  severity: "warning",
  needs: ["policies"],
  versions: { from: "2.00" },
  title: "Suppliers are surveyed in another format that is not described.",
  why: "Whether another form asks the same cannot be judged without a word on it.",
  ask: "In which format do you collect the information from your suppliers?",
  source: "The template's instructions; no Checker tests it.",
  message: ({ letter, answer }) =>
    answer === "no"
      ? `Company question ${letter} says that the standard form is not used, and the comment does not say what is used instead.`
      : `Company question ${letter} names another survey format without describing it in the comment.`,
  *check(subject) {
    const asked = findAskedPolicy(subject, "supplierSurvey");
    const code = policyCodeOf(subject.response, "supplierSurvey");
    const other = compareVersions(subject.response.template.version, "5.00") < 0 ? "no" : "yesOtherFormat";
    if (!asked || code !== other) return;
    if (subject.response.policies.supplierSurvey?.comment !== undefined) return;
    yield { at: asked.commentAt, facts: { letter: asked.policy.letter, answer: code } };
  },
  example: {
    fires: { about: "another format, not described", policies: { supplierSurvey: "yesOtherFormat" } },
    silent: {
      about: "another format, described",
      policies: {
        supplierSurvey: { value: "yesOtherFormat", comment: "Own portal with the same questions." },
      },
    },
  },
});
