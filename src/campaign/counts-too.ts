// Finds responses that count for more than one period because the periods' windows overlap.
import { datesOf, yearsOfDay } from "../domain/response-dates.ts";
import { countedResponses, counts } from "../domain/standing.ts";
import { joinWords } from "../lib/join-words.ts";
import type { SelectedResponse } from "../model/campaign.ts";
import type { Response } from "../model/response.ts";
import { type SelectOptions, select } from "./select.ts";

/**
 * The responses selected for `period`, each with the other periods for which it counts: those whose window contains its
 * date and in which no newer response of its supplier and scope supersedes it.
 */
export function withOtherPeriods(
  responses: readonly Response[],
  selected: readonly SelectedResponse[],
  period: number,
  options: Omit<SelectOptions, "period" | "cutoff" | "standLater"> & { cutoffDay: string },
): SelectedResponse[] {
  const possible = new Set(countedResponses(selected).flatMap((one) => otherYears(one, period, options)));
  const countedIn = [...possible]
    .sort((a, b) => a - b)
    .map((year) => {
      const { selected: ofYear } = select(responses, { ...options, period: year });
      return { year, ids: new Set(countedResponses(ofYear).map(({ response }) => response.id)) };
    });
  return selected.map((one) => {
    const countsToo = countedIn.flatMap(({ year, ids }) => (ids.has(one.response.id) ? year : []));
    return counts(one.standing) && countsToo.length > 0
      ? {
          ...one,
          countsToo,
          reason: `${one.reason} It counts for ${joinWords(countsToo.map(String), "and")}, too.`,
        }
      : one;
  });
}

/** The periods, other than this one, whose window may contain a response's date. */
function otherYears(
  { response }: SelectedResponse,
  period: number,
  { cutoffDay }: { cutoffDay: string },
): number[] {
  const dates = datesOf(response);
  if (dates === null) return [];
  return yearsOfDay(dates.earliest, cutoffDay).filter((year) => year !== period);
}
