import { idDigits, idOfDigits } from "../../domain/smelter-id.ts";
import { smelterCell } from "../../model/response.ts";
import { defineRule } from "../rule.ts";

export const smelterIdInName = defineRule<{ row: number; text: string; id: string }>({
  id: "smelter-id-in-name",
  severity: "info",
  needs: ["smelters"],
  title: "An ID of a smelter is typed into the column for names.",
  why: "The template looks up nothing there, so that the row stays without name, country and ID.",
  ask: "Can you enter the ID in the column for IDs, or choose the smelter from the list?",
  source: "The columns of the smelter list; reviewers' practice.",
  message: ({ row, text, id }) =>
    `"${text}" in row ${row} of the smelter list is an ID (${id}) in the column for names.`,
  *check({ response }) {
    for (const row of response.smelters) {
      if (row.inOwnList === true) continue;
      for (const column of ["lookupName", "name"] as const) {
        const text = row[column];
        if (text === undefined || (column === "name" && text === row.lookupName)) continue;
        // Digits alone are a number of somebody's; what says CID is an ID.
        const digits = /c[i1l]d/i.test(text) ? idDigits(text) : undefined;
        if (digits === undefined) continue;
        const at = smelterCell(response, row, column);
        yield { at, facts: { row: row.row, text, id: idOfDigits(digits) } };
      }
    }
  },
  example: ({ second }) => ({
    fires: {
      about: "an ID where a choice should be",
      smelters: [{ metal: second.id, lookupName: second.listed.id, inOwnList: false }],
    },
    silent: {
      about: "the ID in its own column",
      smelters: [{ ...second.row, id: second.listed.id }],
    },
  }),
});
