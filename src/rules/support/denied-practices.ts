// Company practices that are denied although another answer presupposes them.
import { codeOf, practiceCodeOf } from "../../domain/answers.ts";
import type { PracticeMeaning } from "../../forms/form.ts";
import { type MineralId, meansYes } from "../../model/vocabulary.ts";
import type { Subject } from "../rule.ts";
import { findAskedPractice, metalsNotOutOfScope } from "./subject.ts";

/** Pairs of practices: if the first is denied, the second can hardly be affirmed. */
const PRESUPPOSED: readonly (readonly [denied: PracticeMeaning, affirmed: PracticeMeaning])[] = [
  ["reviewsInformation", "takesCorrectiveAction"],
  ["surveysSuppliers", "reviewsInformation"],
  ["carriesOutDueDiligence", "reviewsInformation"],
];

/** Affirmed practices that presuppose a denied one: each once, with the first such denied practice. */
export function contradictions(subject: Subject): { denied: PracticeMeaning; affirmed: PracticeMeaning }[] {
  const said = new Set<PracticeMeaning>();
  return PRESUPPOSED.flatMap(([denied, affirmed]) => {
    if (!findAskedPractice(subject, denied) || !findAskedPractice(subject, affirmed)) return [];
    if (practiceCodeOf(subject.response, denied) !== "no" || said.has(affirmed)) return [];
    if (!meansYes(practiceCodeOf(subject.response, affirmed))) return [];
    said.add(affirmed);
    return { denied, affirmed };
  });
}

/**
 * The metals for which a response states more than can be known without surveying suppliers; empty if
 * suppliers are surveyed.
 */
export function metalsWithoutSurvey(subject: Subject): MineralId[] {
  const { response } = subject;
  if (!findAskedPractice(subject, "surveysSuppliers")) return [];
  if (practiceCodeOf(response, "surveysSuppliers") !== "no") return [];
  return metalsNotOutOfScope(subject).filter(
    (metal) =>
      codeOf(response, metal, "responseRate") === "pct100" ||
      codeOf(response, metal, "smeltersIdentified") === "yes",
  );
}

/** The denied practices that another answer contradicts. */
export function contradictedPractices(subject: Subject): ReadonlySet<PracticeMeaning> {
  const { says } = subject;
  const denied = new Set(
    says("practices-contradict") ? contradictions(subject).map((one) => one.denied) : [],
  );
  if (says("answers-without-survey") && metalsWithoutSurvey(subject).length > 0)
    denied.add("surveysSuppliers");
  return denied;
}
