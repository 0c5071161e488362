// What each counted response says of each metal, and the tallies over all of them.

import { namesCovered } from "../domain/covered-countries.ts";
import { asksCompanyQuestions, declaredScope, requiredAnswers } from "../domain/scope.ts";
import { findPolicy, findQuestion, layoutFor } from "../forms/layouts.ts";
import { compareVersions } from "../forms/versions.ts";
import { sortTexts } from "../lib/compare-texts.ts";
import {
  type AnswerTally,
  type Declaration,
  type PolicyTally,
  TALLIED_ANSWERS,
  type TalliedAnswer,
} from "../model/consolidation.ts";
import type { EvaluatedResponse } from "../model/evaluation.ts";
import type { Answer, Response } from "../model/response.ts";
import { METALS, type Metal, POLICIES, QUESTIONS, type Question } from "../model/vocabulary.ts";
import { createOriginReader } from "./origins.ts";

/** From this version on, question "recycled or scrap" asks whether all of the metal is; before, whether any is. */
const ASKS_100_PERCENT_FROM = "3.00";

/** One line per counted response and metal, in the order given. */
export function declare(counted: readonly EvaluatedResponse[]): Declaration[] {
  const readOrigin = createOriginReader();
  return counted.flatMap((from) => {
    const { response } = from;
    return METALS.map((metal): Declaration => {
      const answers = answersFor(response, metal);
      const asks100 = compareVersions(response.template.version, ASKS_100_PERCENT_FROM) >= 0;
      const rows = response.smelters.map((row, index) => ({ row, match: from.matches[index] }));
      const ofMetal = rows.filter(({ row, match }) => (match?.metal ?? row.metal) === metal);
      const count = (holds: (one: (typeof ofMetal)[number]) => boolean) => ofMetal.filter(holds).length;
      return {
        from,
        metal,
        inScope: declaredScope(response, metal),
        answers,
        recycled100: asks100 ? answers.recycledOrScrap : "not asked",
        smelterRows: ofMetal.length,
        notSmelterRows: count(({ match }) => match?.kind === "notSmelter"),
        notIdentifiedRows: count(({ match }) => match?.kind === "notIdentified"),
        mineCoveredRows: count(
          ({ row }) => row.mineCountries !== undefined && namesCovered(readOrigin(row.mineCountries)),
        ),
        notRecycledRows: count(({ row }) => row.recycled === "no"),
      };
    });
  });
}

/** Every answer of a response for one metal, as it is tallied. */
function answersFor(response: Response, metal: Metal): Record<Question, TalliedAnswer> {
  const layout = layoutFor(response.template.version);
  const required = requiredAnswers(response, metal);
  const answerTo = (question: Question): TalliedAnswer => {
    const given = tallied(response.answers[metal]?.[question]);
    if (given !== "not answered") return given;
    const asked = findQuestion(layout, question);
    if (asked === undefined) return "not asked";
    return required.includes(asked) ? given : "not required";
  };
  return Object.fromEntries(QUESTIONS.map((question) => [question, answerTo(question)])) as Record<
    Question,
    TalliedAnswer
  >;
}

function tallied(answer: Answer | undefined): TalliedAnswer {
  if (answer === undefined || answer.blank) return "not answered";
  return answer.value ?? "not understood";
}

/** Suppliers per metal, question and answer. A supplier with several responses counts under each answer it gives. */
export function tallyAnswers(declarations: readonly Declaration[]): AnswerTally[] {
  return METALS.flatMap((metal) => {
    const ofMetal = declarations.filter((one) => one.metal === metal);
    return QUESTIONS.flatMap((question) =>
      tally(ofMetal, (one) => one.answers[question]).map((line) => ({ metal, question, ...line })),
    );
  });
}

/** Suppliers per policy question and answer; "not required" where the template asks for none. */
export function tallyPolicies(counted: readonly EvaluatedResponse[]): PolicyTally[] {
  return POLICIES.flatMap((question) =>
    tally(
      counted.map((from) => ({ from })),
      ({ from: { response } }) => {
        const given = tallied(response.policies[question]);
        if (given !== "not answered") return given;
        const layout = layoutFor(response.template.version);
        if (!findPolicy(layout, question)) return "not asked";
        return asksCompanyQuestions(response) ? given : "not required";
      },
    ).map((line) => ({ question, ...line })),
  );
}

function tally<T extends { from: EvaluatedResponse }>(
  lines: readonly T[],
  answerOf: (line: T) => TalliedAnswer,
): { answer: TalliedAnswer; suppliers: string[] }[] {
  const names = new Map<TalliedAnswer, Map<string, string>>();
  for (const line of lines) {
    const answer = answerOf(line);
    const suppliers = names.get(answer) ?? new Map<string, string>();
    suppliers.set(line.from.supplier.key, line.from.supplier.name);
    names.set(answer, suppliers);
  }
  return TALLIED_ANSWERS.flatMap((answer) => {
    const suppliers = names.get(answer);
    return suppliers ? [{ answer, suppliers: sortTexts(suppliers.values()) }] : [];
  });
}
