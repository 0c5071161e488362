import { codeOf } from "../../domain/answers.ts";
import { answerCell } from "../../forms/layouts.ts";
import { smelterCell } from "../../model/response.ts";
import { defineRule } from "../rule.ts";
import { rowName } from "../support/rows.ts";

export const smelterMetalOutOfScope = defineRule<{
  metal: string;
  smelter: string;
  row: number;
  answer: string;
}>({
  id: "smelter-metal-out-of-scope",
  severity: "error",
  needs: ["answers", "smelters"],
  about: { instruction: "smeltersOfScope" },
  title: "A smelter is listed for a metal that is declared out of scope.",
  why: "The list and the answer contradict each other, so neither can be relied on.",
  ask: "Which is right: the answer for this metal, or the smelter row?",
  source: "The template colours such rows red since 6.4; reviewers applied it before.",
  message: ({ metal, smelter, row, answer }) =>
    `Row ${row} lists the ${metal} smelter "${smelter}", but the declaration answers No for ${metal} in ${answer}.`,
  *check(subject) {
    const { response, layout } = subject;
    for (const row of response.smelters) {
      if (row.metal === undefined || subject.scope[row.metal] !== "no") continue;
      const { metal } = row;
      const saysNo = layout.questions
        .slice(0, 2)
        .find((question) => codeOf(response, metal, question.meaning) === "no");
      if (saysNo === undefined) continue;
      yield {
        at: smelterCell(response, row, "metal"),
        facts: { metal, smelter: rowName(row), row: row.row, answer: answerCell(layout, saysNo, metal) },
      };
    }
  },
  example: ({ second }) => ({
    fires: {
      about: `${second.id} is not used, yet a ${second.id} smelter is listed`,
      answers: { [second.id]: { used: "no" } },
    },
    silent: { about: `${second.id} is in scope and a ${second.id} smelter is listed` },
  }),
});
