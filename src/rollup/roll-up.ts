// Combines many responses into our own declaration.

import { countFindings } from "../domain/finding-counts.ts";
import { scopeOfAnswers } from "../domain/scope.ts";
import { editionOf, hasMineLists, newestEdition } from "../forms/editions.ts";
import { DEFAULT_FAMILY } from "../forms/families.ts";
import type { Family } from "../forms/form.ts";
import { topicOf } from "../forms/topics.ts";
import { compareTexts, sortTexts } from "../lib/compare-texts.ts";
import { defined } from "../lib/defined.ts";
import type { EvaluatedResponse } from "../model/evaluation.ts";
import { FIELD_NAMES } from "../model/labels.ts";
import type { NotCounted, OwnAnswer, OwnDeclaration, OwnProduct } from "../model/own-declaration.ts";
import type { Settings } from "../model/settings.ts";
import type { MineralId, QuestionId, Scope } from "../model/vocabulary.ts";
import { sourceText } from "../model/workbook.ts";
import { answerMetal, heardFrom, suppliersOf } from "./answers.ts";
import { uniteMines } from "./mines.ts";
import { uniteSmelters } from "./smelters.ts";

export interface RollUpInput {
  /** The family of the declaration; the default family unless given. */
  family?: Family;
  period: number | null;
  /** The responses that count. */
  counted: readonly EvaluatedResponse[];
  /** Responses received for the period that do not count, such as invalid ones. */
  notCounted?: readonly EvaluatedResponse[];
  /** Names of suppliers that owe a response that counts. */
  missing: readonly string[];
  /** How many suppliers were asked, and how many responded; null if unknown. */
  survey: { asked: number; heard: number } | null;
  /** Our company, from the settings. */
  company: Settings["company"];
  scope: Scope;
  /** ISO date of the declaration. */
  effectiveDate: string;
  products: readonly OwnProduct[];
  metals?: readonly MineralId[];
  excludeRemoved?: boolean;
}

/** Combines the counted responses into one declaration. Pure; the order of the responses does not matter. */
export function rollUp(input: RollUpInput): OwnDeclaration {
  const family = input.family ?? DEFAULT_FAMILY;
  const { counted, notCounted = [] } = input;
  const minerals = declaredMinerals([...counted, ...notCounted], family);
  const metals = minerals.filter((metal) => (input.metals ?? minerals).includes(metal));
  const { smelters, leftOut, incomplete } = uniteSmelters(counted, notCounted, {
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
      counted,
      notCounted,
      missing,
      survey: input.survey,
      notIdentified: smelters.some((smelter) => smelter.metal === metal && smelter.kind === "notIdentified"),
      leftOut: incomplete.has(metal) || incomplete.has(null),
      overrides: overrides[metal] ?? {},
    });
    for (const [question, answer] of Object.entries(ofMetal)) {
      if (answer?.value === null) open.push(`${metal}: ${topicOf(question as QuestionId)}`);
    }
    answers[metal] = ofMetal;
  }
  const kept = smelters.filter(({ metal }) => mayHaveSmelters(answers[metal], family));
  const mines = hasMineLists(family) ? uniteMines(counted, kept) : undefined;
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
    if (fields[field] === undefined) open.push(`company: ${FIELD_NAMES[field]}`);
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
    ...(mines ?? {}),
    notCounted: notCounted
      .map((one) => toldOf(one, answers, family))
      .sort((a, b) => compareTexts(a.supplier, b.supplier) || compareTexts(a.file, b.file)),
    products: [...input.products],
    suppliers: { counted: suppliersOf(counted), missing, surveyed: input.survey?.asked ?? null },
    open,
  };
}

/**
 * The minerals of our declaration: in families in which they are selected, those that a response selects, including
 * responses that do not count, as their Yes is taken into account; else all of the family.
 */
function declaredMinerals(responses: readonly EvaluatedResponse[], family: Family): MineralId[] {
  const known = family.minerals.map(({ id }) => id);
  if (newestEdition(family).layout.selection === undefined) return known;
  const declared = new Set(responses.flatMap(({ response }) => editionOf(response).layout.minerals));
  return [
    ...known.filter((id) => declared.has(id)),
    ...(family.namesOthers ? sortTexts([...declared].filter((id) => !known.includes(id))) : []),
  ];
}

function toldOf(one: EvaluatedResponse, answers: OwnDeclaration["answers"], family: Family): NotCounted {
  const { response, supplier, state, findings } = one;
  const { errors, warnings } = countFindings(findings.filter(({ accepted }) => !accepted));
  const affirms = family.minerals.flatMap(({ id: metal }) =>
    heardFrom(one, metal, family)
      .filter((question) => answers[metal]?.[question] !== undefined)
      .map((question) => ({ metal, question })),
  );
  return { supplier: supplier.name, file: sourceText(response.source), state, errors, warnings, affirms };
}

/** Whether a metal may have smelters: not if we declare it out of scope, in a template of the newest kind. */
function mayHaveSmelters(
  answers: Partial<Record<QuestionId, OwnAnswer>> | undefined,
  family: Family,
): boolean {
  const { layout, required } = newestEdition(family);
  const [first, second] = layout.questions.map(({ key }) => answers?.[key]?.value);
  return scopeOfAnswers(required, first, second) !== "no";
}
