import { codeOf } from "../../domain/answers.ts";
import { saysNotIdentified } from "../../domain/sentinels.ts";
import { defineRule } from "../rule.ts";
import { rowsOf } from "../support/rows.ts";
import { findAsked, metalsNotOutOfScope, type QuestionFacts, questionFacts } from "../support/subject.ts";

export const smeltersNotAllIdentified = defineRule<QuestionFacts>({
  id: "smelters-not-all-identified",
  severity: "warning",
  needs: ["answers"],
  about: { questions: ["smeltersIdentified"], instruction: "smeltersOfScope" },
  title: "Not all smelters of a metal in scope are identified.",
  why: "The inquiry stays open for the smelters that are missing.",
  ask: "When will the missing smelters be identified?",
  source: "The question on identified smelters.",
  message: ({ metal, number }) => `Question ${number} says that not all smelters of ${metal} are identified.`,
  *check(subject) {
    for (const metal of metalsNotOutOfScope(subject)) {
      const asked = findAsked(subject, "smeltersIdentified", metal);
      if (!asked || codeOf(subject.response, metal, "smeltersIdentified") !== "no") continue;
      // Rows that state it are reported one by one, which raises the same question.
      if (rowsOf(subject.response, metal).some(saysNotIdentified) && subject.says("smelter-not-identified"))
        continue;
      yield { at: asked.at, facts: questionFacts(asked.question, metal) };
    }
  },
  example: ({ second }) => ({
    fires: {
      about: `the answer for ${second.id} is No`,
      answers: { [second.id]: { smeltersIdentified: "no" } },
    },
    silent: {
      about: `the answer is No, but ${second.id} is not used`,
      answers: { [second.id]: { used: "no", smeltersIdentified: "no" } },
    },
  }),
});
