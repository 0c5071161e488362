// A campaign after reading, selecting, matching and checking: the input of consolidation and of every renderer.
import type { LikelyPair, ResponseState, SelectedResponse, Supplier, UnattributedFile } from "./campaign.ts";
import type { AcceptedFinding, Finding, NotRun } from "./finding.ts";
import type { RowMatch } from "./match.ts";
import type { ReferenceList } from "./reference.ts";
import type { ReportedSmelter } from "./reported-smelter.ts";
import type { Roster } from "./roster.ts";
import type { StatusHistory } from "./status-history.ts";
import type { UnreadableFile } from "./workbook.ts";

export interface EvaluatedResponse extends SelectedResponse {
  /** One match per smelter row, in row order. */
  matches: readonly RowMatch[];
  state: ResponseState;
  /**
   * Findings of this response, sorted. They are also in the evaluation's list, unless the response was replaced by
   * another.
   */
  findings: readonly Finding[];
}

/** A received file that is not usable, with its supplier according to the roster; null if unknown. */
export interface UnusableFile extends UnreadableFile {
  supplier: Supplier | null;
}

/** The list used for matching, and why it was chosen, in words for a person. */
export interface ChosenList {
  list: ReferenceList;
  why: string;
}

/** A list other than the one used for matching, and its use. */
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
  /** The template family; absent for the default family. */
  family?: string;
  /** The requested period; null in a run over all periods of the workspace. */
  period: number | null;
  /** Periods given by the responses' dates, ascending. */
  periods: readonly number[];
  /** Both ISO dates. The cut-off is that of the requested period. */
  today: string;
  cutoff: string | null;
  /** Null if no list is available: matching then yields "none" for every row, and rules that need a list do not run. */
  reference: ChosenList | null;
  /** Further lists used for matching: earlier ones, statuses, origins … */
  furtherLists?: readonly FurtherList[];
  /** All available lists, whatever the period, and what they said about statuses of facilities over time. */
  lists?: readonly ReferenceList[];
  statusHistory?: StatusHistory;
  /** Matches a row that is not in any response, using the same lists and decisions. */
  match?: (row: ReportedSmelter) => RowMatch;
  /** The suppliers that the campaign asks; absent without a roster. */
  roster?: Roster;
  /** Sorted by supplier, then effective date, then file. */
  responses: readonly EvaluatedResponse[];
  /** Files that yielded no response, or only another supplier's, and may belong to the requested period. */
  unreadable: readonly UnusableFile[];
  /**
   * All findings except those of replaced responses, in the project's sort order: supplier, file, severity, rule, cell.
   */
  findings: readonly Finding[];
  notRun: readonly NotRun[];
  /** Accepted findings that no longer occur, of suppliers included in the evaluation. */
  gone?: readonly AcceptedFinding[];
  /** Pairs of a missing supplier and a company that may be the same, if nobody has confirmed it. */
  pairs?: readonly LikelyPair[];
  /** With a roster: files that may be from suppliers from which nothing else was received. */
  unattributed?: readonly UnattributedFile[];
}
