// Our answers per metal: from what the suppliers said, by one stated rule per question.

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

/** What the answers of one metal are made from. */
export interface MetalInput {
  family: Family;
  metal: MineralId;
  /** The responses that count. */
  counted: readonly EvaluatedResponse[];
  /** Responses that were received and stand for the period, but do not count here. */
  notCounted: readonly EvaluatedResponse[];
  /** Names of the suppliers that owe a response that counts. */
  missing: readonly string[];
  /** How many suppliers were asked, and how many of them responded; null where that is not known. */
  survey: { asked: number; heard: number } | null;
  /** A response that counts lists a smelter of the metal that is not identified. */
  notIdentified: boolean;
  /** A smelter of the metal that a response names was left out of the declaration. */
  leftOut: boolean;
  /** Answers that a person puts in place of the rules'. */
  overrides: Overrides;
}

export type Overrides = NonNullable<NonNullable<Settings["company"]>["answers"][MineralId]>;

interface Rule {
  /** The rule in one sentence, as the log prints it. */
  text: string;
  /** About our own practice: what suppliers say of theirs is not a vote. */
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

/** The band of the newest templates for a share of suppliers; null where the whole is smaller than the part. */
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
 * Our answers for one metal, in the order of the newest template, which we fill. Questions that it does not ask once a
 * metal is out of scope are not answered.
 */
export function answerMetal(input: MetalInput): Partial<Record<QuestionId, OwnAnswer>> {
  const answers: Partial<Record<QuestionId, OwnAnswer>> = {};
  const { questions } = newestEdition(input.family).layout;
  /** The answer, and whether it takes the metal out of scope. */
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
    // Customers are told no less than what was received: a Yes is heard whatever else is wrong with the response.
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

  // A declaration that is not about the mineral says nothing of it.
  const isAbout = ({ response }: EvaluatedResponse) =>
    editionOf(response).layout.minerals.includes(input.metal);
  const [counted, notCounted] = [input.counted.filter(isAbout), input.notCounted.filter(isAbout)];
  if (ask("used", counted, notCounted) === "no") return answers;
  // Whoever does not add a metal is not asked whether it remains.
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

/** The questions on a metal to which a response says Yes so that it is heard even where the response does not count. */
export function heardFrom(one: EvaluatedResponse, metal: MineralId, family: Family): QuestionId[] {
  const asks = (meaning: Meaning) =>
    meaning === "used" || (meaning === "necessary" ? mayUse(one, metal) : mayHaveInScope(one, metal));
  return newestEdition(family).layout.questions.flatMap(({ key, meaning }) =>
    HEARD_ANYWAY.includes(meaning) && asks(meaning) && isYes(voteOf(one, metal, meaning)) ? [key] : [],
  );
}

/** The questions of which one No takes a metal out of scope in the template that we fill. */
const SCOPE: readonly Meaning[] = ["used", "necessary"];
/** Questions of which a Yes counts in every response that was received. */
const HEARD_ANYWAY: readonly Meaning[] = [...SCOPE, "coveredOrigin", "cahraOrigin"];
/** Where an edition asks the weaker question instead, a Yes to it leaves the stronger one open. */
const WEAKER: Partial<Record<Meaning, Meaning>> = { recycledAll: "recycledAny" };

/** What a response says to a question. */
function voteOf({ response }: EvaluatedResponse, metal: MineralId, meaning: Meaning): VoteAnswer {
  const { layout } = editionOf(response);
  const asked = findQuestion(layout, meaning) ? meaning : WEAKER[meaning];
  if (asked === undefined || !findQuestion(layout, asked)) return "notAsked";
  const value = codeOf(response, metal, asked) ?? null;
  // A No that leaves the metal in scope where it was given would take it out of ours.
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
