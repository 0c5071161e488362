// Helpers for rules that read a response: what was answered, which metals are in scope, and in which cells.

import { given } from "../../domain/answers.ts";
import { declaredScopes } from "../../domain/scope.ts";
import { editionOf, familyOf } from "../../forms/editions.ts";
import type { Meaning, PolicyLayout, PracticeMeaning, QuestionLayout } from "../../forms/form.ts";
import {
  answerCell,
  commentCell,
  findPractice,
  findQuestion,
  policyCell,
  policyCommentCell,
} from "../../forms/layouts.ts";
import { placedLayout } from "../../forms/placed-layout.ts";
import type { Answer, Response } from "../../model/response.ts";
import type { AnswerCode, MineralId, PracticeId, QuestionId } from "../../model/vocabulary.ts";
import type { Beside, CheckedResponse, Says, Subject } from "../rule.ts";

const NOTHING: Beside = { supplierAnswered: false, supplierUnasked: false, isOthersPeriod: false };

/** A response as rules see it, with the context of its campaign. */
export function subjectOf(checked: CheckedResponse, beside = NOTHING, says: Says = () => true): Subject {
  const { selected, previous } = checked;
  const { response } = selected;
  const edition = editionOf(response);
  return {
    selected,
    // Computed on demand.
    get matches() {
      return checked.matches;
    },
    ...(previous ? { previous } : {}),
    ...beside,
    response,
    family: familyOf(response),
    edition,
    layout: placedLayout(response),
    requirements: edition.required,
    says,
    scope: declaredScopes(response),
  };
}

/** The answer to a layout's question for a metal; undefined if the cell is blank. */
export function answerOf(response: Response, metal: MineralId, key: QuestionId): Answer | undefined {
  const answer = response.answers[metal]?.[key];
  return given(answer) ? answer : undefined;
}

/**
 * The code of an answer to a layout's company question; undefined if the cell is blank, null if its text is
 * not understood.
 */
export function policyCodeOf(response: Response, key: PracticeId): AnswerCode | null | undefined {
  const answer = response.policies[key];
  return given(answer) ? answer.value : undefined;
}

/** The metals that the response does not declare out of scope, whose answers count. */
export function metalsNotOutOfScope({ layout, scope }: Subject): MineralId[] {
  return layout.minerals.filter((metal) => scope[metal] !== "no");
}

/** Facts that identify a question and a metal. */
export type QuestionFacts = { metal: MineralId; question: QuestionId; number: string };

export function questionFacts(question: QuestionLayout, metal: MineralId): QuestionFacts {
  return { metal, question: question.key, number: question.number };
}

/** A question that the layout asks, with its cell for one metal. */
export function findAsked(
  subject: Subject,
  meaning: Meaning,
  metal: MineralId,
): { question: QuestionLayout; at: string; commentAt: string } | undefined {
  const question = findQuestion(subject.layout, meaning);
  return (
    question && {
      question,
      at: answerCell(subject.layout, question, metal),
      commentAt: commentCell(subject.layout, question, metal),
    }
  );
}

/** A company question that the layout asks, with its cells. */
export function findAskedPractice(
  subject: Subject,
  meaning: PracticeMeaning,
): { policy: PolicyLayout; at: string; commentAt: string } | undefined {
  const policy = findPractice(subject.layout, meaning);
  return (
    policy && {
      policy,
      at: policyCell(subject.layout, policy),
      commentAt: policyCommentCell(subject.layout, policy),
    }
  );
}
