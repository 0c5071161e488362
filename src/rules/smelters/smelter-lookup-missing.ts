import { SMELTER_NOT_IDENTIFIED } from "../../domain/sentinels.ts";
import { smelterCell } from "../../model/response.ts";
import { defineRule } from "../rule.ts";

export const smelterLookupMissing = defineRule<{ row: number; metal: string }>({
  id: "smelter-lookup-missing",
  severity: "error",
  needs: ["smelters"],
  // 1.00 has no look-up column: the name is typed.
  about: { columns: ["lookupName"] },
  title: "A smelter row has a metal but no choice from the list.",
  why: "The row names no smelter; the template has choices for one that is not listed or not known.",
  ask: "Which smelter is meant, or is it not listed or not known yet?",
  source: "The template marks such cells.",
  message: ({ row, metal }) => `Row ${row} of the smelter list names ${metal} but no smelter from the list.`,
  *check({ response }) {
    for (const row of response.smelters) {
      if (row.metal === undefined || row.lookupName !== undefined || row.idInput !== undefined) continue;
      yield { at: smelterCell(response, row, "lookupName"), facts: { row: row.row, metal: row.metal } };
    }
  },
  example: ({ second }) => ({
    fires: { about: "a metal alone", smelters: [{ metal: second.id }] },
    silent: {
      about: "a metal with a choice",
      smelters: [{ metal: second.id, lookupName: SMELTER_NOT_IDENTIFIED }],
    },
  }),
});
