import { codeOf } from "../../domain/answers.ts";
import type { AnswerCode, MineralId } from "../../model/vocabulary.ts";
import type { Subject } from "../rule.ts";
import { findAsked } from "./subject.ts";

/**
 * What a response answers on whether all smelters of a metal are identified; undefined where its template asks for
 * smelters whatever the scope, or the metal is out of scope.
 */
export function answersIdentified(subject: Subject, metal: MineralId): AnswerCode | null | undefined {
  return subject.requirements.instructions.includes("smeltersOfScope") &&
    subject.scope[metal] !== "no" &&
    findAsked(subject, "smeltersIdentified", metal) !== undefined
    ? codeOf(subject.response, metal, "smeltersIdentified")
    : undefined;
}
