// Reading a response the way rules do: what was answered, which metals are in scope, which cell says so.

import { declaredScopes } from "../../domain/scope.ts";
import {
  answerCell,
  commentCell,
  findPolicy,
  findQuestion,
  layoutFor,
  type PolicyLayout,
  policyCell,
  policyCommentCell,
  type QuestionLayout,
} from "../../forms/layouts.ts";
import { requirementsOf } from "../../forms/requirements.ts";
import type { Answer, Response } from "../../model/response.ts";
import { type AnswerCode, METALS, type Metal, type Policy, type Question } from "../../model/vocabulary.ts";
import type { CheckedResponse, Subject } from "../rule.ts";

export function subjectOf(checked: CheckedResponse): Subject {
  const { response } = checked.selected;
  const { version } = response.template;
  return {
    ...checked,
    response,
    layout: layoutFor(version),
    requirements: requirementsOf(version),
    scope: declaredScopes(response),
  };
}

/** An answer cell that is not blank; its text may still mean nothing. */
export function given(answer: Answer | undefined): answer is Answer {
  return answer !== undefined && answer.blank !== true;
}

/** The answer to a question for a metal; undefined where the cell is blank. */
export function answerOf(response: Response, metal: Metal, question: Question): Answer | undefined {
  const answer = response.answers[metal]?.[question];
  return given(answer) ? answer : undefined;
}

/** The meaning of an answer: undefined where it is blank, null where its text means nothing. */
export function codeOf(response: Response, metal: Metal, question: Question): AnswerCode | null | undefined {
  return answerOf(response, metal, question)?.value;
}

/** The meaning of a policy answer. */
export function policyCodeOf(response: Response, policy: Policy): AnswerCode | null | undefined {
  const answer = response.policies[policy];
  return given(answer) ? answer.value : undefined;
}

/** The metals that the response does not declare out of scope: what it says of them counts. */
export function metalsNotOutOfScope({ scope }: Subject): Metal[] {
  return METALS.filter((metal) => scope[metal] !== "no");
}

/** Facts that name a question and a metal. */
export type QuestionFacts = { metal: Metal; question: Question; number: string };

export function questionFacts(question: QuestionLayout, metal: Metal): QuestionFacts {
  return { metal, question: question.key, number: question.number };
}

/** A question that the layout asks, with a cell of one metal. */
export function findAsked(
  subject: Subject,
  key: Question,
  metal: Metal,
): { question: QuestionLayout; at: string; commentAt: string } | undefined {
  const question = findQuestion(subject.layout, key);
  return (
    question && {
      question,
      at: answerCell(subject.layout, question, metal),
      commentAt: commentCell(subject.layout, question, metal),
    }
  );
}

/** A policy question that the layout asks, with its cells. */
export function findAskedPolicy(
  subject: Subject,
  key: Policy,
): { policy: PolicyLayout; at: string; commentAt: string } | undefined {
  const policy = findPolicy(subject.layout, key);
  return (
    policy && {
      policy,
      at: policyCell(subject.layout, policy),
      commentAt: policyCommentCell(subject.layout, policy),
    }
  );
}
