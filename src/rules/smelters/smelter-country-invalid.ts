import { isPlaceholder, SMELTER_NOT_LISTED, saysNotIdentified } from "../../domain/sentinels.ts";
import { countryName } from "../../forms/countries.ts";
import { TEMPLATE_COUNTRIES } from "../../forms/template-countries.ts";
import { smelterCell } from "../../model/response.ts";
import { defineRule } from "../rule.ts";

const OFFERED = new Set(Object.keys(TEMPLATE_COUNTRIES).map((name) => name.toLowerCase()));

export const smelterCountryInvalid = defineRule<{ row: number; text: string; readAs: string | null }>({
  id: "smelter-country-invalid",
  severity: "warning",
  needs: ["smelters"],
  about: { instruction: "smelterDetails" },
  title: "The country of a smelter is not from the template's list of countries.",
  why: "A place that cannot be read cannot be compared with the facility's (info where cmrt understands the spelling).",
  ask: "In which country is this smelter?",
  source: "The column's drop-down list.",
  message: ({ row, text, readAs }) =>
    readAs === null
      ? `The country "${text}" in row ${row} of the smelter list is not a country that cmrt knows.`
      : `The country "${text}" in row ${row} of the smelter list is not the template's spelling; it was read as ${readAs}.`,
  *check({ response }) {
    for (const row of response.smelters) {
      const text = row.raw?.country;
      if (text === undefined || OFFERED.has(text.trim().toLowerCase())) continue;
      if (isPlaceholder(text) && (saysNotIdentified(row) || row.country === undefined)) continue;
      yield {
        at: smelterCell(response, row, "country"),
        facts: { row: row.row, text, readAs: row.country === undefined ? null : countryName(row.country) },
        ...(row.country === undefined ? {} : { severity: "info" as const }),
      };
    }
  },
  example: ({ second }) => ({
    fires: {
      about: "a region instead of a country",
      smelters: [
        {
          metal: second.id,
          lookupName: SMELTER_NOT_LISTED,
          name: "Exampleton Tin",
          raw: { country: "South-East Asia" },
        },
      ],
    },
    silent: {
      about: "a country of the list",
      smelters: [
        {
          metal: second.id,
          lookupName: SMELTER_NOT_LISTED,
          name: "Exampleton Tin",
          country: "VN",
          raw: { country: "VIET NAM" },
        },
      ],
    },
  }),
});
