// What each counted response declares about each metal, and the tallies over all of them.

import { createOriginReader, namesInquired } from "../domain/origins.ts";
import { asksCompanyQuestions, declaredScope, requiredAnswers } from "../domain/scope.ts";
import { editionOf } from "../forms/editions.ts";
import type { Family, Meaning } from "../forms/form.ts";
import { findQuestion } from "../forms/layouts.ts";
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
import type { MineralId, QuestionId } from "../model/vocabulary.ts";

/**
 * The minerals that counted responses are about: the family's own in its order, then those that declarations name
 * themselves. If the family leaves room for any mineral, only those that a declaration selects.
 */
export function mineralsOf(counted: readonly EvaluatedResponse[], family: Family): MineralId[] {
  const known = family.minerals.map(({ id }) => id);
  const declared = new Set(counted.flatMap(({ response }) => editionOf(response).layout.minerals));
  const others = sortTexts([...declared].filter((id) => !known.includes(id)));
  return [...(family.namesOthers ? known.filter((id) => declared.has(id)) : known), ...others];
}

/** One line per counted response and metal that its declaration is about, in the order given. */
export function declare(
  counted: readonly EvaluatedResponse[],
  family: Family,
  minerals: readonly MineralId[],
): Declaration[] {
  const readOrigin = createOriginReader(family);
  return counted.flatMap((from) => {
    const { response } = from;
    const declared = editionOf(response).layout.minerals;
    return minerals
      .filter((metal) => declared.includes(metal))
      .map((metal): Declaration => {
        const answers = answersFor(response, metal, family);
        const rows = response.smelters.map((row, index) => ({ row, match: from.matches[index] }));
        const ofMetal = rows.filter(({ row, match }) => (match?.metal ?? row.metal) === metal);
        const count = (holds: (one: (typeof ofMetal)[number]) => boolean) => ofMetal.filter(holds).length;
        return {
          from,
          metal,
          inScope: declaredScope(response, metal),
          answers,
          recycled100: answerOn({ from, answers }, "recycledAll"),
          smelterRows: ofMetal.length,
          mineRows: (response.mines ?? []).filter((mine) => mine.metal === metal).length,
          notSmelterRows: count(({ match }) => match?.kind === "notSmelter"),
          notIdentifiedRows: count(({ match }) => match?.kind === "notIdentified"),
          mineCoveredRows: count(({ row }) => namesInquired(readOrigin(response, row))),
          notRecycledRows: count(({ row }) => row.recycled === "no"),
        };
      });
  });
}

/** The answer to the question with this meaning; "not asked" if the template does not ask it. */
export function answerOn(
  { from, answers }: Pick<Declaration, "from" | "answers">,
  meaning: Meaning,
): TalliedAnswer {
  const question = findQuestion(editionOf(from.response).layout, meaning);
  return (question && answers[question.key]) ?? "not asked";
}

/** All answers of a response for one metal, in the form in which they are tallied. */
function answersFor(response: Response, metal: MineralId, family: Family): Record<QuestionId, TalliedAnswer> {
  const { questions } = editionOf(response).layout;
  const required = requiredAnswers(response, metal);
  const answerTo = (key: QuestionId): TalliedAnswer => {
    const given = tallied(response.answers[metal]?.[key]);
    if (given !== "not answered") return given;
    const asked = questions.find((question) => question.key === key);
    if (asked === undefined) return "not asked";
    return required.includes(asked) ? given : "not required";
  };
  return Object.fromEntries(family.questions.map(({ key }) => [key, answerTo(key)]));
}

function tallied(answer: Answer | undefined): TalliedAnswer {
  if (answer === undefined || answer.blank) return "not answered";
  return answer.value ?? "not understood";
}

/** Suppliers per metal, question and answer. A supplier with several responses is counted under each of its answers. */
export function tallyAnswers(
  declarations: readonly Declaration[],
  family: Family,
  minerals: readonly MineralId[],
): AnswerTally[] {
  return minerals.flatMap((metal) => {
    const ofMetal = declarations.filter((one) => one.metal === metal);
    return family.questions.flatMap(({ key: question }) =>
      tally(ofMetal, (one) => one.answers[question] ?? "not asked").map((line) => ({
        metal,
        question,
        ...line,
      })),
    );
  });
}

/** Suppliers per company question and answer; "not required" if the template requires no answer. */
export function tallyPolicies(counted: readonly EvaluatedResponse[], family: Family): PolicyTally[] {
  return family.practices.flatMap(({ key: question }) =>
    tally(
      counted.map((from) => ({ from })),
      ({ from: { response } }) => {
        const given = tallied(response.policies[question]);
        if (given !== "not answered") return given;
        const { policies } = editionOf(response).layout;
        if (!policies.some(({ key }) => key === question)) return "not asked";
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
