// What changed from one response of a supplier to another: what was asked and done, and what else.
import type { Finding } from "./finding.ts";
import type { MineralId, PracticeId, QuestionId } from "./vocabulary.ts";

/** The parts of a response whose cells are compared. */
export const DIFF_PARTS = ["template", "company", "answers", "policies", "smelters", "products"] as const;
export type DiffPart = (typeof DIFF_PARTS)[number];

/** A place or text in either response; null where the response has none. */
export interface BothWays {
  before: string | null;
  after: string | null;
}

/** A cell that reads differently, known by what it means and not by where it is. */
export interface CellChange {
  part: DiffPart;
  /** What the cell means: a field, a mineral and a question, a practice and "comment", a column. */
  key: string;
  metal: MineralId | null;
  /** Cells with their sheet; null for what stands in no cell and where a response has no such cell. */
  at: BothWays;
  /** The texts as typed, dates as ISO days; null where the cell is blank. Both are null where `withheld`. */
  text: BothWays;
  /** The cell names or reaches a person and its text is not told. */
  withheld?: true;
  /** Of answers that can be ranked: whether the later one is the better one to have. */
  direction?: "stronger" | "weaker";
}

/** An answer that was given differently, or only in one of the responses. */
export type AnswerChange = CellChange & { question: QuestionId | PracticeId };

/**
 * in, out: named only in the later, only in the earlier response. renamed: the same facility under another name. id: the
 * same row with another facility ID. identified: a row that could be tied to no facility, or named none, and now is.
 */
export const SMELTER_CHANGES = ["in", "out", "renamed", "id", "identified"] as const;

export interface SmelterChange {
  kind: (typeof SMELTER_CHANGES)[number];
  metal: MineralId | null;
  /** The facility as the later response names it, or the earlier one where the later does not. */
  name: string;
  /** ID of the facility as far as it is known from the lists, else as the row has it. */
  id: string | null;
  /** Cells of the rows. */
  at: BothWays;
  /** The names or IDs that differ. */
  text: BothWays;
  /** The facility is gone from the reference list: the earlier list that it was on. */
  removedFrom?: string;
}

/**
 * answered: found only in the earlier response. open: in both. new: only in the later one. unclear: not found in the
 * later one, whose rule could not run.
 */
export const FINDING_STATES = ["answered", "open", "new", "unclear"] as const;
export type FindingState = (typeof FINDING_STATES)[number];

export interface FindingChange extends Pick<Finding, "rule" | "severity" | "risk" | "message" | "accepted"> {
  state: FindingState;
  at: BothWays;
  /** Of answered ones: the cell was changed, its row is gone, or something else made the difference. */
  by?: "cell" | "row gone" | "elsewhere";
}

/** A response as a comparison names it. */
export interface DiffSide {
  id: string;
  file: string;
  templateVersion: string;
  /** ISO date; null where it has none that can be read. */
  effectiveDate: string | null;
  smelterRows: number;
}

export interface ResponseDiff {
  supplier: string;
  before: DiffSide;
  after: DiffSide;
  answers: readonly AnswerChange[];
  /** Every other cell that reads differently. */
  cells: readonly CellChange[];
  smelters: readonly SmelterChange[];
  findings: readonly FindingChange[];
}
