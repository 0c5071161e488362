import { answerCell } from "../../forms/layouts.ts";
import { smelterCell } from "../../model/response.ts";
import { defineRule } from "../rule.ts";
import { rowName } from "../support/rows.ts";
import { codeOf } from "../support/subject.ts";

export const smelterMetalOutOfScope = defineRule<{
  metal: string;
  smelter: string;
  row: number;
  answer: string;
}>({
  id: "smelter-metal-out-of-scope",
  severity: "error",
  needs: ["answers", "smelters"],
  versions: { from: "2.00" },
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
        .find((question) => codeOf(response, metal, question.key) === "no");
      if (saysNo === undefined) continue;
      yield {
        at: smelterCell(response, row, "metal"),
        facts: { metal, smelter: rowName(row), row: row.row, answer: answerCell(layout, saysNo, metal) },
      };
    }
  },
  example: {
    fires: {
      about: "tin is not used, yet a tin smelter is listed",
      answers: { tin: { intentionallyAdded: "no" } },
    },
    silent: { about: "tin is in scope and a tin smelter is listed" },
  },
});
