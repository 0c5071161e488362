// The responses that count, and what campaign rules need to know of them.

import { nameKey } from "../../lib/text.ts";
import { sourceText } from "../../model/workbook.ts";
import type { CampaignFound, CheckedResponse, CheckInput, Found } from "../rule.ts";

/** Responses that stand in their period. */
export function standing(input: CheckInput): CheckedResponse[] {
  return input.responses.filter((checked) => checked.selected.standing === "standing");
}

/** A finding about one response. */
export function about<F>({ selected }: CheckedResponse, found: Found<F>): CampaignFound<F> {
  return {
    ...found,
    supplier: selected.supplier.name,
    file: sourceText(selected.response.source),
    response: selected.response.id,
  };
}

/**
 * The facilities that a response names, each once, as comparable texts: metal and ID where it is known, else metal and
 * name. "Not yet identified" is none.
 */
export function facilities({ selected, matches }: CheckedResponse): Set<string> {
  const keys = new Set<string>();
  for (const [index, row] of selected.response.smelters.entries()) {
    const match = matches[index];
    if (match?.kind === "notIdentified" || row.metal === undefined) continue;
    const id = match?.id ?? row.id;
    const name = row.name ?? row.lookupName;
    if (id !== undefined) keys.add(`${row.metal} ${id}`);
    else if (name !== undefined) keys.add(`${row.metal} ${nameKey(name)}`);
  }
  return keys;
}
