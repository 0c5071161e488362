import { codeOf } from "../../domain/answers.ts";
import { ANSWER_NAMES } from "../../model/labels.ts";
import type { AnswerCode } from "../../model/vocabulary.ts";
import { defineRule } from "../rule.ts";
import { type AskedOrigin, askedOrigin, ORIGINS_RULED_OUT } from "../support/asked-origin.ts";
import { findAsked, metalsNotOutOfScope } from "../support/subject.ts";

export const originNoWithoutFullCoverage = defineRule<{
  metal: string;
  /** The origin that is ruled out. */
  origin: AskedOrigin;
  number: string;
  rate: AnswerCode;
}>({
  id: "origin-no-without-full-coverage",
  severity: "warning",
  needs: ["answers"],
  about: {
    questions: ["responseRate", "smeltersIdentified"],
    where: (edition) => askedOrigin(edition) !== undefined,
  },
  title: "An origin is ruled out although neither all suppliers answered nor all smelters are known.",
  why: "A No on origin can only be based on answers and smelters that are known.",
  ask: "What is the No based on, as long as some suppliers and smelters are not known?",
  source: "A note in the instructions of 3.x; both conditions together.",
  message: ({ metal, origin, number, rate }) =>
    `Question ${number} is answered No for ${metal} (${ORIGINS_RULED_OUT[origin]}), although the suppliers' response rate is ${ANSWER_NAMES[rate]} and not all smelters are identified.`,
  *check(subject) {
    const { response } = subject;
    const origin = askedOrigin(subject.edition);
    if (origin === undefined) return;
    for (const metal of metalsNotOutOfScope(subject)) {
      const asked = findAsked(subject, origin, metal);
      const rate = codeOf(response, metal, "responseRate");
      const identified = codeOf(response, metal, "smeltersIdentified");
      if (!asked || codeOf(response, metal, origin) !== "no") continue;
      if (!rate || rate === "pct100" || !identified || identified === "yes") continue;
      yield { at: asked.at, facts: { metal, origin, number: asked.question.number, rate } };
    }
  },
  example: ({ second }) => ({
    fires: {
      about: "half of the suppliers answered and smelters are missing",
      answers: {
        [second.id]: { coveredOrigin: "no", responseRate: "pctGt50", smeltersIdentified: "no" },
      },
    },
    silent: {
      about: "smelters are missing, but every supplier answered",
      answers: { [second.id]: { coveredOrigin: "no", smeltersIdentified: "no" } },
    },
  }),
});
