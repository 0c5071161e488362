import type { ResponseState, Standing } from "../model/campaign.ts";
import type { Unreadable } from "../model/workbook.ts";

/**
 * Whether a response with this standing counts for its period: it stands, that is, it is dated within the period's window,
 * its file is there and no newer response of the same supplier and scope supersedes it. Invalid ones count too: what they
 * say is tallied, and their state is reported beside it.
 */
export function counts(standing: Standing): standing is "standing" {
  return standing === "standing";
}

/** The responses that count, in the order given. */
export function countedResponses<T extends { standing: Standing }>(responses: readonly T[]): T[] {
  return responses.filter(({ standing }) => counts(standing));
}

/** Whether another response has taken the place of one with this standing: what was found in it is nobody's to answer. */
export function gaveWay(standing: Standing): boolean {
  return standing === "superseded" || standing === "replaced";
}

/** Whether some files could not be read: what exit codes tell. One that is another supplier's was read. */
export function someUnreadable(files: readonly { unreadable: Unreadable }[]): boolean {
  return files.some((file) => unusableState(file.unreadable) === "unreadable" && !isRoster(file));
}

/** Whether a file is a list of suppliers that lies among the responses. */
export function isRoster({ unreadable }: { unreadable: Unreadable }): boolean {
  return unreadable.kind === "roster";
}

/** The state of a file that was received and gave no response, or only that of another supplier. */
export function unusableState({ kind }: Unreadable): ResponseState {
  return kind === "copied" ? "copied" : "unreadable";
}
