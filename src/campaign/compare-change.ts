// What comparisons of two periods are made from and made of.
import type { Change, ChangeKind } from "../model/comparison.ts";
import type { Consolidation } from "../model/consolidation.ts";
import type { Evaluation } from "../model/evaluation.ts";

/** A period that was evaluated and consolidated. */
export interface PeriodResult {
  evaluation: Evaluation & { period: number };
  consolidation: Consolidation;
}

/** A change; what it does not concern is null. */
export function change(kind: ChangeKind, more: Partial<Change> & Pick<Change, "subject">): Change {
  return { kind, metal: null, supplier: null, before: null, after: null, ...more };
}
