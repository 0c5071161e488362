// What a comparison of two periods takes and yields.
import type { Change, ChangeKind } from "../model/comparison.ts";
import type { Consolidation } from "../model/consolidation.ts";
import type { Evaluation } from "../model/evaluation.ts";

/** An evaluated and consolidated period. */
export interface PeriodResult {
  evaluation: Evaluation & { period: number };
  consolidation: Consolidation;
}

/** A change, with null in the fields that do not apply to it. */
export function change(kind: ChangeKind, more: Partial<Change> & Pick<Change, "subject">): Change {
  return { kind, metal: null, supplier: null, before: null, after: null, ...more };
}
