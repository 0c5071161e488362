// The responses that count, and what campaign rules need to know of them.

import { datesOf } from "../../domain/response-dates.ts";
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

/**
 * Whether a response is of another period and asks nobody anything in this one: dated before or after it, it lies beside
 * a response of its supplier that counts, or its company is not on the roster of this period; or it has no date and is
 * listed with another period. One dated after the day of the run has a wrong date, not another period.
 */
export function isOthersPeriod({ selected }: Pick<CheckedResponse, "selected">, input: CheckInput): boolean {
  const { standing, supplier, response } = selected;
  if (standing !== "stale" && standing !== "late") return false;
  const dates = datesOf(response);
  if (dates === null) return true;
  if (dates.earliest > input.today) return false;
  return hasAnswered(input, supplier.key) || isUnasked(input, supplier.key);
}

/** Whether there is a roster and it does not have the supplier in this period. */
export function isUnasked({ roster }: CheckInput, supplierKey: string): boolean {
  return roster !== undefined && !roster.some(({ key }) => key === supplierKey);
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
