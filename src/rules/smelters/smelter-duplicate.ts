import { smelterCell } from "../../model/response.ts";
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
  versions: { from: "2.00" },
  title: "A smelter is listed twice for one metal.",
  why: "One line for each metal and smelter is enough; counts of rows are then too high.",
  ask: "Is the second row meant for another smelter?",
  source: "The template's instructions.",
  message: ({ row, smelter, metal, id, firstRow }) =>
    `Row ${row} (${smelter}) repeats the ${metal} smelter ${id} of row ${firstRow}.`,
  *check({ response }) {
    const seen = new Map<string, number>();
    for (const row of response.smelters) {
      if (row.metal === undefined || row.id === undefined) continue;
      const key = `${row.metal} ${row.id}`;
      const firstRow = seen.get(key);
      if (firstRow === undefined) seen.set(key, row.row);
      else {
        yield {
          at: smelterCell(response, row, "lookupName"),
          facts: { row: row.row, smelter: rowName(row), metal: row.metal, id: row.id, firstRow },
        };
      }
    }
  },
  example: {
    fires: {
      about: "one smelter under two names",
      smelters: [
        { metal: "tin", lookupName: "EM Vinto", id: "CID000438" },
        { metal: "tin", lookupName: "Empresa Metalúrgica Vinto", id: "CID000438" },
      ],
    },
    silent: {
      about: "one ID for two metals is another matter",
      smelters: [
        { metal: "tin", lookupName: "EM Vinto", id: "CID000438" },
        { metal: "gold", lookupName: "8853 S.p.A.", id: "CID002763" },
      ],
    },
  },
});
