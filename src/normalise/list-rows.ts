// The rows of a list sheet: which of them are data, whatever people pasted between, above and below them.
import { foldWords } from "../forms/fold.ts";
import { normalForm } from "../lib/normal-form.ts";
import { cellText, columnNumber, findCell, findRow } from "../model/cells.ts";
import type { Note } from "../model/response.ts";
import type { Cell, Row, Sheet } from "../model/workbook.ts";
import { endsForm, isFooter } from "./footer.ts";
import { errorIn, listed } from "./missing-results.ts";

/** Where a list stands on its sheet. */
export interface ListPlace {
  /** The row of its header, wherever inserted rows moved it. */
  headerRow: number;
  firstRow: number;
  columns: Partial<Record<string, string>>;
  /** Whether a row is one of those that the template has above the header, wherever that was moved. */
  isOwn(row: Row): boolean;
  /** Columns whose header bears the star of a required entry. */
  starred: readonly number[];
  /** Which of the columns a text is the header of, in any words that the list's reader knows. */
  keyOf(text: string): string | undefined;
  /** Whether a row is plainly data, as no header is: it names a mineral. */
  isPlain(row: Row): boolean;
  /** Whether a row below the copyright line is one of the list, and not of a table that the template hides there. */
  isData(row: Row): boolean;
}

/**
 * The rows of a list from its first one on, and notes where its header stands among them again, and on rows above it.
 * The copyright line does not end a list, as people go on below it.
 */
export function listRows(sheet: Sheet, place: ListPlace): { rows: Row[]; notes: Note[] } {
  const header = textsOf(findRow(sheet, place.headerRow));
  const kindOf = headerKinds(findRow(sheet, place.headerRow), place);
  const rows: Row[] = [];
  const repeated: number[] = [];
  const others: OtherHeader[] = [];
  let other: OtherHeader | undefined;
  const above: number[] = [];
  let isBelow = false;
  for (const row of sheet.rows) {
    if (row.row === place.headerRow || place.isOwn(row)) continue;
    // Most rows of a template are formulas that show no text.
    if (row.row >= place.firstRow && !row.cells.some(({ value }) => value.type === "text")) {
      if (other) {
        if (typedCells(row, place.columns) > 0) other.below.push(row.row);
      } else if (!isBelow || place.isData(row)) rows.push(row);
      continue;
    }
    if (row.row < place.firstRow) {
      // A title or an explanation stands in one cell.
      if (typedCells(row, place.columns) > 1) above.push(row.row);
      continue;
    }
    if (endsForm(row)) break;
    if (isFooter(row)) {
      isBelow = true;
      other = undefined;
      continue;
    }
    const kind =
      (isBelow ? undefined : kindOf(row)) ?? (isHeader(row, header, place.starred) ? "same" : undefined);
    if (kind === "same") {
      repeated.push(row.row);
      other = undefined;
    } else if (kind === "other") {
      other = { row: row.row, below: [] };
      others.push(other);
    } else if (other) {
      if (typedCells(row, place.columns) > 0) other.below.push(row.row);
    } else if (!isBelow || place.isData(row)) rows.push(row);
  }
  if (endsInLostFooter(rows)) rows.pop();
  return {
    rows,
    notes: [
      ...noteOn(above, sheet, "labels", [
        "is above the header of the list: it was not read",
        "are above the header of the list: they were not read",
      ]),
      ...noteOn(repeated, sheet, "shifted", [
        "repeats the header of the list: it was skipped",
        "repeat the header of the list: they were skipped",
      ]),
      ...others.map((one) => otherHeaderNote(one, sheet, place.headerRow)),
    ],
  };
}

/** How far below the list the template has its copyright line, at least. */
const FAR_BELOW = 50;

/** Whether the last row is the copyright line, whose formula shows an error once the language sheet is gone. */
function endsInLostFooter(rows: readonly Row[]): boolean {
  const filled = rows.filter(({ cells }) => cells.length > 0).slice(-2);
  const last = filled.at(-1);
  if (last === undefined || last !== rows.at(-1)) return false;
  const before = filled.length > 1 ? (filled[0]?.row ?? 0) : 0;
  return last.row - before > FAR_BELOW && last.cells.length === 1 && last.cells.every(errorIn);
}

/** The head of a required column: "Metal (*)". */
export function isStarred(cell: Cell | undefined): boolean {
  return /\(\s*\*\s*\)/.test(normalForm(cellText(cell) ?? "", "NFKC"));
}

