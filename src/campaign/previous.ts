// Finds the previous period's response of the same supplier and scope.
import { datesOf } from "../domain/response-dates.ts";
import { countedResponses, counts } from "../domain/standing.ts";
import type { SelectedResponse } from "../model/campaign.ts";
import type { Response } from "../model/response.ts";
import { scopeOf } from "./scope.ts";
import { type SelectOptions, select } from "./select.ts";

/**
 * Whether a period is available: some response that counts for it, or was superseded in it, is dated within its
 * calendar year. A date in the months up to the cut-off fits two periods, and does not prove that the earlier one was
 * surveyed.
 */
export function isAvailable(selected: readonly SelectedResponse[], period: number): boolean {
  return selected.some(
    ({ standing, response }) =>
      (counts(standing) || standing === "superseded") && datesOf(response)?.earliest.startsWith(`${period}-`),
  );
}

/**
 * Returns a look-up, for a response selected for `period`, of the one that counted for its supplier and scope in the
 * period before. If the same response counts in both because the windows overlap, it is the newest other one. Undefined
 * if there is none or the period before is not available. `now` are the responses selected for `period`.
 */
export function previousOf(
  responses: readonly Response[],
  now: readonly SelectedResponse[],
  period: number,
  options: Omit<SelectOptions, "period" | "cutoff">,
): (selected: SelectedResponse) => Response | undefined {
  const standing = new Map<string, Response>();
  const standLater = new Set(countedResponses(now).map(({ response }) => response.id));
  const { selected: before } = select(responses, { ...options, standLater, period: period - 1 });
  if (isAvailable(before, period - 1)) {
    for (const one of countedResponses(before)) standing.set(keyOf(one), one.response);
  }
  return (selected) => {
    const previous = standing.get(keyOf(selected));
    return previous?.id === selected.response.id ? undefined : previous;
  };
}

function keyOf({ supplier, response }: SelectedResponse): string {
  return `${supplier.key}|${scopeOf(response).key}`;
}
