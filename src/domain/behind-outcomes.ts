// Describes what led to an outcome, in the same words for the report and its page.
import type { Declaration, WarningSign } from "../model/consolidation.ts";

/** Describes what else in the declaration contradicts its Yes on origin; empty if nothing does. */
export function againstYes({ recycled100 }: Declaration): string {
  return recycled100 === "yes" ? ", although it says that all of it is recycled or scrap" : "";
}

/** Names the first suppliers that the signs are about. */
export function suppliersOfSigns(signs: readonly WarningSign[]): string {
  const suppliers = new Set(signs.map(({ finding }) => finding.supplier));
  return `${[...suppliers].slice(0, 3).join(", ")}${suppliers.size > 3 ? " and others" : ""}`;
}
