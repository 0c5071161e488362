// What the workbook room hands on: cells with a value, sheet by sheet, and nothing of what they mean.
import { compareTexts } from "../lib/compare-texts.ts";

/**
 * A value as the spreadsheet stores it. Dates are numbers here: their meaning needs the workbook's date system. Cells
 * with equal values may share one.
 */
export type CellValue = Readonly<
  | { type: "text"; text: string }
  | { type: "number"; number: number /** the digits as stored, e.g. "1E3" */; text: string }
  | { type: "boolean"; boolean: boolean }
  | { type: "error" /** "#N/A", "#REF!" … */; text: string }
>;

/** A cell that holds a value. Cells without one are not materialised. */
export interface Cell {
  /** 1-based row and column. */
  row: number;
  column: number;
  value: CellValue;
  /** The cell holds a formula and the value is its cached result. */
  formula: boolean;
}

/** One row with at least one cell, cells in column order. */
export interface Row {
  row: number;
  cells: Cell[];
  /**
   * Columns (1-based, ascending) whose cell holds a formula with an empty cached result ("" or no value at all).
   * A formula over a look-up that found nothing and one that was never calculated look the same here.
   */
  blankFormulas: number[];
  /** Those of them that have no cached result at all: nobody calculated them. */
  uncalculated: number[];
}

export type SheetState = "visible" | "hidden" | "veryHidden";

export interface Sheet {
  name: string;
  state: SheetState;
  /** Ascending by row; rows without cells are absent. */
  rows: Row[];
  /** Where a cell's hyperlink leads, by its address ("G77"); looked for when asked. Links within the workbook are left out. */
  links(): ReadonlyMap<string, string>;
}

export type WorkbookFormat = "xlsx" | "xlsm" | "xlsb" | "xls" | "ods";

/** A workbook opened for reading: sheets are read when asked for, so that nothing unneeded is inflated. */
export interface Workbook {
  format: WorkbookFormat;
  /** The workbook was encrypted with Excel's public default password, or with one the user gave. */
  encrypted: boolean;
  /** Day 0 is 1904-01-01 rather than 1899-12-30. */
  date1904: boolean;
  /** When the workbook was last saved, as its own properties say (ISO date and time, UTC); undefined where they do not. */
  modified?: string;
  /** Worksheets in workbook order. */
  sheets: readonly { name: string; state: SheetState }[];
  /**
   * Reads one sheet by its exact name (letter case ignored); undefined where there is none.
   * Throws UnreadableError where the sheet itself turns out to be damaged or too large.
   */
  sheet(name: string): Sheet | undefined;
  /** What the reader of the container had to decide, in words for a person. Grows as sheets are read. */
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

/** Why a file gave no workbook: the kind for programs, the reason and the request for people. */
export interface Unreadable {
  kind: (typeof UNREADABLE_KINDS)[number];
  /** What the file is or what is wrong with it, one sentence. */
  reason: string;
  /** What to ask the supplier for, or what to do next, one sentence. */
  ask: string;
  /** Of another template: its title, with its abbreviation and version. */
  template?: string;
  /** Of another template: the one that was asked for, where that is not the campaigns' own. */
  wanted?: string;
}

/** Thrown where only later reading shows that a file cannot be read; carries what to say about it. */
export class UnreadableError extends Error {
  override name = "UnreadableError";
  readonly unreadable: Unreadable;
  constructor(unreadable: Unreadable) {
    super(unreadable.reason);
    this.unreadable = unreadable;
  }
}

/** The outcome of opening a file's bytes as a workbook. */
export type Opened = { ok: true; workbook: Workbook } | { ok: false; unreadable: Unreadable };

/** Where bytes came from: a file, or a file inside containers (zip, saved mail). */
export interface SourceName {
  /** Path as found, with forward slashes; for a contained file its name inside the innermost container. */
  path: string;
  /** The containers, outermost first, joined by " » "; null for a file of its own. */
  container: string | null;
}

/** A file that gave no response. */
export interface UnreadableFile extends SourceName {
  /** Null where not even the bytes could be read. */
  sha256: string | null;
  bytes: number | null;
  unreadable: Unreadable;
}

/** Between a container and what lies in it. */
const BETWEEN = " » ";

/** How a source is written for people: `mail.eml » responses.zip » acme.xls`. */
export function sourceText(source: SourceName): string {
  return source.container === null ? source.path : `${source.container}${BETWEEN}${source.path}`;
}

/** The file in the file system that a source is or lies in. */
export function outerPath({ path, container }: SourceName): string {
  return container === null ? path : (container.split(BETWEEN)[0] as string);
}

/** The source that a text of `sourceText` names. */
export function sourceNamed(text: string): SourceName {
  const at = text.lastIndexOf(BETWEEN);
  return at < 0
    ? { path: text, container: null }
    : { path: text.slice(at + BETWEEN.length), container: text.slice(0, at) };
}

/** Orders files by the text that names them. */
export function compareSources(a: SourceName, b: SourceName): number {
  return compareTexts(sourceText(a), sourceText(b));
}
