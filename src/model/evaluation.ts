// A campaign after reading, selecting, matching and checking: the one value that consolidation and every
// renderer start from.
import type { LikelyPair, ResponseState, SelectedResponse, Supplier, UnattributedFile } from "./campaign.ts";
import type { AcceptedFinding, Finding, NotRun } from "./finding.ts";
import type { RowMatch } from "./match.ts";
import type { ReferenceList } from "./reference.ts";
import type { ReportedSmelter } from "./reported-smelter.ts";
import type { Roster } from "./roster.ts";
import type { StatusHistory } from "./status-history.ts";
import type { UnreadableFile } from "./workbook.ts";

export interface EvaluatedResponse extends SelectedResponse {
  /** One match per smelter row, in the order of the rows. */
  matches: readonly RowMatch[];
  state: ResponseState;
  /** Findings of this response, sorted; also part of the evaluation's list, unless it gave way to another response. */
  findings: readonly Finding[];
}

/** A file that was received and is not usable, and whose it is by the roster; null where nothing tells. */
export interface UnusableFile extends UnreadableFile {
  supplier: Supplier | null;
}

/** The list that matching rests on and how it came to be chosen, in words for a person. */
export interface ChosenList {
  list: ReferenceList;
  why: string;
}

/** A list beside the one that matching rests on, and what for. */
export interface FurtherList {
  list: ReferenceList;
  use:
    | "earlier"
    | "later"
    | "other minerals"
    | "status"
    | "origin"
    | "revision"
    | "watch"
    | "alias"
    | "sanctions"
    | "area";
}

export interface Evaluation {
  /** The family of templates that was looked at; absent for the one that campaigns ask for unless told otherwise. */
  family?: string;
  /** The period asked for; null where every period in the workspace was looked at. */
  period: number | null;
  /** Periods that the responses' dates name, ascending. */
  periods: readonly number[];
  /** Both ISO dates. The cut-off is that of the period asked for. */
  today: string;
  cutoff: string | null;
  /** Null where no list is available: matching then yields "none" for every row and rules that need it do not run. */
  reference: ChosenList | null;
  /** The further lists that matching rested on: earlier ones, statuses, origins … */
  furtherLists?: readonly FurtherList[];
  /** All available lists, whatever the period, and what they said of the status of facilities over time. */
  lists?: readonly ReferenceList[];
  statusHistory?: StatusHistory;
  /** Matches a row that no response has, by the same lists and decisions. */
  match?: (row: ReportedSmelter) => RowMatch;
  /** The suppliers that the campaign asks; absent without a roster. */
  roster?: Roster;
  /** Sorted by supplier, then effective date, then file. */
  responses: readonly EvaluatedResponse[];
  /** Files that gave no response, or only that of another supplier, and may belong to the period asked for. */
  unreadable: readonly UnusableFile[];
  /**
   * All findings but those of responses that gave way to another, in the one sort order of the project: supplier, file,
   * severity, rule, cell.
   */
  findings: readonly Finding[];
  notRun: readonly NotRun[];
  /** Accepted findings of suppliers that were looked at which no longer occur. */
  gone?: readonly AcceptedFinding[];
  /** Missing suppliers and companies that may be one, where nobody has said so. */
  pairs?: readonly LikelyPair[];
  /** With a roster: files that may be those of suppliers of which nothing else is there. */
  unattributed?: readonly UnattributedFile[];
}
