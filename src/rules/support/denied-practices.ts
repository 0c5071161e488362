// Practices of a company that are denied beside something that presupposes them.
import { codeOf, practiceCodeOf } from "../../domain/answers.ts";
import type { PracticeMeaning } from "../../forms/form.ts";
import { type MineralId, meansYes } from "../../model/vocabulary.ts";
import type { Subject } from "../rule.ts";
import { findAskedPractice, metalsNotOutOfScope } from "./subject.ts";

/** Practices that presuppose another one: what is denied, and what can then hardly be affirmed. */
const PRESUPPOSED: readonly (readonly [denied: PracticeMeaning, affirmed: PracticeMeaning])[] = [
  ["reviewsInformation", "takesCorrectiveAction"],
  ["surveysSuppliers", "reviewsInformation"],
  ["carriesOutDueDiligence", "reviewsInformation"],
];

/** Practices affirmed although one that they presuppose is denied: each once, with the first of those. */
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

/** The metals about which more is said than is known without a survey; none where suppliers are surveyed. */
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

/** The denied practices of which one of these says that they are. */
export function contradictedPractices(subject: Subject): ReadonlySet<PracticeMeaning> {
  const denied = new Set(contradictions(subject).map((one) => one.denied));
  if (metalsWithoutSurvey(subject).length > 0) denied.add("surveysSuppliers");
  return denied;
}
