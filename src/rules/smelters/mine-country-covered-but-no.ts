import { codeOf } from "../../domain/answers.ts";
import { readOrigins } from "../../domain/inquired.ts";
import { countryName } from "../../forms/countries.ts";
import { smelterCell } from "../../model/response.ts";
import { defineRule } from "../rule.ts";
import { rowName } from "../support/rows.ts";
import { findAsked } from "../support/subject.ts";

export const mineCountryCoveredButNo = defineRule<{
  row: number;
  smelter: string;
  metal: string;
  countries: string[];
  answer: string;
}>({
  id: "mine-country-covered-but-no",
  severity: "error",
  needs: ["answers", "smelters"],
  about: { questions: ["coveredOrigin"] },
  title: "A row names a mine in a covered country, but sourcing from covered countries is denied.",
  why: "Both cannot be true, and the row is evidence of covered-country origin.",
  ask: "Which is right: the answer on covered countries, or the country of the mine?",
  source: "The law's covered countries; derived from the two columns.",
  message: ({ row, smelter, metal, countries, answer }) =>
    `Row ${row} (${smelter}) gives ${countries.map(countryName).join(" and ")} as country of the mine, but ${answer} denies sourcing of ${metal} from the covered countries.`,
  *check(subject) {
    const { response } = subject;
    for (const row of response.smelters) {
      const text = row.raw?.mineCountries ?? row.mineCountries;
      if (text === undefined || row.metal === undefined || subject.scope[row.metal] === "no") continue;
      const asked = findAsked(subject, "coveredOrigin", row.metal);
      if (!asked || codeOf(response, row.metal, "coveredOrigin") !== "no") continue;
      const { covered } = readOrigins(subject.family, text);
      // A name that means several countries stays as it was written.
      const countries = [...covered.countries, ...covered.ambiguous];
      if (countries.length === 0) continue;
      yield {
        at: smelterCell(response, row, "mineCountries"),
        facts: { row: row.row, smelter: rowName(row), metal: row.metal, countries, answer: asked.at },
      };
    }
  },
  example: ({ second }) => ({
    fires: {
      about: "a mine in Rwanda, covered countries denied",
      smelters: [{ ...second.row, mineCountries: "Bolivia, Rwanda" }],
    },
    silent: {
      about: "the same mine, covered countries declared",
      answers: { [second.id]: { coveredOrigin: "yes", cahraOrigin: "yes" } },
      smelters: [{ ...second.row, mineCountries: "Bolivia, Rwanda" }],
    },
  }),
});
