// Handles periods without any response, which are usually typing errors.
import { datesOf } from "../../domain/response-dates.ts";
import { counts } from "../../domain/standing.ts";
import { DEFAULT_FAMILY } from "../../forms/families.ts";
import { sortTexts } from "../../lib/compare-texts.ts";
import { UsageError } from "../../lib/errors.ts";
import type { Io } from "../../lib/io.ts";
import { joinWords } from "../../lib/join-words.ts";
import type { Evaluation } from "../../model/evaluation.ts";

/**
 * Says that no response counts for the period and which years the workspace has; undefined if one counts, none has a
 * date, or some are dated in the period although they do not count.
 */
export function noResponseOf({ period, responses, today }: Evaluation): string | undefined {
  if (period === null || responses.some(({ standing }) => counts(standing))) return undefined;
  const days = responses.flatMap(({ response }) => datesOf(response)?.earliest ?? []);
  const years = sortTexts(new Set(days.filter((day) => day <= today).map((day) => day.slice(0, 4))));
  if (years.length === 0 || years.includes(String(period))) return undefined;
  return `No response belongs to ${period}: those of the workspace are dated in ${joinWords(years, "and")}.`;
}

/** Throws UsageError if no response belongs to the period. `what` names what would have been written. */
export function requirePeriod(evaluation: Evaluation, what: string): void {
  const none = noResponseOf(evaluation);
  if (none === undefined) return;
  throw new UsageError(
    `${none} Nothing was written. Name another --period, or add --force to write ${what} all the same.`,
  );
}

/**
 * Notes on standard error, unless quiet, that no response belongs to the period, and if there are several templates, in
 * which of them.
 */
export function noticeNoResponses(
  evaluations: readonly Evaluation[],
  { quiet = false }: { quiet?: boolean },
  io: Io,
): void {
  for (const evaluation of quiet ? [] : evaluations) {
    const none = noResponseOf(evaluation);
    const template = evaluations.length > 1 ? `${evaluation.family ?? DEFAULT_FAMILY.id}: ` : "";
    if (none !== undefined) io.err(`${template}${none}\n`);
  }
}
