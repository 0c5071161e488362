import { codeOf } from "../../domain/answers.ts";
import type { AnswerCode, MineralId } from "../../model/vocabulary.ts";
import type { Subject } from "../rule.ts";
import { findAsked } from "./subject.ts";

/**
 * The answer on whether all smelters of a metal are identified; undefined if the metal is out of scope, or
 * its template asks for smelters regardless of scope.
 */
export function answersIdentified(subject: Subject, metal: MineralId): AnswerCode | null | undefined {
  return subject.requirements.instructions.includes("smeltersOfScope") &&
    subject.scope[metal] !== "no" &&
    findAsked(subject, "smeltersIdentified", metal) !== undefined
    ? codeOf(subject.response, metal, "smeltersIdentified")
    : undefined;
}
