import { codeOf } from "../../domain/answers.ts";
import { ANSWER_NAMES } from "../../model/labels.ts";
import type { AnswerCode } from "../../model/vocabulary.ts";
import { defineRule } from "../rule.ts";
import { findAsked, metalsNotOutOfScope } from "../support/subject.ts";

/** The highest rate, in per cent, that an answer can mean. */
const AT_MOST: Readonly<Partial<Record<AnswerCode, number>>> = {
  pctGt90: 100,
  pctGt75: 100,
  pctGt50: 75,
  pctGt25: 50,
  pctLe50: 50,
  pctLt25: 25,
  none: 0,
};

export const supplierResponseLow = defineRule<{
  metal: string;
  number: string;
  rate: AnswerCode;
  floor: number;
}>({
  id: "supplier-response-low",
  severity: "warning",
  needs: ["answers"],
  about: { questions: ["responseRate"] },
  title: "Too few of the supplier's own suppliers answered.",
  why: "Answers based on less than the minimum (setting, 50 per cent unless told otherwise) say little.",
  ask: "When do you expect answers from the suppliers that are missing?",
  source: "Reviewers' practice since 2.x; the minimum is a setting.",
  message: ({ metal, number, rate, floor }) =>
    `Question ${number} gives a suppliers' response rate of ${ANSWER_NAMES[rate]} for ${metal}; more than ${floor} % is wanted.`,
  *check(subject, { settings }) {
    const floor = settings.thresholds.responseRatePercent;
    for (const metal of metalsNotOutOfScope(subject)) {
      const asked = findAsked(subject, "responseRate", metal);
      const rate = codeOf(subject.response, metal, "responseRate");
      const atMost = rate && AT_MOST[rate];
      if (!asked || !rate || atMost === undefined || atMost === null || atMost > floor) continue;
      yield {
        at: asked.at,
        facts: { metal, number: asked.question.number, rate, floor },
      };
    }
  },
  example: ({ second }) => ({
    fires: {
      about: "half or less",
      answers: { [second.id]: { responseRate: "pctLe50", smeltersIdentified: "no" } },
    },
    silent: {
      about: "more than half",
      answers: { [second.id]: { responseRate: "pctGt50", smeltersIdentified: "no" } },
    },
  }),
});
