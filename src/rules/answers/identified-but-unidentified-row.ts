import { codeOf } from "../../domain/answers.ts";
import { SMELTER_NOT_IDENTIFIED, saysNotIdentified } from "../../domain/sentinels.ts";
import { defineRule } from "../rule.ts";
import { rowsOf } from "../support/rows.ts";
import { findAsked, metalsNotOutOfScope } from "../support/subject.ts";

export const identifiedButUnidentifiedRow = defineRule<{ metal: string; number: string; rows: string[] }>({
  id: "identified-but-unidentified-row",
  severity: "error",
  needs: ["answers", "smelters"],
  about: { questions: ["smeltersIdentified"], where: ({ layout }) => layout.smelters.offersNotIdentified },
  title: "All smelters are said to be identified, but a row says that one is not yet identified.",
  why: "Both cannot be true, so neither the answer nor the list can be relied on.",
  ask: "Are all smelters of this metal identified, or is one still unknown?",
  source: "Derived from the instructions to the question and to the smelter list.",
  message: ({ metal, number, rows }) =>
    `Question ${number} says that all smelters of ${metal} are identified, but ${
      rows.length === 1
        ? `row ${rows[0]} of the smelter list says`
        : `rows ${rows.join(", ")} of the smelter list say`
    } "${SMELTER_NOT_IDENTIFIED}".`,
  *check(subject) {
    for (const metal of metalsNotOutOfScope(subject)) {
      const asked = findAsked(subject, "smeltersIdentified", metal);
      if (!asked || codeOf(subject.response, metal, "smeltersIdentified") !== "yes") continue;
      const rows = rowsOf(subject.response, metal).filter(saysNotIdentified);
      if (rows.length === 0) continue;
      yield {
        at: asked.at,
        facts: { metal, number: asked.question.number, rows: rows.map((row) => String(row.row)) },
      };
    }
  },
  example: ({ third }) => ({
    fires: {
      about: `all ${third.id} smelters identified, and a ${third.id} row that is not`,
      smelters: [{ metal: third.id, lookupName: SMELTER_NOT_IDENTIFIED }],
    },
    silent: {
      about: "the same row, and the answer No",
      answers: { [third.id]: { smeltersIdentified: "no" } },
      smelters: [{ metal: third.id, lookupName: SMELTER_NOT_IDENTIFIED }],
    },
  }),
});
