import { policyCell } from "../../forms/layouts.ts";
import { compareVersions } from "../../forms/versions.ts";
import { POLICY_TOPICS } from "../../model/labels.ts";
import type { Policy } from "../../model/vocabulary.ts";
import { defineRule } from "../rule.ts";
import { policyCodeOf } from "../support/subject.ts";

export const companyAnswerNo = defineRule<{ policy: Policy; letter: string }>({
  id: "company-answer-no",
  severity: "warning",
  needs: ["policies"],
  versions: { from: "2.00" },
  title: "A due diligence practice is not in place.",
  why: "The supplier's answers are only as good as the practices behind them.",
  ask: "Do you plan to put this practice in place, and by when?",
  source:
    "Reviewers' practice; the question on the duty to disclose is left out, and up to 4.x that on the survey's form.",
  message: ({ policy, letter }) => `Company question ${letter} (${POLICY_TOPICS[policy]}) is answered No.`,
  *check({ response, layout }) {
    const surveyIsForm = compareVersions(response.template.version, "5.00") < 0;
    for (const policy of layout.policies) {
      if (policy.key === "annualDisclosure") continue;
      if (policy.key === "supplierSurvey" && surveyIsForm) continue;
      if (policyCodeOf(response, policy.key) !== "no") continue;
      yield { at: policyCell(layout, policy), facts: { policy: policy.key, letter: policy.letter } };
    }
  },
  example: {
    fires: { about: "no due diligence measures", policies: { dueDiligenceImplemented: "no" } },
    silent: { about: "not obliged to disclose", policies: { annualDisclosure: "no" } },
  },
});
