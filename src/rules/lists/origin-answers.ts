// Compares the answers on origin with what origin lists say about the smelters in a response.

import { codeOf } from "../../domain/answers.ts";
import { isInquired } from "../../domain/inquired.ts";
import { createOriginReader, namesInquired } from "../../domain/origins.ts";
import { countryName } from "../../forms/countries.ts";
import { joinWords } from "../../lib/join-words.ts";
import { defineRule } from "../rule.ts";
import { EXAMPLE_LIST, exampleMatch } from "../support/example-matches.ts";
import { matchedRows, nameColumn } from "../support/matched-rows.ts";
import { findAsked, metalsNotOutOfScope } from "../support/subject.ts";

const ORIGIN_LIST = { ...EXAMPLE_LIST, name: "Origin list", kind: "origin" as const };

export const coveredYesWithoutSource = defineRule<{
  metal: string;
  number: string;
  smelters: number;
  list: string;
}>({
  id: "covered-yes-without-source",
  severity: "info",
  needs: ["answers", "smelters", "reference", "originList"],
  about: { questions: ["coveredOrigin"] },
  title:
    "Sourcing from the covered countries is declared, but no listed smelter sources there by the origin list.",
  why: "Either the smelter that sources there is missing from the list, or the answer is not about these smelters.",
  ask: "Which of your smelters sources from the covered countries?",
  source: "The origin list that the user brings; the mine columns of the smelter list.",
  message: ({ metal, number, smelters, list }) =>
    `Question ${number} declares that ${metal} comes from the covered countries, but by ${list} ${smelters === 1 ? "the only smelter with known origins does not source" : `none of the ${smelters} smelters with known origins sources`} there.`,
  *check(subject, { originList }) {
    const { response } = subject;
    const readOrigin = createOriginReader(subject.family);
    for (const metal of metalsNotOutOfScope(subject)) {
      const asked = findAsked(subject, "coveredOrigin", metal);
      if (!asked || codeOf(response, metal, "coveredOrigin") !== "yes") continue;
      const ofMetal = [...matchedRows(subject)].filter(({ row }) => row.metal === metal);
      const known = ofMetal.filter(({ match }) => (match.origins ?? []).length > 0);
      const sources = ofMetal.some(
        ({ row, match }) =>
          (match.origins ?? []).some(({ country }) => country && isInquired(subject.family, country)) ||
          namesInquired(readOrigin(response, row)),
      );
      if (known.length === 0 || sources) continue;
      const smelters = new Set(known.map(({ match }) => match.id ?? match.standardName)).size;
      const facts = { metal, number: asked.question.number, smelters, list: originList?.name ?? "" };
      yield { at: asked.at, facts };
    }
  },
  example: ({ second }) => {
    const run = (country: string) => ({
      answers: { [second.id]: { coveredOrigin: "yes" as const, cahraOrigin: "yes" as const } },
      reference: EXAMPLE_LIST,
      originList: ORIGIN_LIST,
      smelters: [{ ...second.row }],
      matches: [
        exampleMatch({
          metal: second.id,
          kind: "alias",
          id: second.listed.id,
          origins: [{ country, text: country, list: "Origin list", asOf: "2025-04-25" }],
        }),
      ],
    });
    return {
      fires: { about: "a Yes, and one smelter that buys in Peru", ...run("PE") },
      silent: { about: "a Yes, and a smelter that buys in Rwanda", ...run("RW") },
    };
  },
});

export const recycledButMined = defineRule<{
  row: number;
  metal: string | null;
  smelter: string;
  countries: string[];
  number: string;
  list: string;
}>({
  id: "recycled-but-mined",
  severity: "warning",
  needs: ["answers", "smelters", "reference", "originList"],
  about: { questions: ["recycledAll"] },
  title:
    "A metal is declared as all recycled, but an origin list gives mines as source of one of its smelters.",
  why: "A smelter that buys from mines does not only recycle: the answer needs an explanation of what is bought from it.",
  ask: "Does all of the metal that you get from this smelter come from recycled or scrap sources?",
  source: "The origin list that the user brings; the question on recycled and scrap sources.",
  message: ({ row, metal, smelter, countries, number, list }) =>
    `Question ${number} says that all ${metal ?? "metal"} is recycled or scrap, but by ${list} "${smelter}" in row ${row} sources from ${joinWords(countries.map(countryName), "and")}.`,
  *check(subject) {
    for (const { row, match, facts, at } of matchedRows(subject)) {
      // A row that is not recycled contradicts the recycled answer itself, which another rule reports.
      if (row.metal === undefined || subject.scope[row.metal] === "no") continue;
      if (row.recycled === "no" && subject.says("recycled-declared-but-smelter-not")) continue;
      const asked = findAsked(subject, "recycledAll", row.metal);
      if (!asked || codeOf(subject.response, row.metal, "recycledAll") !== "yes") continue;
      const mined = (match.origins ?? []).filter(({ country }) => country !== undefined);
      const [first] = mined;
      if (first === undefined) continue;
      const countries = [...new Set(mined.flatMap(({ country }) => country ?? []))];
      yield {
        at: at(nameColumn(row)),
        facts: { ...facts, countries, number: asked.question.number, list: first.list },
      };
    }
  },
  example: ({ second }) => {
    const run = (origin: { country?: string; text: string }) => ({
      answers: { [second.id]: { recycledAll: "yes" as const } },
      reference: EXAMPLE_LIST,
      originList: ORIGIN_LIST,
      smelters: [{ ...second.row }],
      matches: [
        exampleMatch({
          metal: second.id,
          kind: "alias",
          id: second.listed.id,
          origins: [{ ...origin, list: "Origin list", asOf: "2025-04-25" }],
        }),
      ],
    });
    return {
      fires: {
        about: "all recycled, from a smelter that buys in Peru",
        ...run({ country: "PE", text: "Peru" }),
      },
      silent: { about: "all recycled, from a recycler", ...run({ text: "Recycled/Scrap" }) },
    };
  },
});
