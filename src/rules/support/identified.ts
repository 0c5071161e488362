import { codeOf } from "../../domain/answers.ts";
import type { MineralId } from "../../model/vocabulary.ts";
import type { Subject } from "../rule.ts";
import { findAsked } from "./subject.ts";

/** Whether a response says of a metal in scope that not all of its smelters are identified, where its template asks that. */
export function deniesAllIdentified(subject: Subject, metal: MineralId): boolean {
  return (
    subject.requirements.instructions.includes("smeltersOfScope") &&
    subject.scope[metal] !== "no" &&
    findAsked(subject, "smeltersIdentified", metal) !== undefined &&
    codeOf(subject.response, metal, "smeltersIdentified") === "no"
  );
}
