// Whether a metal is in the scope of a declaration. Two notions must be kept apart: what the supplier
// declares, which conclusions are based on, and what the template then asks for, which decides what counts as
// a missing answer.
import { editionOf } from "../forms/editions.ts";
import type { QuestionLayout, Requirements } from "../forms/form.ts";
import { questionsFor } from "../forms/layouts.ts";
import { isExempt, requiredQuestions } from "../forms/requirements.ts";
import type { DeclaredScope } from "../model/consolidation.ts";
import type { Response } from "../model/response.ts";
import { type AnswerCode, type MineralId, meansYes } from "../model/vocabulary.ts";

/** The code of an answer; null if it is not understood, undefined if there is none. */
type Given = AnswerCode | null | undefined;

/**
 * What a response declares about a metal. It is out of scope only if the first two answers rule it out in
 * that edition: in 1.00 and 2.x a No to the first, from 5.x on a No to either. In 3.x only a No to both does:
 * its Checker requires all further answers after a single No, and the supplier is responsible for a metal
 * that is either added intentionally or necessary and contained. The Checker of 4.x could not be read and
 * those of its neighbours differ, so there a Yes beside a No leaves the scope unclear. A metal is in scope
 * once no missing answer could still rule it out.
 */
export function declaredScope(response: Response, metal: MineralId): DeclaredScope {
  return scopeOfAnswers(editionOf(response).required, ...firstTwo(response, metal));
}

/** `declaredScope` for every metal. */
export function declaredScopes(response: Response): Readonly<Record<MineralId, DeclaredScope>> {
  const { minerals } = editionOf(response).layout;
  return Object.fromEntries(minerals.map((metal) => [metal, declaredScope(response, metal)]));
}

/** The scope declared by a metal's first two answers under an edition's requirements; see `declaredScope`. */
export function scopeOfAnswers(requirements: Requirements, first: Given, second: Given): DeclaredScope {
  if (isExempt(requirements.outOfScope, first, second)) return "no";
  const atWorst = (code: Given): Given => (meansYes(code) ? code : "no");
  return isExempt(requirements.exempt, atWorst(first), atWorst(second)) ? "unclear" : "yes";
}

/**
 * Whether the response answers questions about a mineral that its declaration does not select, so that nothing more is
 * asked about it.
 */
export function isDeselected({ minerals = [] }: Response, metal: MineralId): boolean {
  return minerals.some(({ id, deselected }) => id === metal && deselected === true);
}

/**
 * Whether the template asks more than the first questions about a metal, as its Checker counts. True while
 * those are unanswered.
 */
export function asksFurther(response: Response, metal: MineralId): boolean {
  return (
    !isDeselected(response, metal) &&
    !isExempt(editionOf(response).required.exempt, ...firstTwo(response, metal))
  );
}

/**
 * The questions about a metal that the template requires an answer to, given the answers to the first two.
 */
export function requiredAnswers(response: Response, metal: MineralId): readonly QuestionLayout[] {
  const { layout, required } = editionOf(response);
  if (isDeselected(response, metal)) return [];
  return requiredQuestions(required, questionsFor(layout, metal), ...firstTwo(response, metal));
}

/**
 * Whether the template requires the company questions, which it does if it asks further about at least one
 * metal.
 */
export function asksCompanyQuestions(response: Response): boolean {
  return editionOf(response).layout.minerals.some((metal) => asksFurther(response, metal));
}

function firstTwo(response: Response, metal: MineralId): [Given, Given] {
  const [first, second] = editionOf(response).layout.questions;
  const given = response.answers[metal];
  return [first && given?.[first.key]?.value, second && given?.[second.key]?.value];
}
