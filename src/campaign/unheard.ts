// Who of a campaign is not heard, and why: the same for every metal, since any of them may be in scope.
import type { ResponseState } from "../model/campaign.ts";
import type { SupplierLine } from "../model/consolidation.ts";
import type { EvaluatedResponse, UnusableFile } from "../model/evaluation.ts";

/** Suppliers without a response that counts, by what there is of them; null where only a roster tells. */
export interface Unheard {
  missing: readonly SupplierLine[] | null;
  late: readonly SupplierLine[] | null;
  stale: readonly SupplierLine[];
  undated: readonly SupplierLine[];
  blank: readonly SupplierLine[];
  own: readonly SupplierLine[];
  /** Files that are not usable, but for those of suppliers that are heard otherwise: these leave no gap. */
  unreadableFiles: readonly UnusableFile[];
}

/** Tells who is not heard. */
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
    // Last year's supplier that is not asked this year owes nothing.
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
