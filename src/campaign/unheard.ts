// Which suppliers are not heard from, and why: the same for every metal, since any of them may be in scope.
import type { ResponseState } from "../model/campaign.ts";
import type { SupplierLine } from "../model/consolidation.ts";
import type { EvaluatedResponse, UnusableFile } from "../model/evaluation.ts";

/** Suppliers without a response that counts, by what was received from them; null if only a roster could say. */
export interface Unheard {
  missing: readonly SupplierLine[] | null;
  late: readonly SupplierLine[] | null;
  stale: readonly SupplierLine[];
  undated: readonly SupplierLine[];
  blank: readonly SupplierLine[];
  own: readonly SupplierLine[];
  /** Unusable files, except those of suppliers that have another response, as these leave no gap. */
  unreadableFiles: readonly UnusableFile[];
}

/** Groups the suppliers that are not heard from. */
export function unheardSuppliers(campaign: {
  counted: readonly EvaluatedResponse[];
  suppliers: readonly SupplierLine[];
  unreadable: readonly UnusableFile[];
}): Unheard {
  const heard = new Set(campaign.counted.map(({ supplier }) => supplier.key));
  const unheard = campaign.suppliers.filter(({ key }) => !heard.has(key));
  const roster = campaign.suppliers.some(({ onRoster }) => onRoster !== null);
  const states = new Map(campaign.suppliers.map(({ key, state }) => [key, state]));
  const withState = (...wanted: ResponseState[]) => unheard.filter(({ state }) => wanted.includes(state));
  const onRoster = (suppliers: readonly SupplierLine[]) => suppliers.filter((one) => one.onRoster);
  return {
    missing: roster ? onRoster(withState("missing", "withdrawn", "replaced")) : null,
    late: roster ? onRoster(withState("late")) : null,
    // A supplier of last year that is not asked this year owes nothing.
    stale: roster ? onRoster(withState("stale")) : withState("stale"),
    undated: withState("undated"),
    blank: withState("blank"),
    own: withState("own"),
    unreadableFiles: campaign.unreadable.filter(
      ({ supplier }) =>
        supplier === null || ["unreadable", "copied"].includes(states.get(supplier.key) ?? ""),
    ),
  };
}
