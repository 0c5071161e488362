import { codeOf } from "../../domain/answers.ts";
import { defineRule } from "../rule.ts";
import { findAsked, metalsNotOutOfScope, type QuestionFacts, questionFacts } from "../support/subject.ts";

export const smelterInfoNotAllReported = defineRule<QuestionFacts & { unknown: boolean }>({
  id: "smelter-info-not-all-reported",
  severity: "warning",
  needs: ["answers"],
  about: { questions: ["smelterInfoReported"] },
  title: "Not all smelter information that was received is reported.",
  why: "Smelters that are known but not listed cannot be looked at.",
  ask: "Which smelter information is missing from this declaration, and why?",
  source: "The question on reported smelter information.",
  message: ({ metal, number, unknown }) =>
    unknown
      ? `Question ${number} says that it is unknown whether all smelter information on ${metal} is reported.`
      : `Question ${number} says that not all smelter information on ${metal} is reported.`,
  *check(subject) {
    for (const metal of metalsNotOutOfScope(subject)) {
      const asked = findAsked(subject, "smelterInfoReported", metal);
      const code = codeOf(subject.response, metal, "smelterInfoReported");
      if (!asked || (code !== "no" && code !== "unknown")) continue;
      yield { at: asked.at, facts: { ...questionFacts(asked.question, metal), unknown: code === "unknown" } };
    }
  },
  example: ({ second }) => ({
    fires: {
      about: `the answer for ${second.id} is No`,
      answers: { [second.id]: { smelterInfoReported: "no" } },
    },
    silent: { about: "the answer is Yes", answers: { [second.id]: { smelterInfoReported: "yes" } } },
  }),
});
