import { codeOf } from "../../domain/answers.ts";
import { answerCell } from "../../forms/layouts.ts";
import { rulesOut } from "../../forms/requirements.ts";
import { ANSWER_NAMES } from "../../model/labels.ts";
import { smelterCell } from "../../model/response.ts";
import type { AnswerCode } from "../../model/vocabulary.ts";
import { defineRule } from "../rule.ts";
import { rowName } from "../support/rows.ts";

export const smelterMetalOutOfScope = defineRule<{
  metal: string;
  smelter: string;
  row: number;
  answer: string;
  says: string;
}>({
  id: "smelter-metal-out-of-scope",
  severity: "error",
  needs: ["answers", "smelters"],
  about: { instruction: "smeltersOfScope" },
  title: "A smelter is listed for a metal that is declared out of scope.",
  why: "The list and the answer contradict each other, so neither can be relied on.",
  ask: "Which is right: the answer for this metal, or the smelter row?",
  source: "The template colours such rows red since 6.4; reviewers applied it before.",
  message: ({ metal, smelter, row, answer, says }) =>
    `Row ${row} lists the ${metal} smelter "${smelter}", but the declaration answers ${ANSWER_NAMES[says as AnswerCode]} for ${metal} in ${answer}.`,
  *check(subject) {
    const { response, layout } = subject;
    for (const row of response.smelters) {
      if (row.metal === undefined || subject.scope[row.metal] !== "no") continue;
      const { metal } = row;
      const [saysNo] = layout.questions.slice(0, 2).flatMap((question) => {
        const code = codeOf(response, metal, question.meaning);
        return code != null && rulesOut(code) ? [{ question, code }] : [];
      });
      if (saysNo === undefined) continue;
      yield {
        at: smelterCell(response, row, "metal"),
        facts: {
          metal,
          smelter: rowName(row),
          row: row.row,
          answer: answerCell(layout, saysNo.question, metal),
          says: saysNo.code,
        },
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
