// The rows of a list sheet: which of them are data, whatever people pasted between, above and below them.
import { foldWords } from "../forms/fold.ts";
import { normalForm } from "../lib/normal-form.ts";
import { cellText, columnNumber, findCell, findRow } from "../model/cells.ts";
import type { Note } from "../model/response.ts";
import type { Cell, Row, Sheet } from "../model/workbook.ts";
import { endsForm, isFooter } from "./footer.ts";
import { listed } from "./missing-results.ts";

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
  /** Whether a row below the copyright line is one of the list, and not of a table that the template hides there. */
  isData(row: Row): boolean;
}

/**
 * The rows of a list from its first one on, and notes where its header stands among them again, and on rows above it.
 * The copyright line does not end a list, as people go on below it.
 */
export function listRows(sheet: Sheet, place: ListPlace): { rows: Row[]; notes: Note[] } {
  const header = textsOf(findRow(sheet, place.headerRow));
  const rows: Row[] = [];
  const repeated: number[] = [];
  const above: number[] = [];
  let isBelow = false;
  for (const row of sheet.rows) {
    if (row.row === place.headerRow || place.isOwn(row)) continue;
    // Most rows of a template are formulas that show no text.
    if (row.row >= place.firstRow && !row.cells.some(({ value }) => value.type === "text")) {
      if (!isBelow || place.isData(row)) rows.push(row);
      continue;
    }
    if (row.row < place.firstRow) {
      // A title or an explanation stands in one cell.
      if (typedCells(row, place.columns) > 1) above.push(row.row);
      continue;
    }
    if (endsForm(row)) break;
    if (isFooter(row)) isBelow = true;
    else if (isHeader(row, header, place.starred)) repeated.push(row.row);
    else if (!isBelow || place.isData(row)) rows.push(row);
  }
  return {
    rows,
    notes: [
      ...noteOn(above, sheet, "labels", [
        "stands above the header of the list: it was not read",
        "stand above the header of the list: they were not read",
      ]),
      ...noteOn(repeated, sheet, "shifted", [
        "repeats the header of the list: it was skipped",
        "repeat the header of the list: they were skipped",
      ]),
    ],
  };
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
