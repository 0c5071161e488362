import type { PracticeMeaning } from "../../forms/form.ts";
import { policyCell } from "../../forms/layouts.ts";
import { topicOf } from "../../forms/topics.ts";
import type { PracticeId } from "../../model/vocabulary.ts";
import { defineRule } from "../rule.ts";
import { contradictedPractices } from "../support/denied-practices.ts";
import { policyCodeOf } from "../support/subject.ts";

/** A No to these does not mean that a practice is missing. */
const NO_FAULT: readonly PracticeMeaning[] = ["mustDisclose", "usesStandardForm"];

/** A No to these is a minor matter: for example, a policy is valid without being published. */
const WORTH_KNOWING: readonly PracticeMeaning[] = ["publishesPolicy"];

export const companyAnswerNo = defineRule<{ policy: PracticeId; letter: string }>({
  id: "company-answer-no",
  severity: "warning",
  needs: ["policies"],
  about: { instruction: "practices" },
  title: "A due diligence practice is not in place.",
  why: "The supplier's answers are only as good as the practices behind them (info for a policy that is not public).",
  ask: "Do you plan to put this practice in place, and by when?",
  source:
    "Reviewers' practice; the question on the duty to disclose is left out, and up to 4.x that on the survey's form.",
  message: ({ policy, letter }) => `Company question ${letter} (${topicOf(policy)}) is answered No.`,
  *check(subject) {
    const { response, layout } = subject;
    const contradicted = contradictedPractices(subject);
    for (const policy of layout.policies) {
      // An answer that contradicts this No has a finding that mentions the No.
      if (NO_FAULT.includes(policy.meaning) || contradicted.has(policy.meaning)) continue;
      if (policyCodeOf(response, policy.key) !== "no") continue;
      yield {
        at: policyCell(layout, policy),
        facts: { policy: policy.key, letter: policy.letter },
        severity: WORTH_KNOWING.includes(policy.meaning) ? "info" : "warning",
      };
    }
  },
  example: {
    fires: { about: "no corrective action", policies: { takesCorrectiveAction: "no" } },
    silent: { about: "not obliged to disclose", policies: { mustDisclose: "no" } },
  },
});
