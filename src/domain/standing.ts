import type { ResponseState, Standing } from "../model/campaign.ts";
import { type SourceName, sourceText, type Unreadable } from "../model/workbook.ts";

/**
 * Whether a response with this standing counts for its period: it is dated within the period's window, its
 * file is present, and no newer response of the same supplier and scope supersedes it. Invalid responses
 * count too: their answers are tallied, and their state is reported with them.
 */
export function counts(standing: Standing): standing is "standing" {
  return standing === "standing";
}

/** The responses that count, in the order given. */
export function countedResponses<T extends { standing: Standing }>(responses: readonly T[]): T[] {
  return responses.filter(({ standing }) => counts(standing));
}

/**
 * Whether a response with this standing has been replaced by another, so that nobody needs to answer its
 * findings.
 */
export function wasReplaced(standing: Standing): boolean {
  return standing === "superseded" || standing === "replaced";
}

/**
 * Whether any file could not be read, which determines the exit code. A file of another supplier was read and
 * does not count.
 */
export function someUnreadable(files: readonly { unreadable: Unreadable }[]): boolean {
  return files.some((file) => unusableState(file.unreadable) === "unreadable" && !isRoster(file));
}

/** Whether a file is a list of suppliers found among the responses. */
export function isRoster({ unreadable }: { unreadable: Unreadable }): boolean {
  return unreadable.kind === "roster";
}

/** The state of a file that yielded no response, or only one that belongs to another supplier. */
export function unusableState({ kind }: Unreadable): ResponseState {
  return kind === "copied" ? "copied" : "unreadable";
}

/** An unusable file in one line: its name, and why it cannot be used. */
export function unusableText(file: SourceName & { unreadable: Unreadable }): string {
  return `${sourceText(file)}: ${file.unreadable.reason}`;
}

/** The unusable files in one line each. A file that is listed with several templates has one. */
export function unusableTexts(files: readonly (SourceName & { unreadable: Unreadable })[]): string[] {
  return [...new Set(files.map(unusableText))];
}
