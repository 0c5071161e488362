// What is behind an outcome, in words that the report and its page share.
import type { Declaration, WarningSign } from "../model/consolidation.ts";

/** What else the declaration says that does not go with its Yes on origin; empty where nothing does. */
export function againstYes({ recycled100 }: Declaration): string {
  return recycled100 === "yes" ? ", although it says that all of it is recycled or scrap" : "";
}

/** The first suppliers that signs are about. */
export function suppliersOfSigns(signs: readonly WarningSign[]): string {
  const suppliers = new Set(signs.map(({ finding }) => finding.supplier));
  return `${[...suppliers].slice(0, 3).join(", ")}${suppliers.size > 3 ? " and others" : ""}`;
}
