// Our answers per metal: from what the suppliers said, by one stated rule per question.

import { declaredScope } from "../domain/scope.ts";
import { findQuestion, layoutFor } from "../forms/layouts.ts";
import { compareVersions } from "../forms/versions.ts";
import { compareTexts, sortTexts } from "../lib/compare-texts.ts";
import type { EvaluatedResponse } from "../model/evaluation.ts";
import type { OwnAnswer, Vote, VoteAnswer } from "../model/own-declaration.ts";
import type { Settings } from "../model/settings.ts";
import { type AnswerCode, type Metal, meansYes, type Question } from "../model/vocabulary.ts";

/** What the answers of one metal are made from. */
export interface MetalInput {
  metal: Metal;
  /** The responses that count. */
  counted: readonly EvaluatedResponse[];
  /** Names of the suppliers that owe a usable response. */
  missing: readonly string[];
  /** How many suppliers were asked, and of how many of them a response counts; null where that is not known. */
  survey: { asked: number; heard: number } | null;
  /** A response that counts lists a smelter of the metal that is not identified. */
  notIdentified: boolean;
  /** A matched smelter of the metal was left out of the declaration. */
  leftOut: boolean;
  /** Answers that a person puts in place of the rules'. */
  overrides: Overrides;
}

export type Overrides = NonNullable<NonNullable<Settings["company"]>["answers"][Metal]>;

interface Rule {
  /** The rule in one sentence, as the log prints it. */
  text: string;
  decide(votes: readonly VoteAnswer[], input: MetalInput): AnswerCode | null;
}

const has = (votes: readonly VoteAnswer[], answer: VoteAnswer) => votes.includes(answer);
const all = (votes: readonly VoteAnswer[], answer: VoteAnswer) =>
  votes.length > 0 && votes.every((vote) => vote === answer);

const YES_IF_ANY: Rule = {
  text: "Yes if any supplier says yes; no if every supplier says no; open otherwise.",
  decide: (votes) => (votes.some(isYes) ? "yes" : all(votes, "no") ? "no" : null),
};
const ORIGIN: Rule = {
  text: "Yes if any supplier says yes; unknown if any says unknown, does not answer or is missing; no otherwise.",
  decide: (votes) => (votes.some(isYes) ? "yes" : all(votes, "no") ? "no" : "unknown"),
};

const RULES: Partial<Record<Question, Rule>> = {
  intentionallyAdded: YES_IF_ANY,
  necessaryInProduct: YES_IF_ANY,
  coveredCountries: ORIGIN,
  cahra: ORIGIN,
  recycledOrScrap: {
    text: "Yes only if every supplier says that all of it is; no if any says no; unknown otherwise.",
    decide: (votes) => (all(votes, "yes") ? "yes" : has(votes, "no") ? "no" : "unknown"),
  },
  supplierResponseRate: {
    text: "The share of surveyed suppliers whose response counts, in the template's bands; open where the number surveyed is not known.",
    decide: (_votes, { survey }) => (survey ? rateBand(survey.heard, survey.asked) : null),
  },
  allSmeltersIdentified: {
    text: 'Yes only if every supplier says yes, nobody is missing and no smelter is "not yet identified".',
    decide: (votes, { notIdentified }) => (all(votes, "yes") && !notIdentified ? "yes" : "no"),
  },
  allSmelterInfoReported: {
    text: "Yes where every smelter that a counted response names is in the declaration.",
    decide: (_votes, { leftOut }) => (leftOut ? "no" : "yes"),
  },
};

function isYes(vote: VoteAnswer): boolean {
  return vote !== "notAnswered" && vote !== "notAsked" && vote !== "missing" && meansYes(vote);
}

/** The band of the 6.x templates for a share of suppliers; null where the whole is smaller than the part. */
export function rateBand(heard: number, asked: number): AnswerCode | null {
  if (asked <= 0 || heard > asked) return null;
  if (heard === 0) return "none";
  if (heard === asked) return "pct100";
  const share = heard / asked;
  return share > 0.9 ? "pctGt90" : share > 0.75 ? "pctGt75" : share > 0.5 ? "pctGt50" : "pctLe50";
}

/** Supplier names of responses, each once, sorted. */
export function suppliersOf(counted: readonly EvaluatedResponse[]): string[] {
  return sortTexts(new Map(counted.map(({ supplier }) => [supplier.key, supplier.name])).values());
}

/**
 * Our answers for one metal, in the order of the template. Questions that the template does not ask once a metal is
 * out of scope are not answered.
 */
export function answerMetal(input: MetalInput): Partial<Record<Question, OwnAnswer>> {
  const answers: Partial<Record<Question, OwnAnswer>> = {};
  const ask = (question: Question, voters: readonly EvaluatedResponse[]): AnswerCode | null => {
    const rule = RULES[question] as Rule;
    const votes: [VoteAnswer, string][] = [
      ...voters.map((one): [VoteAnswer, string] => [voteOf(one, input.metal, question), one.supplier.name]),
      ...input.missing.map((name): [VoteAnswer, string] => ["missing", name]),
    ];
    const value = rule.decide(
      votes.map(([answer]) => answer),
      input,
    );
    const given = input.overrides[question];
    answers[question] = {
      value: given ? given.answer : value,
      ...(given?.comment === undefined ? {} : { comment: given.comment }),
      rule: rule.text,
      votes: gather(votes),
      ...(given ? { override: { reason: given.reason, instead: value } } : {}),
    };
    return answers[question].value;
  };

  if (ask("intentionallyAdded", input.counted) === "no") return answers;
  // Whoever does not add a metal is not asked whether it remains.
  const adding = input.counted.filter((one) => voteOf(one, input.metal, "intentionallyAdded") !== "no");
  if (ask("necessaryInProduct", adding) === "no") return answers;
  const inScope = input.counted.filter(({ response }) => declaredScope(response, input.metal) !== "no");
  for (const question of LATER) ask(question, inScope);
  return answers;
}

/** The questions of which one No takes a metal out of scope in the template that we fill. */
const SCOPE: readonly Question[] = ["intentionallyAdded", "necessaryInProduct"];
const LATER: readonly Question[] = [
  "coveredCountries",
  "cahra",
  "recycledOrScrap",
  "supplierResponseRate",
  "allSmeltersIdentified",
  "allSmelterInfoReported",
];

/** What a response says to a question. */
function voteOf({ response }: EvaluatedResponse, metal: Metal, question: Question): VoteAnswer {
  const { version } = response.template;
  if (!findQuestion(layoutFor(version), question)) return "notAsked";
  const value = response.answers[metal]?.[question]?.value ?? null;
  // A No that leaves the metal in scope where it was given would take it out of ours.
  if (SCOPE.includes(question) && value === "no" && declaredScope(response, metal) !== "no") return "unknown";
  // Up to 2.x the question is whether any of the metal is recycled, not all of it.
  if (question === "recycledOrScrap" && value === "yes" && compareVersions(version, "3.00") < 0)
    return "unknown";
  return value ?? "notAnswered";
}

function gather(votes: readonly [VoteAnswer, string][]): Vote[] {
  const byAnswer = new Map<VoteAnswer, Set<string>>();
  for (const [answer, name] of votes) byAnswer.set(answer, (byAnswer.get(answer) ?? new Set()).add(name));
  return [...byAnswer]
    .map(([answer, names]) => ({ answer, suppliers: sortTexts(names) }))
    .sort((a, b) => compareTexts(a.answer, b.answer));
}
