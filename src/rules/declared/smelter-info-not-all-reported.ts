import { defineRule } from "../rule.ts";
import {
  codeOf,
  findAsked,
  metalsNotOutOfScope,
  type QuestionFacts,
  questionFacts,
} from "../support/subject.ts";

export const smelterInfoNotAllReported = defineRule<QuestionFacts & { unknown: boolean }>({
  id: "smelter-info-not-all-reported",
  severity: "warning",
  needs: ["answers"],
  versions: { from: "3.00" },
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
      const asked = findAsked(subject, "allSmelterInfoReported", metal);
      const code = codeOf(subject.response, metal, "allSmelterInfoReported");
      if (!asked || (code !== "no" && code !== "unknown")) continue;
      yield { at: asked.at, facts: { ...questionFacts(asked.question, metal), unknown: code === "unknown" } };
    }
  },
  example: {
    fires: { about: "the answer for tin is No", answers: { tin: { allSmelterInfoReported: "no" } } },
    silent: { about: "the answer is Yes", answers: { tin: { allSmelterInfoReported: "yes" } } },
  },
});
