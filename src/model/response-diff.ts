// What changed between two responses of a supplier: what was requested and done, and what else.
import type { Finding } from "./finding.ts";
import type { MineralId, PracticeId, QuestionId } from "./vocabulary.ts";

/** The parts of a response whose cells are compared. */
export const DIFF_PARTS = ["template", "company", "answers", "policies", "smelters", "products"] as const;
export type DiffPart = (typeof DIFF_PARTS)[number];

/** A place or text in each response; null if the response has none. */
export interface BothWays {
  before: string | null;
  after: string | null;
}

/** A cell with a different value, identified by its meaning rather than its place. */
export interface CellChange {
  part: DiffPart;
  /** The meaning of the cell: a field, a mineral and a question, a practice and "comment", or a column. */
  key: string;
  metal: MineralId | null;
  /** Cells with their sheet; null for a value that is not in a cell, and if a response has no such cell. */
  at: BothWays;
  /** The texts as typed, with dates as ISO days; null if the cell is blank. Both are null if `withheld`. */
  text: BothWays;
  /** The cell names or identifies a person, and its text is not shown. */
  withheld?: true;
  /** For answers that can be ranked: whether the later one is better or worse. */
  direction?: "stronger" | "weaker";
}

/** An answer that changed, or is in only one of the responses. */
export type AnswerChange = CellChange & { question: QuestionId | PracticeId };

/**
 * in, out: named only in the later, or only in the earlier response. renamed: the same facility under another name. id:
 * the same row with another facility ID. identified: a row that could not be matched, or named no smelter, and now is
 * matched.
 */
export const SMELTER_CHANGES = ["in", "out", "renamed", "id", "identified"] as const;

export interface SmelterChange {
  kind: (typeof SMELTER_CHANGES)[number];
  metal: MineralId | null;
  /** The facility's name in the later response, or else in the earlier one. */
  name: string;
  /** ID of the facility from the lists if known, otherwise from the row. */
  id: string | null;
  /** Cells of the rows. */
  at: BothWays;
  /** The names or IDs that differ. */
  text: BothWays;
  /** The earlier list that the facility was on, if it is no longer on the reference list. */
  removedFrom?: string;
}

/**
 * answered: found only in the earlier response. open: in both. new: only in the later one. unclear: not found in the
 * later one, but its rule could not run there.
 */
export const FINDING_STATES = ["answered", "open", "new", "unclear"] as const;
export type FindingState = (typeof FINDING_STATES)[number];

export interface FindingChange extends Pick<Finding, "rule" | "severity" | "risk" | "message" | "accepted"> {
  state: FindingState;
  at: BothWays;
  /** For answered findings: the cell was changed, its row is gone, or the cause is elsewhere. */
  by?: "cell" | "row gone" | "elsewhere";
}

/** A response as identified in a comparison. */
export interface DiffSide {
  id: string;
  file: string;
  templateVersion: string;
  /** ISO date; null if there is no readable one. */
  effectiveDate: string | null;
  smelterRows: number;
}

export interface ResponseDiff {
  supplier: string;
  before: DiffSide;
  after: DiffSide;
  answers: readonly AnswerChange[];
  /** All other changed cells. */
  cells: readonly CellChange[];
  smelters: readonly SmelterChange[];
  findings: readonly FindingChange[];
}
