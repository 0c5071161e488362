// The responses that count, and what campaign rules need to know about them.

import { datesOf } from "../../domain/response-dates.ts";
import { counts } from "../../domain/standing.ts";
import { sourceText } from "../../model/workbook.ts";
import type { CampaignFound, CheckedResponse, CheckInput, Found } from "../rule.ts";

/** The responses that count for their period. */
export function standing(input: CheckInput): CheckedResponse[] {
  return input.responses.filter((checked) => counts(checked.selected.standing));
}

/** Whether the supplier has a response that counts. */
export function hasAnswered(input: CheckInput, supplierKey: string): boolean {
  return input.responses.some(
    ({ selected }) => counts(selected.standing) && selected.supplier.key === supplierKey,
  );
}

/**
 * Whether a response belongs to another period and requires no action in this one. It is dated outside this
 * period, and its supplier has a response that counts or is not on this period's roster; or it is undated and
 * listed with another period. A date after the day of the run is wrong rather than in another period.
 */
export function isOthersPeriod({ selected }: Pick<CheckedResponse, "selected">, input: CheckInput): boolean {
  const { standing, supplier, response } = selected;
  if (standing !== "stale" && standing !== "late") return false;
  const dates = datesOf(response);
  if (dates === null) return true;
  if (dates.earliest > input.today) return false;
  return hasAnswered(input, supplier.key) || isUnasked(input, supplier.key);
}

/** Whether the supplier is missing from this period's roster; false without a roster. */
export function isUnasked({ roster }: CheckInput, supplierKey: string): boolean {
  return roster !== undefined && !roster.some(({ key }) => key === supplierKey);
}

/** A campaign finding about one response. */
export function about<F>({ selected }: CheckedResponse, found: Found<F>): CampaignFound<F> {
  return {
    ...found,
    supplier: selected.supplier.name,
    file: sourceText(selected.response.source),
    response: selected.response.id,
  };
}
