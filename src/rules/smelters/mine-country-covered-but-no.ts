import { codeOf } from "../../domain/answers.ts";
import { createAreaReader, HIGH_RISK_WITHOUT_LIST } from "../../domain/areas.ts";
import { originRows } from "../../domain/origin-rows.ts";
import { namesInquired, type OriginsNamed } from "../../domain/origins.ts";
import { countryName } from "../../forms/countries.ts";
import type { Meaning } from "../../forms/form.ts";
import { findQuestion } from "../../forms/layouts.ts";
import { ORIGIN_CLASS_FACTS } from "../../forms/origin-classes.ts";
import { placeOf } from "../../forms/topics.ts";
import type { Severity } from "../../model/finding.ts";
import type { MineralId } from "../../model/vocabulary.ts";
import { defineRule, type Subject } from "../rule.ts";
import { originRowName } from "../support/origin-rows.ts";
import { findAsked } from "../support/subject.ts";

type Facts = {
  row: number;
  /** The list that contains the row. */
  list: "smelters" | "mines";
  /** The smelter or mine named in the row. */
  smelter: string;
  metal: string;
  /** The text of the cell. */
  stated: string;
  /** ISO codes, and the text of origins that are not a single country. */
  countries: string[];
  /** The cell of the answer. */
  answer: string;
  question: string;
  says: "no" | "unknown";
  /** The places, as written, from which the countries follow. */
  places: string[] | null;
  /** ISO codes of those places' countries, which the cell does not name. */
  placed: string[] | null;
};

export const mineCountryCoveredButNo = defineRule<Facts>({
  id: "mine-country-covered-but-no",
  severity: "error",
  needs: ["answers", "smelters"],
  about: {
    where: ({ layout }) =>
      ["coveredOrigin", "cahraOrigin"].some((meaning) => findQuestion(layout, meaning as Meaning)),
  },
  title:
    "A row names a mine in a covered country or high-risk area, but the answer on origin is No or Unknown.",
  why: "Both cannot be true, and the row is evidence of origin (warning where the answer is Unknown, where only a place or a class of risk is named, and on the question on high-risk areas).",
  ask: "Which is right: the answer on origin, or the country of the mine?",
  source:
    "The law's covered countries; RMI's classes of origin; subdivisions by ISO 3166-2; the user's lists of conflict-affected and high-risk areas, and without one the Democratic Republic of the Congo where a template asks about such areas alone.",
  message: ({ row, list, smelter, metal, countries, answer, question, says, places }) =>
    `Row ${row}${list === "mines" ? " of the mine list" : ""} (${smelter}) gives ${countries.map(countryName).join(" and ")} as origin${places === null ? "" : ` (${places.join(", ")})`}, but ${answer} ${says === "no" ? "denies that" : "says that it is unknown whether"} ${metal} comes from ${placeOf(question)}.`,
  *check(subject, { areaLists = [] }) {
    const { response } = subject;
    const { areasOf } = createAreaReader(areaLists);
    for (const { of, metal, at, stated, origins, texts } of originRows(response, subject.family)) {
      if (subject.scope[metal] === "no") continue;
      const isListed = (country: string) => areasOf({ country, texts }).length > 0;
      const found = contradiction(subject, metal, origins, isListed);
      if (found === undefined) continue;
      const { severity, ...facts } = found;
      yield {
        at,
        facts: { row: of.row.row, list: of.list, smelter: originRowName(of), metal, stated, ...facts },
        severity,
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

type Contradiction = Omit<Facts, "row" | "list" | "smelter" | "metal" | "stated"> & { severity: Severity };

/**
 * How a row's origins contradict an answer. The answer on covered countries comes first, so that one fact is
 * reported once.
 */
function contradiction(
  subject: Subject,
  metal: MineralId,
  origins: OriginsNamed,
  isListed: (country: string) => boolean,
): Contradiction | undefined {
  const { covered } = origins;
  const says = (meaning: Meaning) => {
    const code = codeOf(subject.response, metal, meaning);
    return code === "no" || code === "unknown" ? code : undefined;
  };
  const asked = (meaning: Meaning) => findAsked(subject, meaning, metal);
  const onCovered = says("coveredOrigin");
  const question = asked("coveredOrigin");
  if (question && onCovered && namesInquired(origins)) {
    const byPlace = covered.places.map(({ place }) => place);
    const otherwise = covered.countries.length > new Set(covered.places.map(({ country }) => country)).size;
    const certain = otherwise || covered.ambiguous.length + covered.classes.length > 0;
    return {
      countries: [
        ...covered.countries,
        ...covered.ambiguous,
        ...covered.classes.map((name) => ORIGIN_CLASS_FACTS[name].name),
      ],
      answer: question.at,
      question: question.question.key,
      says: onCovered,
      places: byPlace.length > 0 ? byPlace : null,
      placed: byPlace.length > 0 ? [...new Set(covered.places.map(({ country }) => country))] : null,
      severity: onCovered === "no" && certain ? "error" : "warning",
    };
  }
  const highRisk = asked("cahraOrigin");
  // A Yes on covered countries beside this No is reported by another rule, once per metal.
  if (!highRisk || says("cahraOrigin") !== "no") return undefined;
  const onCoveredYes = codeOf(subject.response, metal, "coveredOrigin") === "yes";
  if (onCoveredYes && subject.says("cahra-no-but-covered-yes")) return undefined;
  const countries = [
    ...origins.countries.filter(
      (country) =>
        isListed(country) ||
        covered.countries.includes(country) ||
        // If the template does not ask about covered countries, no other rule reports this one.
        (question === undefined && country === HIGH_RISK_WITHOUT_LIST),
    ),
    ...covered.ambiguous,
    ...origins.highRisk.map((name) => ORIGIN_CLASS_FACTS[name].name),
  ];
  if (countries.length === 0) return undefined;
  return {
    countries,
    answer: highRisk.at,
    question: highRisk.question.key,
    says: "no",
    places: null,
    placed: null,
    severity: "warning",
  };
}
