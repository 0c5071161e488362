import type { Standing } from "../model/campaign.ts";

/**
 * Whether a response with this standing counts for its period: it stands, that is, it is dated within the period's window,
 * its file is there and no newer response of the same supplier and scope supersedes it. Invalid ones count too: what they
 * say is tallied, and their state is told beside it.
 */
export function counts(standing: Standing): standing is "standing" {
  return standing === "standing";
}

/** The responses that count, in the order given. */
export function countedResponses<T extends { standing: Standing }>(responses: readonly T[]): T[] {
  return responses.filter(({ standing }) => counts(standing));
}
