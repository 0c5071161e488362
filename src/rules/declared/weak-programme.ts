import { practiceCodeOf } from "../../domain/answers.ts";
import type { PracticeMeaning } from "../../forms/form.ts";
import { topicOf } from "../../forms/topics.ts";
import { joinWords } from "../../lib/join-words.ts";
import { defineRule } from "../rule.ts";
import { findAskedPractice } from "../support/subject.ts";

const PILLARS: readonly PracticeMeaning[] = [
  "hasPolicy",
  "carriesOutDueDiligence",
  "reviewsInformation",
  "takesCorrectiveAction",
];

export const weakProgramme = defineRule<{ policies: string[] }>({
  id: "weak-programme",
  severity: "info",
  risk: true,
  needs: ["policies"],
  title: "A pillar of due diligence is missing at the supplier.",
  why: "Without a policy, measures, a review and corrective action, little supports the other answers.",
  ask: "Which of these practices do you plan to put in place?",
  source:
    "The four company questions that due diligence rests on; from 2.x on company-answer-no asks about each of them.",
  message: ({ policies }) =>
    `No is answered on ${joinWords(
      policies.map((policy) => `"${topicOf(policy)}"`),
      "and",
    )}.`,
  *check(subject) {
    // Editions that ask about each practice separately have a finding per practice already.
    if (subject.says("company-answer-no")) return;
    const missing = PILLARS.filter((meaning) => practiceCodeOf(subject.response, meaning) === "no").flatMap(
      (meaning) => findAskedPractice(subject, meaning) ?? [],
    );
    const [first] = missing;
    if (first) yield { at: first.at, facts: { policies: missing.map(({ policy }) => policy.key) } };
  },
  internal: true,
  example: {
    fires: {
      about: "no due diligence measures",
      version: "1.00",
      policies: { carriesOutDueDiligence: "no" },
    },
    silent: { about: "all four in place", version: "1.00" },
  },
});
