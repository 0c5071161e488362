import { campaignPeriods } from "../../domain/response-dates.ts";
import { UsageError } from "../../lib/errors.ts";
import type { Session } from "../session.ts";

/**
 * The period that is looked at where none was asked for: the newest that was surveyed, by the dates of the responses; a
 * stray response makes none. Of several templates the responses are looked at together. Throws UsageError where no response
 * has a date.
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
