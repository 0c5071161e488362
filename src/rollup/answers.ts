// Our answers per metal, derived from the suppliers' answers by one stated rule per question.

import { codeOf } from "../domain/answers.ts";
import { declaredScope } from "../domain/scope.ts";
import { editionOf, newestEdition } from "../forms/editions.ts";
import type { Family, Meaning } from "../forms/form.ts";
import { findQuestion } from "../forms/layouts.ts";
import { compareTexts, sortTexts } from "../lib/compare-texts.ts";
import type { EvaluatedResponse } from "../model/evaluation.ts";
import type { OwnAnswer, Vote, VoteAnswer } from "../model/own-declaration.ts";
import type { Settings } from "../model/settings.ts";
import { type AnswerCode, type MineralId, meansYes, type QuestionId } from "../model/vocabulary.ts";

/** The input for the answers about one metal. */
export interface MetalInput {
  family: Family;
  metal: MineralId;
  /** The responses that count. */
  counted: readonly EvaluatedResponse[];
  /** Responses received for the period that do not count here. */
  notCounted: readonly EvaluatedResponse[];
  /** Names of the suppliers that owe a response that counts. */
  missing: readonly string[];
  /** How many suppliers were asked, and how many responded; null if unknown. */
  survey: { asked: number; heard: number } | null;
  /** Whether a counted response lists a smelter of the metal that is not identified. */
  notIdentified: boolean;
  /** Whether a smelter of the metal in a response was omitted from the declaration. */
  leftOut: boolean;
  /** A person's answers that replace those of the rules. */
  overrides: Overrides;
}

export type Overrides = NonNullable<NonNullable<Settings["company"]>["answers"][MineralId]>;

interface Rule {
  /** The rule in one sentence, as printed in the log. */
  text: string;
  /** It is about our own practices, so suppliers' answers about theirs are not votes. */
  own?: true;
  decide(votes: readonly VoteAnswer[], input: MetalInput): AnswerCode | null;
}

const has = (votes: readonly VoteAnswer[], answer: VoteAnswer) => votes.includes(answer);
const all = (votes: readonly VoteAnswer[], answer: VoteAnswer) =>
  votes.length > 0 && votes.every((vote) => vote === answer);

const YES_IF_ANY: Rule = {
  text: "Yes if any supplier says yes, also in a response that does not count; no if every supplier says no; not answered otherwise.",
  decide: (votes) => (votes.some(isYes) ? "yes" : all(votes, "no") ? "no" : null),
};
const ORIGIN: Rule = {
  text: "Yes if any supplier says yes, also in a response that does not count; unknown if any says unknown, does not answer or is missing; no otherwise.",
  decide: (votes) => (votes.some(isYes) ? "yes" : all(votes, "no") ? "no" : "unknown"),
};

const RULES: Partial<Record<Meaning, Rule>> = {
  used: YES_IF_ANY,
  necessary: YES_IF_ANY,
  coveredOrigin: ORIGIN,
  cahraOrigin: ORIGIN,
  recycledAll: {
    text: "Yes only if every supplier says that all of it is; no if any says no; unknown otherwise.",
    decide: (votes) => (all(votes, "yes") ? "yes" : has(votes, "no") ? "no" : "unknown"),
  },
  responseRate: {
    text: "The share of surveyed suppliers that responded, in the template's bands; not answered where the number surveyed is not known.",
    decide: (_votes, { survey }) => (survey ? rateBand(survey.heard, survey.asked) : null),
  },
  smeltersIdentified: {
    text: 'Yes only if every supplier says yes, nobody is missing and no smelter is "not yet identified".',
    decide: (votes, { notIdentified }) => (all(votes, "yes") && !notIdentified ? "yes" : "no"),
  },
  requiresValidation: {
    text: "Our own practice: the answer of the settings, else not answered.",
    own: true,
    decide: () => null,
  },
  smelterInfoReported: {
    text: "Yes where every smelter that a response names is in the declaration, also one of a response that does not count.",
    decide: (_votes, { leftOut }) => (leftOut ? "no" : "yes"),
  },
};

function isYes(vote: VoteAnswer): boolean {
  return vote !== "notAnswered" && vote !== "notAsked" && vote !== "missing" && meansYes(vote);
}

/** The band in the newest templates for a share of suppliers; null if the whole is smaller than the part. */
export function rateBand(heard: number, asked: number): AnswerCode | null {
  if (asked <= 0 || heard > asked) return null;
  if (heard === 0) return "none";
  if (heard === asked) return "pct100";
  const share = heard / asked;
  return share > 0.9 ? "pctGt90" : share > 0.75 ? "pctGt75" : share > 0.5 ? "pctGt50" : "pctLe50";
}

/** Distinct supplier names of responses, sorted. */
export function suppliersOf(counted: readonly EvaluatedResponse[]): string[] {
  return sortTexts(new Map(counted.map(({ supplier }) => [supplier.key, supplier.name])).values());
}

/**
 * Our answers for one metal, in the order of the newest template, which is the one we fill in. Questions that it does
 * not ask about a metal out of scope are not answered.
 */
