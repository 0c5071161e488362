import { codeOf } from "../../domain/answers.ts";
import { originRows } from "../../domain/origin-rows.ts";
import { namesInquired } from "../../domain/origins.ts";
import { countryName } from "../../forms/countries.ts";
import { ORIGIN_CLASS_FACTS } from "../../forms/origin-classes.ts";
import { groupBy } from "../../lib/group-by.ts";
import { joinWords } from "../../lib/join-words.ts";
import { defineRule } from "../rule.ts";
import { rowNumbers, rowsGive } from "../support/origin-rows.ts";

export const mineInCoveredCountry = defineRule<{
  metal: string;
  rows: string[];
  mineRows: string[];
  /** ISO codes, and the text of origins that are not a single country. */
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
  message: ({ metal, countries, ...rows }) =>
    `${rowsGive(rows)} ${joinWords(countries.map(countryName), "and")} as origin of ${metal}.`,
  internal: true,
  *check(subject) {
    const named = originRows(subject.response, subject.family).filter(({ origins }) =>
      namesInquired(origins),
    );
    for (const [metal, rows] of groupBy(named, (one) => one.metal)) {
      const code = codeOf(subject.response, metal, "coveredOrigin");
      // Rows that contradict the answer are reported by another rule.
      const contradicted = subject.scope[metal] !== "no" && (code === "no" || code === "unknown");
      if (contradicted && subject.says("mine-country-covered-but-no")) continue;
      const [{ at }] = rows;
      const countries = rows.flatMap(({ origins: { covered } }) => [
        ...covered.countries,
        ...covered.ambiguous,
        ...covered.classes.map((name) => ORIGIN_CLASS_FACTS[name].name),
      ]);
      yield { at, facts: { metal, ...rowNumbers(rows), countries: [...new Set(countries)] } };
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
