// Whether a metal is in the scope of a declaration. Two notions that must not be mixed: what the supplier declares, on
// which conclusions rest, and what the template asks for on that account, on which missing answers rest.
import { editionOf } from "../forms/editions.ts";
import type { QuestionLayout, Requirements } from "../forms/form.ts";
import { questionsFor } from "../forms/layouts.ts";
import { isExempt, requiredQuestions } from "../forms/requirements.ts";
import type { DeclaredScope } from "../model/consolidation.ts";
import type { Response } from "../model/response.ts";
import { type AnswerCode, type MineralId, meansYes } from "../model/vocabulary.ts";

/** The meaning of an answer; null or undefined where there is none, or none that is understood. */
type Given = AnswerCode | null | undefined;

/**
 * What a response declares about a metal. It is out of scope only where the first two answers rule it out in that
 * edition: in 1.00 and 2.x a No to the first, from 5.x on a No to either. In 3.x only a No to both does: its Checker asks
 * everything further after a single No, and a metal that is added on purpose, or necessary and contained, is one that the
 * supplier answers for. The Checker of 4.x could not be read and its neighbours differ, so there a Yes beside a No leaves
 * the scope unclear. A metal is in scope where no answer that is still missing could rule it out.
 */
export function declaredScope(response: Response, metal: MineralId): DeclaredScope {
  return scopeOfAnswers(editionOf(response).required, ...firstTwo(response, metal));
}

/** `declaredScope` of every metal. */
export function declaredScopes(response: Response): Readonly<Record<MineralId, DeclaredScope>> {
  const { minerals } = editionOf(response).layout;
  return Object.fromEntries(minerals.map((metal) => [metal, declaredScope(response, metal)]));
}

/** The scope that a metal's first two answers declare under the requirements of an edition, see `declaredScope`. */
export function scopeOfAnswers(requirements: Requirements, first: Given, second: Given): DeclaredScope {
  if (isExempt(requirements.outOfScope, first, second)) return "no";
  const atWorst = (code: Given): Given => (meansYes(code) ? code : "no");
  return isExempt(requirements.exempt, atWorst(first), atWorst(second)) ? "unclear" : "yes";
}

/**
 * Whether the template asks for more than the first questions about a metal, as its Checker counts. An unanswered metal
 * is asked about.
 */
export function asksFurther(response: Response, metal: MineralId): boolean {
  return !isExempt(editionOf(response).required.exempt, ...firstTwo(response, metal));
}

/** The questions that the template requires an answer to for a metal, after what was answered to the first two. */
export function requiredAnswers(response: Response, metal: MineralId): readonly QuestionLayout[] {
  const { layout, required } = editionOf(response);
  return requiredQuestions(required, questionsFor(layout, metal), ...firstTwo(response, metal));
}

/** Whether the template requires the company questions: it asks further about at least one metal. */
export function asksCompanyQuestions(response: Response): boolean {
  return editionOf(response).layout.minerals.some((metal) => asksFurther(response, metal));
}

function firstTwo(response: Response, metal: MineralId): [Given, Given] {
  const [first, second] = editionOf(response).layout.questions;
  const given = response.answers[metal];
  return [first && given?.[first.key]?.value, second && given?.[second.key]?.value];
}