export function answerMetal(input: MetalInput): Partial<Record<QuestionId, OwnAnswer>> {
  const answers: Partial<Record<QuestionId, OwnAnswer>> = {};
  const { questions } = newestEdition(input.family).layout;
  /** Adds the answer, and returns whether it takes the metal out of scope. */
  const ask = (
    meaning: Meaning,
    voters: readonly EvaluatedResponse[],
    others: readonly EvaluatedResponse[],
  ): AnswerCode | null | undefined => {
    const rule = RULES[meaning];
    const question = questions.find((one) => one.meaning === meaning);
    if (rule === undefined || question === undefined) return undefined;
    const vote = (one: EvaluatedResponse): [VoteAnswer, string] => [
      voteOf(one, input.metal, meaning),
      one.supplier.name,
    ];
    // Customers must learn of every Yes that was received, whatever else is wrong with the response.
    const heard = HEARD_ANYWAY.includes(meaning) ? others.map(vote).filter(([answer]) => isYes(answer)) : [];
    const said = new Set(heard.map(([, name]) => name));
    const votes: [VoteAnswer, string][] = rule.own
      ? []
      : [
          ...voters.map(vote),
          ...heard,
          ...input.missing
            .filter((name) => !said.has(name))
            .map((name): [VoteAnswer, string] => ["missing", name]),
        ];
    const value = rule.decide(
      votes.map(([answer]) => answer),
      input,
    );
    const given = input.overrides[question.key];
    const answer = {
      value: given ? given.answer : value,
      ...(given?.comment === undefined ? {} : { comment: given.comment }),
      rule: rule.text,
      votes: gather(votes),
      ...(given ? { override: { reason: given.reason, instead: value } } : {}),
    };
    answers[question.key] = answer;
    return answer.value;
  };

  // A declaration that is not about the mineral says nothing about it.
  const isAbout = ({ response }: EvaluatedResponse) =>
    editionOf(response).layout.minerals.includes(input.metal);
  const [counted, notCounted] = [input.counted.filter(isAbout), input.notCounted.filter(isAbout)];
  if (ask("used", counted, notCounted) === "no") return answers;
  // A supplier that does not add a metal is not asked whether it remains in the product.
  const adds = (one: EvaluatedResponse) => mayUse(one, input.metal);
  if (ask("necessary", counted.filter(adds), notCounted.filter(adds)) === "no") return answers;
  const hasInScope = (one: EvaluatedResponse) => mayHaveInScope(one, input.metal);
  for (const { meaning } of questions) {
    if (!SCOPE.includes(meaning)) ask(meaning, counted.filter(hasInScope), notCounted.filter(hasInScope));
  }
  return answers;
}

function mayUse(one: EvaluatedResponse, metal: MineralId): boolean {
  return voteOf(one, metal, "used") !== "no";
}

function mayHaveInScope({ response }: EvaluatedResponse, metal: MineralId): boolean {
  return declaredScope(response, metal) !== "no";
}

/**
 * The questions about a metal that a response answers with a Yes which is taken into account even if the response does
 * not count.
 */
export function heardFrom(one: EvaluatedResponse, metal: MineralId, family: Family): QuestionId[] {
  const asks = (meaning: Meaning) =>
    meaning === "used" || (meaning === "necessary" ? mayUse(one, metal) : mayHaveInScope(one, metal));
  return newestEdition(family).layout.questions.flatMap(({ key, meaning }) =>
    HEARD_ANYWAY.includes(meaning) && asks(meaning) && isYes(voteOf(one, metal, meaning)) ? [key] : [],
  );
}

/** Questions for which a single No takes a metal out of scope in the template that we fill in. */
const SCOPE: readonly Meaning[] = ["used", "necessary"];
/** Questions for which a Yes counts in every response that was received. */
const HEARD_ANYWAY: readonly Meaning[] = [...SCOPE, "coveredOrigin", "cahraOrigin"];
/** If an edition asks a weaker question instead, a Yes to it leaves the stronger one open. */
const WEAKER: Partial<Record<Meaning, Meaning>> = { recycledAll: "recycledAny" };

/** A response's answer to a question. */
function voteOf({ response }: EvaluatedResponse, metal: MineralId, meaning: Meaning): VoteAnswer {
  const { layout } = editionOf(response);
  const asked = findQuestion(layout, meaning) ? meaning : WEAKER[meaning];
  if (asked === undefined || !findQuestion(layout, asked)) return "notAsked";
  const value = codeOf(response, metal, asked) ?? null;
  // A No that leaves the metal in scope in its own edition would take it out of scope in ours.
  if (SCOPE.includes(meaning) && value === "no" && declaredScope(response, metal) !== "no") return "unknown";
  if (asked !== meaning && value === "yes") return "unknown";
  return value ?? "notAnswered";
}

function gather(votes: readonly [VoteAnswer, string][]): Vote[] {
  const byAnswer = new Map<VoteAnswer, Set<string>>();
  for (const [answer, name] of votes) byAnswer.set(answer, (byAnswer.get(answer) ?? new Set()).add(name));
  return [...byAnswer]
    .map(([answer, names]) => ({ answer, suppliers: sortTexts(names) }))
    .sort((a, b) => compareTexts(a.answer, b.answer));
}
