// Last period's response of the same supplier and scope.
import type { SelectedResponse } from "../model/campaign.ts";
import type { Response } from "../model/response.ts";
import { scopeOf } from "./scope.ts";
import { type SelectOptions, select } from "./select.ts";

/**
 * Finds, for a response selected for `period`, the one that stood for its supplier and scope in the period before.
 * A response that stands in both, because the windows overlap, has none.
 */
export function previousOf(
  responses: readonly Response[],
  period: number,
  options: Omit<SelectOptions, "period" | "cutoff">,
): (selected: SelectedResponse) => Response | undefined {
  const standing = new Map<string, Response>();
  for (const one of select(responses, { ...options, period: period - 1 }).selected) {
    if (one.standing === "standing") standing.set(keyOf(one), one.response);
  }
  return (selected) => {
    const previous = standing.get(keyOf(selected));
    return previous?.id === selected.response.id ? undefined : previous;
  };
}

function keyOf({ supplier, response }: SelectedResponse): string {
  return `${supplier.key}|${scopeOf(response).key}`;
}
