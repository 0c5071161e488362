// What each counted response says of each metal, and the tallies over all of them.

import { findPolicy, findQuestion, type Layout, layoutFor } from "../forms/layouts.ts";
import { compareVersions } from "../forms/versions.ts";
import {
  type AnswerTally,
  type Declaration,
  type MetalScope,
  type PolicyTally,
  TALLIED_ANSWERS,
  type TalliedAnswer,
} from "../model/consolidation.ts";
import type { EvaluatedResponse } from "../model/evaluation.ts";
import type { Answer, Response } from "../model/response.ts";
import { METALS, type Metal, meansYes, POLICIES, QUESTIONS, type Question } from "../model/vocabulary.ts";
import { createOriginReader } from "./origins.ts";

/** From this version on, question "recycled or scrap" asks whether all of the metal is; before, whether any is. */
const ASKS_100_PERCENT_FROM = "3.00";

/** The two questions that tell whether a metal is in scope: always required, never "not required". */
const SCOPE_QUESTIONS: readonly Question[] = ["intentionallyAdded", "necessaryInProduct"];

/** One line per counted response and metal, in the order given. */
export function declare(counted: readonly EvaluatedResponse[]): Declaration[] {
  const readOrigin = createOriginReader();
  return counted.flatMap((from) => {
    const { response } = from;
    const layout = layoutFor(response.template.version);
    return METALS.map((metal): Declaration => {
      const inScope = metalScope(response, metal, layout);
      const answers = Object.fromEntries(
        QUESTIONS.map((question) => [question, answerTo(response, metal, question, layout, inScope)]),
      ) as Record<Question, TalliedAnswer>;
      const asks100 = compareVersions(response.template.version, ASKS_100_PERCENT_FROM) >= 0;
      const rows = response.smelters.map((row, index) => ({ row, match: from.matches[index] }));
      const ofMetal = rows.filter(({ row, match }) => (match?.metal ?? row.metal) === metal);
      const count = (holds: (one: (typeof ofMetal)[number]) => boolean) => ofMetal.filter(holds).length;
      return {
        from,
        metal,
        inScope,
        answers,
        recycled100: asks100 ? answers.recycledOrScrap : "not asked",
        smelterRows: ofMetal.length,
        notIdentifiedRows: count(({ match }) => match?.kind === "notIdentified"),
        mineCoveredRows: count(
          ({ row }) => row.mineCountries !== undefined && readOrigin(row.mineCountries).covered,
        ),
        notRecycledRows: count(({ row }) => row.recycled === "no"),
      };
    });
  });
}

/**
 * A metal is in scope when it is both intentionally added and necessary (in 1.00 and 2.x, which ask only that: when it
 * is necessary), out of scope when either is answered No, unclear otherwise.
 */
function metalScope(response: Response, metal: Metal, layout: Layout): MetalScope {
  const given = SCOPE_QUESTIONS.filter((question) => findQuestion(layout, question)).map(
    (question) => response.answers[metal]?.[question]?.value ?? null,
  );
  if (given.includes("no")) return "no";
  return given.every((code) => meansYes(code)) ? "yes" : "unclear";
}

function answerTo(
  response: Response,
  metal: Metal,
  question: Question,
  layout: Layout,
  inScope: MetalScope,
): TalliedAnswer {
  const given = tallied(response.answers[metal]?.[question]);
  if (given !== "not answered") return given;
  if (!findQuestion(layout, question)) return "not asked";
  const excused =
    inScope === "no" &&
    (!SCOPE_QUESTIONS.includes(question) ||
      (question === "necessaryInProduct" && response.answers[metal]?.intentionallyAdded?.value === "no"));
  return excused ? "not required" : given;
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

/** Suppliers per policy question and answer; "not required" where no metal is in scope or open. */
export function tallyPolicies(counted: readonly EvaluatedResponse[]): PolicyTally[] {
  return POLICIES.flatMap((question) =>
    tally(
      counted.map((from) => ({ from })),
      ({ from: { response } }) => {
        const given = tallied(response.policies[question]);
        if (given !== "not answered") return given;
        const layout = layoutFor(response.template.version);
        if (!findPolicy(layout, question)) return "not asked";
        const anyMetal = METALS.some((metal) => metalScope(response, metal, layout) !== "no");
        return anyMetal ? given : "not required";
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
    return suppliers ? [{ answer, suppliers: [...suppliers.values()].sort() }] : [];
  });
}
