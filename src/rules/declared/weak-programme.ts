import { POLICY_TOPICS } from "../../model/labels.ts";
import type { Policy } from "../../model/vocabulary.ts";
import { defineRule } from "../rule.ts";
import { findAskedPolicy, policyCodeOf } from "../support/subject.ts";

const PILLARS: readonly Policy[] = [
  "policyEstablished",
  "dueDiligenceImplemented",
  "reviewSupplierInfo",
  "correctiveAction",
];

export const weakProgramme = defineRule<{ policies: string[] }>({
  id: "weak-programme",
  severity: "info",
  risk: true,
  needs: ["policies"],
  title: "A pillar of due diligence is missing at the supplier.",
  why: "Without a policy, measures, a review and corrective action the other answers rest on little.",
  ask: "Which of these practices do you plan to put in place?",
  source: "The four company questions that due diligence rests on.",
  message: ({ policies }) =>
    `No is answered on ${policies.map((policy) => `"${POLICY_TOPICS[policy as Policy]}"`).join(", ")}.`,
  *check(subject) {
    const missing = PILLARS.filter((policy) => policyCodeOf(subject.response, policy) === "no");
    const [first] = missing;
    const asked = first && findAskedPolicy(subject, first);
    if (asked) yield { at: asked.at, facts: { policies: missing } };
  },
  internal: true,
  example: {
    fires: { about: "no review of suppliers' information", policies: { reviewSupplierInfo: "no" } },
    silent: { about: "all four in place" },
  },
});
