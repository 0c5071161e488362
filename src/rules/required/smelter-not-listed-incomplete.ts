import { SMELTER_NOT_LISTED, saysNotListed } from "../../domain/sentinels.ts";
import { smelterCell } from "../../model/response.ts";
import { defineRule } from "../rule.ts";

export const smelterNotListedIncomplete = defineRule<{ row: number; metal: string | null; missing: string }>({
  id: "smelter-not-listed-incomplete",
  severity: "error",
  needs: ["smelters"],
  about: { instruction: "smelterDetails" },
  title: "A smelter that is not on the list lacks its name or country.",
  why: "A facility that the list does not know can only be researched by name and place.",
  ask: "What are the name and the country of this smelter?",
  source: "The template's Checker of 6.x; the instructions since 3.00.",
  message: ({ row, metal, missing }) =>
    `Row ${row} says that a smelter${metal === null ? "" : ` of ${metal}`} is not listed, but its ${missing} is empty.`,
  *check({ response, requirements }) {
    const severity = requirements.notListedDetails === "shown" ? ({ severity: "warning" } as const) : {};
    for (const row of response.smelters) {
      if (!saysNotListed(row)) continue;
      const facts = { row: row.row, metal: row.metal ?? null };
      const name = row.name !== undefined && row.name !== row.lookupName;
      if (!name)
        yield { at: smelterCell(response, row, "name"), facts: { ...facts, missing: "name" }, ...severity };
      if (row.country === undefined && row.raw?.country === undefined) {
        yield {
          at: smelterCell(response, row, "country"),
          facts: { ...facts, missing: "country" },
          ...severity,
        };
      }
    }
  },
  example: ({ first, second, third, fourth }) => ({
    fires: {
      about: "a smelter that is not listed, without a country",
      smelters: [
        { ...first.row },
        { ...second.row },
        { ...third.row },
        { metal: fourth.id, lookupName: SMELTER_NOT_LISTED, name: "Exampleton Carbide Works" },
      ],
    },
    silent: {
      about: "the same smelter with its country",
      smelters: [
        {
          metal: fourth.id,
          lookupName: SMELTER_NOT_LISTED,
          name: "Exampleton Carbide Works",
          country: "GB",
        },
      ],
    },
  }),
});