/** The folded texts of a row by their columns. */
function textsOf(row: Row | undefined): ReadonlyMap<number, string> {
  return new Map(row?.cells.map((cell) => [cell.column, foldWords(cellText(cell) ?? "")]));
}

/** A header again: its stars, or at least two of the texts of the header above and in its columns nothing else. */
function isHeader(row: Row, header: ReadonlyMap<number, string>, starred: readonly number[]): boolean {
  if (starred.length > 0 && starred.every((column) => isStarred(findCell(row, column)))) return true;
  let same = 0;
  for (const cell of row.cells) {
    const above = header.get(cell.column);
    const text = above && cellText(cell);
    if (!text) continue;
    if (foldWords(text) !== above) return false;
    same++;
  }
  return same >= 2;
}

/** A header among the rows that has the columns in another order, and the rows with entries that it stands over. */
interface OtherHeader {
  row: number;
  below: number[];
}

type HeaderKind = (row: Row) => "same" | "other" | undefined;

/** Longer texts are not headers. */
const LONGEST_HEADER = 120;

/**
 * Tells rows of data (undefined) from those that hold headers: one of two or more in another column ("other"), else
 * "same" where they are three or more, or all that stands in the list's columns. A header is known by the text of the
 * list's own, by words that the list's reader knows ("Metall", "País"), or both.
 */
function headerKinds(header: Row | undefined, { columns, keyOf, isPlain }: ListPlace): HeaderKind {
  const keys = Object.entries(columns).flatMap(([key, letters]): [string, number][] =>
    letters === undefined ? [] : [[key, columnNumber(letters)]],
  );
  const own = new Set(keys.map(([, column]) => column));
  const texts = new Map<string, string[]>();
  for (const [key, column] of keys) {
    const text = headerText(findCell(header, column));
    if (text) texts.set(text, [...(texts.get(text) ?? []), key]);
  }
  const homes = new Map(keys);
  return (row) => {
    if (isPlain(row)) return undefined;
    const found = new Set<string>();
    let moved = false;
    let others = 0;
    for (const cell of row.cells) {
      const text = headerText(cell);
      if (text === "") continue;
      const named = texts.get(text) ?? known(keyOf, text);
      if (named.length === 0) {
        if (own.has(cell.column)) others++;
        continue;
      }
      found.add(named.join(" "));
      moved ||= named.every((key) => homes.get(key) !== cell.column);
    }
    if (found.size < 2) return undefined;
    if (moved) return "other";
    return found.size >= 3 || others === 0 ? "same" : undefined;
  };
}

function known(keyOf: ListPlace["keyOf"], text: string): readonly string[] {
  const key = text.length > LONGEST_HEADER ? undefined : keyOf(text);
  return key === undefined ? [] : [key];
}

/** A header without its mark for required entries. */
function headerText(cell: Cell | undefined): string {
  const text = cellText(cell) ?? "";
  return text
    .replace(/\(\s*[*1]\s*\)\s*$/, "")
    .trim()
    .toLowerCase();
}

/** The columns below such a header are not those of the list: a value read there would stand under a wrong key. */
function otherHeaderNote({ row, below }: OtherHeader, sheet: Sheet, headerRow: number): Note {
  const which = listed(below.map(String));
  const unread =
    below.length === 0
      ? "it was skipped"
      : below.length === 1
        ? `row ${which} below it was not read`
        : `rows ${which} below it were not read`;
  return {
    at: `${sheet.name}!${row}:${row}`,
    kind: "labels",
    note: `Row ${row} holds headers in other columns than row ${headerRow}: ${unread}.`,
  };
}

/** A note on rows, by what is said of one and of several; none without rows. */
function noteOn(
  rows: readonly number[],
  sheet: Sheet,
  kind: "shifted" | "labels",
  [one, several]: readonly [string, string],
): Note[] {
  const [first] = rows;
  if (first === undefined) return [];
  const which = listed(rows.map(String));
  const note = rows.length === 1 ? `Row ${which} ${one}.` : `Rows ${which} ${several}.`;
  return [{ at: `${sheet.name}!${first}:${first}`, kind, note }];
}

/** Into how many of a list's columns somebody typed a text. */
export function typedCells(row: Row, columns: Partial<Record<string, string>>): number {
  const own = new Set(Object.values(columns).map((letters) => columnNumber(letters ?? "")));
  return row.cells.filter((cell) => !cell.formula && own.has(cell.column) && cellText(cell) !== undefined)
    .length;
}
