// The result of opening a workbook: cells with values, sheet by sheet, without interpretation.
import { compareTexts } from "../lib/compare-texts.ts";

/**
 * A value as the spreadsheet stores it. Dates are numbers, as their meaning depends on the workbook's date system.
 * Cells with equal values may share one object.
 */
export type CellValue = Readonly<
  | { type: "text"; text: string }
  | { type: "number"; number: number /** the digits as stored, e.g. "1E3" */; text: string }
  | { type: "boolean"; boolean: boolean }
  | { type: "error" /** "#N/A", "#REF!" … */; text: string }
>;

/** A cell with a value. Cells without one do not exist here. */
export interface Cell {
  /** 1-based row and column. */
  row: number;
  column: number;
  value: CellValue;
  /** Whether the cell holds a formula, so that the value is its cached result. */
  formula: boolean;
}

/** A row with at least one cell, cells in column order. */
export interface Row {
  row: number;
  cells: Cell[];
  /**
   * Columns (1-based, ascending) whose cell holds a formula with an empty cached result ("" or no value at all). This
   * does not distinguish a look-up that found nothing from a formula that was never calculated.
   */
  blankFormulas: number[];
  /** Those of them without any cached result: they were never calculated. */
  uncalculated: number[];
}

export type SheetState = "visible" | "hidden" | "veryHidden";

export interface Sheet {
  name: string;
  state: SheetState;
  /** Ascending by row; rows without cells are omitted. */
  rows: Row[];
  /** Targets of cell hyperlinks by address ("G77"), read on demand. Links within the workbook are left out. */
  links(): ReadonlyMap<string, string>;
}

export type WorkbookFormat = "xlsx" | "xlsm" | "xlsb" | "xls" | "ods";

/** An opened workbook. Sheets are read on demand, so that nothing unneeded is inflated. */
export interface Workbook {
  format: WorkbookFormat;
  /** Whether the workbook was encrypted with Excel's public default password, or one given by the user. */
  encrypted: boolean;
  /** Whether day 0 is 1904-01-01 rather than 1899-12-30. */
  date1904: boolean;
  /**
   * When the workbook was last saved according to its properties (ISO date and time, UTC); undefined if they do not
   * say.
   */
  modified?: string;
  /** Worksheets in workbook order. */
  sheets: readonly { name: string; state: SheetState }[];
  /**
   * Reads a sheet by name, ignoring case; undefined if there is none. Throws UnreadableError if the sheet turns out to
   * be damaged or too large.
   */
  sheet(name: string): Sheet | undefined;
  /** Decisions of the reader, in words for a person. Grows as sheets are read. */
  notes: readonly string[];
}

export const UNREADABLE_KINDS = [
  "empty",
  "not-a-workbook",
  "damaged",
  "encrypted",
  "unsupported",
  "too-large",
  "missing-sheet",
  "other-template",
  "not-a-cmrt",
  "not-accessible",
  "failed",
  "copied",
  "roster",
] as const;

/** Why a file yielded no workbook: the kind for programs, the reason and the request for people. */
export interface Unreadable {
  kind: (typeof UNREADABLE_KINDS)[number];
  /** What the file is or what is wrong with it, one sentence. */
  reason: string;
  /** What to ask the supplier for, or what to do next, one sentence. */
  ask: string;
  /** For an unsupported template: its title, with abbreviation and version. */
  template?: string;
  /** For another template: the requested one, if it is not the default one. */
  wanted?: string;
}

/** Thrown if only later reading shows that a file is unreadable; carries the explanation. */
export class UnreadableError extends Error {
  override name = "UnreadableError";
  readonly unreadable: Unreadable;
  constructor(unreadable: Unreadable) {
    super(unreadable.reason);
    this.unreadable = unreadable;
  }
}

/** The result of opening a file's bytes as a workbook. */
export type Opened = { ok: true; workbook: Workbook } | { ok: false; unreadable: Unreadable };

/** The origin of bytes: a file, or a file inside containers (zip, saved mail). */
export interface SourceName {
  /** Path as found, with forward slashes; for a contained file its name inside the innermost container. */
  path: string;
  /** The containers, outermost first, joined by " » "; null if the file is not in one. */
  container: string | null;
}

/** A file that yielded no response. */
export interface UnreadableFile extends SourceName {
  /** Null if its bytes could not be obtained. */
  sha256: string | null;
  bytes: number | null;
  unreadable: Unreadable;
}

/** Separates a container from what is in it. */
const BETWEEN = " » ";

/** A source as text: `mail.eml » responses.zip » acme.xls`. */
export function sourceText(source: SourceName): string {
  return source.container === null ? source.path : `${source.container}${BETWEEN}${source.path}`;
}

/** The file in the file system that is the source or contains it. */
export function outerPath({ path, container }: SourceName): string {
  return container === null ? path : (container.split(BETWEEN)[0] as string);
}

/** Parses the text of `sourceText`. */
export function sourceNamed(text: string): SourceName {
  const at = text.lastIndexOf(BETWEEN);
  return at < 0
    ? { path: text, container: null }
    : { path: text.slice(at + BETWEEN.length), container: text.slice(0, at) };
}

/** Orders files by their text form. */
export function compareSources(a: SourceName, b: SourceName): number {
  return compareTexts(sourceText(a), sourceText(b));
}
