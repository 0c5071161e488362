// The responses that count, and what campaign rules need to know of them.

import { facilityKey } from "../../domain/facility.ts";
import { counts } from "../../domain/standing.ts";
import { sourceText } from "../../model/workbook.ts";
import type { CampaignFound, CheckedResponse, CheckInput, Found } from "../rule.ts";

/** Responses that stand in their period. */
export function standing(input: CheckInput): CheckedResponse[] {
  return input.responses.filter((checked) => counts(checked.selected.standing));
}

/** Whether a response of the supplier counts. */
export function hasAnswered(input: CheckInput, supplierKey: string): boolean {
  return input.responses.some(
    ({ selected }) => counts(selected.standing) && selected.supplier.key === supplierKey,
  );
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

/** The keys of the facilities that a response names, each once. */
export function facilities({ selected, matches }: CheckedResponse): Set<string> {
  const keys = selected.response.smelters.map((row, index) => facilityKey(row, matches[index]));
  return new Set(keys.filter((key) => key !== null));
}
