// What changed between two periods.
import type { MineralId } from "./vocabulary.ts";

/**
 * Kinds of change. figure: a count of both periods, changed or not; answer, answerStronger: a supplier's answer on one
 * scope that became weaker or stronger; answerNowNo: one on origin that was Yes and is No; scope: a metal came into scope
 * or left it; declarationNew, declarationGone, declarationSame: a supplier heard in both declares a scope only later,
 * only earlier, or by the same declaration in both; smelterCount: a supplier names fewer smelters of a metal; smelterNew,
 * smelterGone: named only later, only earlier; smelterIdentified: a name that could not be matched is now known as a facility; smelterRenamed: the lists call it otherwise; smelterStatus: its status on
 * the lists moved; findingNew, findingResolved: a rule finds something at a supplier in one period only.
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
  /** Name of the supplier; null for what concerns no single one. */
  supplier: string | null;
  /** What changed: the figure, the question, the smelter or the rule. */
  subject: string;
  /** ID of the smelter. */
  smelterId?: string;
  before: string | number | null;
  after: string | number | null;
  /** Why a smelter came or went, or by what it was identified. */
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
