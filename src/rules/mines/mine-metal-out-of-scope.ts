import { mineCell } from "../../model/response.ts";
import { defineRule } from "../rule.ts";
import { mineName } from "../support/mine-rows.ts";

export const mineMetalOutOfScope = defineRule<{ row: number; mine: string; metal: string }>({
  id: "mine-metal-out-of-scope",
  severity: "warning",
  needs: ["answers", "mines"],
  about: { mines: true },
  title: "A mine is listed for a mineral that the declaration does not have in scope.",
  why: "The list and the declaration contradict each other, so neither can be relied on.",
  ask: "Which is right: the declaration, or the row of the mine list?",
  source: "The column offers the minerals that are declared as used.",
  message: ({ row, mine, metal }) =>
    `Row ${row} of the mine list (${mine}) is about ${metal}, which the declaration does not have in scope.`,
  *check({ response, layout, scope }) {
    for (const row of response.mines ?? []) {
      const metal = row.metal ?? row.raw?.metal;
      if (metal === undefined || (layout.minerals.includes(metal) && scope[metal] !== "no")) continue;
      yield { at: mineCell(response, row, "metal"), facts: { row: row.row, mine: mineName(row), metal } };
    }
  },
  example: ({ first }) => ({
    fires: {
      about: `${first.id} is not used, yet a mine of it is listed`,
      answers: { [first.id]: { used: "no" } },
      mines: [
        { row: 5, metal: first.id, smelter: "Exampleton Works", name: "Exampleton Mine", country: "GB" },
      ],
    },
    silent: {
      about: `${first.id} is in scope`,
      mines: [
        { row: 5, metal: first.id, smelter: "Exampleton Works", name: "Exampleton Mine", country: "GB" },
      ],
    },
  }),
});
