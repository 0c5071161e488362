// Many responses into one declaration of our own.

import { scopeOfAnswers } from "../domain/scope.ts";
import { newestEdition } from "../forms/editions.ts";
import { DEFAULT_FAMILY } from "../forms/families.ts";
import type { Family } from "../forms/form.ts";
import { sortTexts } from "../lib/compare-texts.ts";
import { defined } from "../lib/defined.ts";
import type { EvaluatedResponse } from "../model/evaluation.ts";
import type { OwnAnswer, OwnDeclaration, OwnProduct } from "../model/own-declaration.ts";
import type { Settings } from "../model/settings.ts";
import type { MineralId, QuestionId, Scope } from "../model/vocabulary.ts";
import { answerMetal, suppliersOf } from "./answers.ts";
import { uniteSmelters } from "./smelters.ts";

export interface RollUpInput {
  /** The family of the declaration; that of campaigns unless told otherwise. */
  family?: Family;
  period: number | null;
  /** The responses that count. */
  counted: readonly EvaluatedResponse[];
  /** Names of suppliers that owe a usable response. */
  missing: readonly string[];
  /** How many suppliers were asked, and of how many of them a response counts; null where nobody said. */
  survey: { asked: number; heard: number } | null;
  /** Our company as the settings have it. */
  company: Settings["company"];
  scope: Scope;
  /** ISO date of the declaration. */
  effectiveDate: string;
  products: readonly OwnProduct[];
  metals?: readonly MineralId[];
  excludeRemoved?: boolean;
}

/** Rolls the counted responses up into one declaration. Pure; the order of the responses does not matter. */
export function rollUp(input: RollUpInput): OwnDeclaration {
  const family = input.family ?? DEFAULT_FAMILY;
  const minerals = family.minerals.map(({ id }) => id);
  const metals = minerals.filter((metal) => (input.metals ?? minerals).includes(metal));
  const { smelters, leftOut } = uniteSmelters(input.counted, {
    metals,
    excludeRemoved: input.excludeRemoved ?? false,
  });
  const missing = sortTexts(new Set(input.missing));
  const { policies, answers: overrides, ...fields } = input.company ?? { policies: {}, answers: {} };
  const open: string[] = [];

  const answers: OwnDeclaration["answers"] = {};
  for (const metal of metals) {
    const ofMetal = answerMetal({
      family,
      metal,
      counted: input.counted,
      missing,
      survey: input.survey,
      notIdentified: smelters.some((smelter) => smelter.metal === metal && smelter.kind === "notIdentified"),
      leftOut: leftOut.some((smelter) => smelter.metal === metal && smelter.id !== undefined),
      overrides: overrides[metal] ?? {},
    });
    for (const [question, answer] of Object.entries(ofMetal)) {
      if (answer?.value === null) open.push(`${metal}: ${question}`);
    }
    answers[metal] = ofMetal;
  }
  const kept = smelters.filter(({ metal }) => mayHaveSmelters(answers[metal], family));
  for (const { metal, kind, name, country } of kept) {
    if (kind === "described" && country === undefined) open.push(`${metal}: country of ${name}`);
  }
  for (const field of [
    "companyName",
    "contactName",
    "contactEmail",
    "contactPhone",
    "authorizerName",
    "authorizerEmail",
  ] as const) {
    if (fields[field] === undefined) open.push(`company: ${field}`);
  }

  return {
    schema: 1,
    period: input.period,
    scope: input.scope,
    company: { ...defined(fields), effectiveDate: input.effectiveDate },
    metals,
    answers,
    policies: Object.fromEntries(
      Object.entries(policies).flatMap(([policy, given]) => {
        if (given === undefined) return [];
        if (typeof given === "string") return [[policy, { value: given }]];
        return [[policy, { value: given.answer, ...defined({ comment: given.comment }) }]];
      }),
    ),
    smelters: kept,
    leftOut,
    products: [...input.products],
    suppliers: { counted: suppliersOf(input.counted), missing, surveyed: input.survey?.asked ?? null },
    open,
  };
}

/** A metal that we declare out of scope, in a template of the newest kind, has no smelters. */
function mayHaveSmelters(
  answers: Partial<Record<QuestionId, OwnAnswer>> | undefined,
  family: Family,
): boolean {
  const { layout, required } = newestEdition(family);
  const [first, second] = layout.questions.map(({ key }) => answers?.[key]?.value);
  return scopeOfAnswers(required, first, second) !== "no";
}
