import { isPlaceholder } from "../../domain/sentinels.ts";
import { isCurrentId, isLegacyId } from "../../domain/smelter-id.ts";
import { smelterCell } from "../../model/response.ts";
import { defineRule } from "../rule.ts";

export const smelterIdFormat = defineRule<{ row: number; id: string }>({
  id: "smelter-id-format",
  severity: "warning",
  needs: ["smelters"],
  about: { instruction: "smelterDetails" },
  title: "A smelter ID does not have the form of one.",
  why: "IDs are CID and six digits (up to 3.x also the older form); anything else cannot be looked up.",
  ask: "What is the smelter's ID, if it has one?",
  source: "The form of the IDs in the templates' lists.",
  message: ({ row, id }) =>
    `"${id}" in row ${row} of the smelter list does not have the form of a smelter ID.`,
  *check({ response, edition }) {
    const legacyToo = edition.quirks.ids !== "current";
    for (const row of response.smelters) {
      for (const column of ["idInput", "id"] as const) {
        const text = (row.raw?.[column] ?? row[column])?.trim();
        if (text === undefined) continue;
        const upper = text.toUpperCase();
        if (isCurrentId(upper) || (legacyToo && isLegacyId(upper)) || isPlaceholder(text)) continue;
        if (column === "id" && text === (row.raw?.idInput ?? row.idInput)?.trim()) continue;
        yield { at: smelterCell(response, row, column), facts: { row: row.row, id: text } };
      }
    }
  },
  example: ({ second }) => ({
    fires: {
      about: "a number of the supplier's own",
      smelters: [{ ...second.row, raw: { id: "242332" } }],
    },
    silent: { about: "an ID", smelters: [{ ...second.row, id: second.listed.id }] },
  }),
});
