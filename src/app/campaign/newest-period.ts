import { campaignPeriods } from "../../domain/response-dates.ts";
import { UsageError } from "../../lib/errors.ts";
import type { Session } from "../session.ts";

/**
 * The default period: the newest that was surveyed, according to the dates of the responses in all templates; a stray
 * response does not make a period. Throws UsageError if no response has a date.
 */
export function newestPeriod(...sessions: readonly [Session, ...Session[]]): number {
  const [{ settings, today }] = sessions;
  const responses = sessions.flatMap(({ campaign }) => campaign.responses);
  const { surveyed } = campaignPeriods(responses, { cutoffDay: settings.cutoff, today });
  const newest = surveyed.at(-1);
  if (newest === undefined)
    throw new UsageError("No response says which period it belongs to. Name it with --period.");
  return newest;
}
