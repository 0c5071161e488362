import { mineCell } from "../../model/response.ts";
import { defineRule } from "../rule.ts";

export const mineCountryInvalid = defineRule<{ row: number; text: string }>({
  id: "mine-country-invalid",
  severity: "warning",
  needs: ["mines"],
  about: { mines: true },
  title: "The country of a mine is not a country.",
  why: "The text does not say where the mine is.",
  ask: "In which country is this mine?",
  source: "The column's drop-down list.",
  message: ({ row, text }) =>
    `The country in row ${row} of the mine list is "${text}", which is not a country.`,
  *check({ response }) {
    for (const row of response.mines ?? []) {
      const text = row.raw?.country;
      if (row.country !== undefined || text === undefined) continue;
      yield { at: mineCell(response, row, "country"), facts: { row: row.row, text } };
    }
  },
  example: ({ first }) => ({
    fires: {
      about: "a word that is none",
      mines: [
        {
          row: 5,
          metal: first.id,
          smelter: "Exampleton Works",
          name: "Exampleton Mine",
          raw: { country: "Various" },
        },
      ],
    },
    silent: {
      about: "a country",
      mines: [
        { row: 5, metal: first.id, smelter: "Exampleton Works", name: "Exampleton Mine", country: "GB" },
      ],
    },
  }),
});
