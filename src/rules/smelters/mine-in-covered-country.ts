import { codeOf } from "../../domain/answers.ts";
import { createOriginReader, namesInquired } from "../../domain/origins.ts";
import { countryName } from "../../forms/countries.ts";
import { ORIGIN_CLASS_FACTS } from "../../forms/origin-classes.ts";
import { groupBy } from "../../lib/group-by.ts";
import { joinWords } from "../../lib/join-words.ts";
import { smelterCell } from "../../model/response.ts";
import { defineRule } from "../rule.ts";

export const mineInCoveredCountry = defineRule<{
  metal: string;
  rows: string[];
  /** ISO codes, and what names no single country as it is called. */
  countries: string[];
}>({
  id: "mine-in-covered-country",
  severity: "info",
  risk: true,
  needs: ["answers", "smelters"],
  about: { questions: ["coveredOrigin"] },
  title: "Rows name mines in covered countries, and the answer on origin does not deny it.",
  why: "It is evidence of origin whatever is answered: once for the metal with all its rows.",
  ask: "Which of these sources are in what you deliver to us?",
  source: "The law's covered countries; RMI's classes of origin; subdivisions by ISO 3166-2.",
  message: ({ metal, rows, countries }) =>
    `${rows.length === 1 ? `Row ${rows[0]} gives` : `${rows.length} rows (${joinWords(rows, "and")}) give`} ${joinWords(countries.map(countryName), "and")} as origin of ${metal}.`,
  internal: true,
  *check(subject) {
    const { response } = subject;
    const readOrigin = createOriginReader(subject.family);
    const named = response.smelters.flatMap((row) => {
      if (row.metal === undefined || (row.mineCountries === undefined && row.mineNames === undefined))
        return [];
      const origins = readOrigin(response, row);
      return namesInquired(origins) ? [{ row, metal: row.metal, covered: origins.covered }] : [];
    });
    for (const [metal, rows] of groupBy(named, (one) => one.metal)) {
      const code = codeOf(response, metal, "coveredOrigin");
      // Rows that contradict the answer are findings of their own.
      if (subject.scope[metal] !== "no" && (code === "no" || code === "unknown")) continue;
      const [{ row }] = rows;
      const countries = rows.flatMap(({ covered }) => [
        ...covered.countries,
        ...covered.ambiguous,
        ...covered.classes.map((name) => ORIGIN_CLASS_FACTS[name].name),
      ]);
      yield {
        at: smelterCell(response, row, row.mineCountries === undefined ? "mineNames" : "mineCountries"),
        facts: {
          metal,
          rows: rows.map((one) => String(one.row.row)),
          countries: [...new Set(countries)],
        },
      };
    }
  },
  example: ({ second }) => ({
    fires: {
      about: "a mine in Rwanda, covered countries declared",
      answers: { [second.id]: { coveredOrigin: "yes", cahraOrigin: "yes" } },
      smelters: [{ ...second.row, mineCountries: "Bolivia, Rwanda" }],
    },
    silent: {
      about: "a mine in Bolivia",
      smelters: [{ ...second.row, mineCountries: "Bolivia" }],
    },
  }),
});
