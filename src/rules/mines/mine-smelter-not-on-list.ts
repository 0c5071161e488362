import { smeltersOfMine } from "../../domain/mine-smelters.ts";
import { mineCell } from "../../model/response.ts";
import { defineRule } from "../rule.ts";

export const mineSmelterNotOnList = defineRule<{ row: number; smelter: string; metal: string | null }>({
  id: "mine-smelter-not-on-list",
  severity: "warning",
  needs: ["smelters", "mines"],
  about: { mines: true },
  title: "A mine is tied to a smelter that the smelter list does not have.",
  why: "Either the smelter list is not complete, or the mine belongs to another supplier's chain.",
  ask: "Is this smelter in your supply chain, and under which name is it on the smelter list?",
  source: "The column offers the smelters of the smelter list.",
  message: ({ row, smelter, metal }) =>
    `Row ${row} of the mine list names the smelter "${smelter}", which the smelter list does not have${metal === null ? "" : ` for ${metal}`}.`,
  *check({ response }) {
    for (const row of response.mines ?? []) {
      const { smelter, metal } = row;
      if (smelter === undefined || smeltersOfMine(response, row).length > 0) continue;
      yield {
        at: mineCell(response, row, "smelter"),
        facts: { row: row.row, smelter, metal: metal ?? null },
      };
    }
  },
  example: ({ first }) => ({
    fires: {
      about: "a name that no row has",
      mines: [
        { row: 5, metal: first.id, smelter: "Exampleton Works", name: "Exampleton Mine", country: "GB" },
      ],
    },
    silent: {
      about: "the name of a row",
      mines: [
        { row: 5, metal: first.id, smelter: first.listed.name, name: "Exampleton Mine", country: "GB" },
      ],
    },
  }),
});
