import { saysNotIdentified } from "../../domain/sentinels.ts";
import { defineRule } from "../rule.ts";
import { deniesAllIdentified } from "../support/identified.ts";
import { rowsOf } from "../support/rows.ts";
import { findAsked, metalsNotOutOfScope, type QuestionFacts, questionFacts } from "../support/subject.ts";

export const smeltersNotAllIdentified = defineRule<QuestionFacts & { rows: string[] | null }>({
  id: "smelters-not-all-identified",
  severity: "warning",
  needs: ["answers"],
  about: { questions: ["smeltersIdentified"], instruction: "smeltersOfScope" },
  title: "Not all smelters of a metal in scope are identified.",
  why: "The inquiry stays open for the smelters that are missing.",
  ask: "When will the missing smelters be identified?",
  source: "The question on identified smelters.",
  message: ({ metal, number, rows }) =>
    `Question ${number} says that not all smelters of ${metal} are identified${rows === null ? "" : `; the smelter list says so in row ${rows.join(", ")}`}.`,
  *check(subject) {
    for (const metal of metalsNotOutOfScope(subject)) {
      const asked = findAsked(subject, "smeltersIdentified", metal);
      if (!asked || !deniesAllIdentified(subject, metal)) continue;
      const rows = rowsOf(subject.response, metal)
        .filter(saysNotIdentified)
        .map(({ row }) => String(row));
      yield {
        at: asked.at,
        facts: { ...questionFacts(asked.question, metal), rows: rows.length > 0 ? rows : null },
      };
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
