import { facilityKey } from "../../domain/facility.ts";
import { type SmelterRow, smelterCell } from "../../model/response.ts";
import { defineRule } from "../rule.ts";
import { rowName } from "../support/rows.ts";

export const smelterDuplicate = defineRule<{
  row: number;
  smelter: string;
  metal: string;
  id: string;
  firstRow: number;
}>({
  id: "smelter-duplicate",
  severity: "info",
  needs: ["smelters"],
  about: { columns: ["id"] },
  title: "A smelter is listed twice for one metal, with the same mines.",
  why: "One line for each metal, smelter and mine is enough; counts of rows are then too high.",
  ask: "Is the second row meant for another smelter?",
  source: "The template's instructions.",
  message: ({ row, smelter, metal, id, firstRow }) =>
    `Row ${row} (${smelter}) repeats the ${metal} smelter ${id} of row ${firstRow}.`,
  *check({ response, matches }) {
    // The instructions require a row per mine if a smelter has several.
    const mines = ({ mineNames = "", mineCountries = "" }: SmelterRow) =>
      JSON.stringify([mineNames, mineCountries]);
    const seen = new Map<string, { row: number; id: string }>();
    for (const [index, row] of response.smelters.entries()) {
      const match = matches[index];
      const id = match?.id ?? row.id;
      const key = facilityKey(row, match);
      if (row.metal === undefined || id === undefined || key === null) continue;
      const same = `${key} ${mines(row)}`;
      const first = seen.get(same);
      if (first === undefined) seen.set(same, { row: row.row, id });
      else if (first.id === id) {
        yield {
          at: smelterCell(response, row, "lookupName"),
          facts: { row: row.row, smelter: rowName(row), metal: row.metal, id, firstRow: first.row },
        };
      }
    }
  },
  example: ({ second, third }) => ({
    fires: {
      about: "one smelter under two names",
      smelters: [
        { ...second.row, id: second.listed.id },
        { metal: second.id, lookupName: "Empresa Metalúrgica Vinto", id: second.listed.id },
      ],
    },
    silent: {
      about: "one ID for two metals is another matter",
      smelters: [
        { ...second.row, id: second.listed.id },
        { ...third.row, id: third.listed.id },
      ],
    },
  }),
});
