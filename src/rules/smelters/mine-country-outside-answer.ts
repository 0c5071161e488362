import { codeOf } from "../../domain/answers.ts";
import { originRows } from "../../domain/origin-rows.ts";
import { onlyFrom } from "../../forms/answers.ts";
import { countryName } from "../../forms/countries.ts";
import { findQuestion } from "../../forms/layouts.ts";
import { joinWords } from "../../lib/join-words.ts";
import { ANSWER_NAMES } from "../../model/labels.ts";
import type { AnswerCode } from "../../model/vocabulary.ts";
import { defineRule } from "../rule.ts";
import { originRowName } from "../support/origin-rows.ts";
import { findAsked } from "../support/subject.ts";

export const mineCountryOutsideAnswer = defineRule<{
  row: number;
  smelter: string;
  metal: string;
  stated: string;
  /** ISO codes of the countries that the answer rules out. */
  countries: string[];
  answer: string;
  question: string;
  says: AnswerCode;
}>({
  id: "mine-country-outside-answer",
  severity: "warning",
  needs: ["answers", "smelters"],
  about: {
    where: ({ layout }) => {
      const { choices = [], choicesOf = {} } = findQuestion(layout, "cahraOrigin") ?? {};
      return [choices, ...Object.values(choicesOf)].flat().some(({ code }) => onlyFrom(code));
    },
  },
  title: "A row names a mine in a country that the answer on origin rules out.",
  why: "The answer says that all of the mineral comes from some countries, and the row names another one.",
  ask: "Which is right: the answer on origin, or the country of the mine?",
  source: "The choices of the question on high-risk areas that name countries.",
  message: ({ row, smelter, metal, countries, answer, says }) =>
    `Row ${row} (${smelter}) gives ${joinWords(countries.map(countryName), "and")} as origin of ${metal}, but ${answer} says "${ANSWER_NAMES[says]}".`,
  *check(subject) {
    const { response } = subject;
    for (const { of, metal, at, stated, origins } of originRows(response, subject.family)) {
      if (subject.scope[metal] === "no") continue;
      const says = codeOf(response, metal, "cahraOrigin");
      const only = says == null ? undefined : onlyFrom(says);
      const asked = findAsked(subject, "cahraOrigin", metal);
      if (says == null || only === undefined || !asked) continue;
      const countries = origins.countries.filter((country) => !only.includes(country));
      if (countries.length === 0) continue;
      yield {
        at,
        facts: {
          row: of.row.row,
          smelter: originRowName(of),
          metal,
          stated,
          countries,
          answer: asked.at,
          question: asked.question.key,
          says,
        },
      };
    }
  },
  example: ({ first }) => {
    const run = (mineCountries: string) => ({
      answers: { [first.id]: { cahraOrigin: { value: "yesDrcOnly" as const, raw: "DRC only" } } },
      smelters: [{ ...first.row, mineCountries }],
    });
    return {
      fires: { about: "DRC only, and a mine in Finland", ...run("DR Congo, Finland") },
      silent: { about: "DRC only, and a mine there", ...run("DR Congo") },
    };
  },
});
