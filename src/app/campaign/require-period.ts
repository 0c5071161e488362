// A period that no response belongs to is more often a slip than meant.
import { datesOf } from "../../domain/response-dates.ts";
import { counts } from "../../domain/standing.ts";
import { sortTexts } from "../../lib/compare-texts.ts";
import { UsageError } from "../../lib/errors.ts";
import { joinWords } from "../../lib/join-words.ts";
import type { Evaluation } from "../../model/evaluation.ts";

/**
 * Throws UsageError where no response counts for the period and the dates of all are of other years; not where none has a
 * date. `what` is what would have been written.
 */
export function requirePeriod({ period, responses, today }: Evaluation, what: string): void {
  if (period === null || responses.some(({ standing }) => counts(standing))) return;
  const days = responses.flatMap(({ response }) => datesOf(response)?.earliest ?? []);
  const years = sortTexts(new Set(days.filter((day) => day <= today).map((day) => day.slice(0, 4))));
  if (years.length === 0 || years.includes(String(period))) return;
  throw new UsageError(
    `No response belongs to ${period}: those of the workspace are dated in ${joinWords(years, "and")}. Nothing was written. Name another --period, or add --force to write ${what} all the same.`,
  );
}
