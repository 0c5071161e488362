// Describes responses that also count for another period.
import { countOf } from "../lib/count-of.ts";
import { fewOf } from "../lib/few-of.ts";
import { withFullStop } from "../lib/full-stop.ts";
import { joinWords } from "../lib/join-words.ts";

/** Most suppliers named in one line. */
const NAMED = 5;

/** The other periods that responses count for, ascending, with the responses of each. */
export function byOtherPeriod<T extends { countsToo?: readonly number[] }>(
  responses: readonly T[],
): { period: number; responses: T[] }[] {
  const periods = new Set(responses.flatMap(({ countsToo = [] }) => countsToo));
  return [...periods]
    .sort((a, b) => a - b)
    .map((period) => ({
      period,
      responses: responses.filter(({ countsToo = [] }) => countsToo.includes(period)),
    }));
}

/**
 * One line per other period: "2 responses count for 2017, too, as their dates are in both periods: Acme and
 * Bolt."
 */
export function countsTooLines(
  responses: readonly { supplier: string; countsToo?: readonly number[] }[],
): string[] {
  return byOtherPeriod(responses).map(({ period, responses: its }) => {
    const names = [...new Set(its.map(({ supplier }) => supplier))];
    const whose = its.length === 1 ? "its date is" : "their dates are";
    return withFullStop(
      `${countOf(its.length, "response counts", "responses count")} for ${period}, too, as ${whose} in both periods: ${joinWords(fewOf(names, NAMED), "and")}`,
    );
  });
}
