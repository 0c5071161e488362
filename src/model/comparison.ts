// What changed between two periods.
import type { MineralId } from "./vocabulary.ts";

/**
 * Kinds of change.
 * figure: a count in both periods, changed or not.
 * answer, answerStronger: a supplier's answer for one scope became weaker or stronger.
 * answerNowNo: an answer on origin changed from Yes to No.
 * scope: a metal came into scope or left it.
 * declarationNew, declarationGone, declarationSame: a supplier heard from in both periods declares a scope only later,
 * only earlier, or by the same declaration in both.
 * smelterCount: a supplier names fewer smelters of a metal.
 * smelterNew, smelterGone: a smelter is named only later, or only earlier.
 * smelterIdentified: a name that could not be matched is now matched to a facility.
 * smelterRenamed: the lists use another name for it.
 * smelterStatus: its status on the lists changed.
 * findingNew, findingResolved: a rule has findings for a supplier in only one of the periods.
 */
export const CHANGE_KINDS = [
  "figure",
  "answer",
  "smelterCount",
  "smelterNew",
  "smelterGone",
  "smelterStatus",
  "findingNew",
  "findingResolved",
  "answerNowNo",
  "answerStronger",
  "scope",
  "declarationNew",
  "declarationGone",
  "declarationSame",
  "smelterRenamed",
  "smelterIdentified",
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export interface Change {
  kind: ChangeKind;
  metal: MineralId | null;
  /** Name of the supplier; null if the change is not about a single one. */
  supplier: string | null;
  /** What changed: the figure, the question, the smelter or the rule. */
  subject: string;
  /** ID of the smelter. */
  smelterId?: string;
  before: string | number | null;
  after: string | number | null;
  /** Why a smelter was added or removed, or how it was identified. */
  cause?: string;
}

export interface Comparison {
  from: number;
  to: number;
  changes: readonly Change[];
  /** Suppliers with a response that counts in both periods: only their answers and findings are compared. */
  suppliersInBoth: number;
  /** Responses that count in both periods, because the windows overlap. */
  responsesInBoth: number;
}
