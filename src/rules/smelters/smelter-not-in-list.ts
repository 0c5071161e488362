import { isListedChoice } from "../../domain/sentinels.ts";
import { smelterCell } from "../../model/response.ts";
import { defineRule } from "../rule.ts";

export const smelterNotInList = defineRule<{ row: number; metal: string; smelter: string }>({
  id: "smelter-not-in-list",
  severity: "error",
  needs: ["smelters", "ownList"],
  about: { instruction: "smelterDetails" },
  title: "The chosen smelter is not in the template's list for its metal.",
  why: "The template then fills in neither country nor ID, and its Checker does not notice.",
  ask: "Is this smelter in the list under another name, or is it not listed?",
  source: "The template means to colour such rows, but its formula is broken in every 6.x.",
  message: ({ row, metal, smelter }) =>
    `Row ${row} names "${smelter}" for ${metal}, which the template's own list does not have for that metal.`,
  *check({ response }) {
    for (const row of response.smelters) {
      if (row.inOwnList !== false || row.metal === undefined || !isListedChoice(row)) continue;
      yield {
        at: smelterCell(response, row, "lookupName"),
        facts: { row: row.row, metal: row.metal, smelter: row.raw?.lookupName ?? row.lookupName ?? "" },
      };
    }
  },
  example: ({ second }) => ({
    fires: {
      about: "a name that the list does not have",
      smelters: [{ metal: second.id, lookupName: "Exampleton Tin Works", inOwnList: false }],
    },
    silent: {
      about: "a name of the list",
      smelters: [{ ...second.row, inOwnList: true }],
    },
  }),
});
