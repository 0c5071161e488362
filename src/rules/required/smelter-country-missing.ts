import { smelterCell } from "../../model/response.ts";
import { defineRule } from "../rule.ts";
import { rowName } from "../support/rows.ts";

export const smelterCountryMissing = defineRule<{ row: number; smelter: string }>({
  id: "smelter-country-missing",
  severity: "error",
  needs: ["smelters"],
  about: {
    columns: ["country"],
    where: ({ layout, required }) =>
      layout.smelters.columns.lookupName === undefined && required.smelterRows === "perMetal",
  },
  title: "A smelter has no country.",
  why: "Where every smelter is typed, a name without its country may be any of several facilities.",
  ask: "In which country is this smelter?",
  source: "The template's Checker counts rows with mineral, name and country only.",
  message: ({ row, smelter }) => `Row ${row} of the smelter list (${smelter}) has no country.`,
  *check({ response }) {
    for (const row of response.smelters) {
      if (row.name === undefined || row.country !== undefined || row.raw?.country !== undefined) continue;
      yield { at: smelterCell(response, row, "country"), facts: { row: row.row, smelter: rowName(row) } };
    }
  },
  example: ({ first }) => ({
    fires: { about: "a name without a country", smelters: [{ metal: first.id, name: "Exampleton Works" }] },
    silent: {
      about: "the name with its country",
      smelters: [{ metal: first.id, name: "Exampleton Works", country: "GB" }],
    },
  }),
});
