// Determines which rows of a list sheet are data, whatever people pasted between, above and below them.
import { foldWords } from "../forms/fold.ts";
import { normalForm } from "../lib/normal-form.ts";
import { cellText, columnNumber, findCell, findRow } from "../model/cells.ts";
import type { Note } from "../model/response.ts";
import type { Cell, Row, Sheet } from "../model/workbook.ts";
import { endsForm, isFooter } from "./footer.ts";
import { errorIn, listed } from "./missing-results.ts";

/** The place of a list on its sheet. */
export interface ListPlace {
  /** The row of its header, after any rows inserted above. */
  headerRow: number;
  firstRow: number;
  columns: Partial<Record<string, string>>;
  /** Whether a row is one of the template's own rows above the header, wherever that was moved. */
  isOwn(row: Row): boolean;
  /** Columns whose header has the star of a required entry. */
  starred: readonly number[];
  /** Which column a text is the header of, in any wording that the list's reader knows. */
  keyOf(text: string): string | undefined;
  /** Whether a row is clearly data and not a header: it names a mineral. */
  isPlain(row: Row): boolean;
  /** Whether a row below the copyright line belongs to the list, and not to a hidden table of the template. */
  isData(row: Row): boolean;
}

/**
 * The rows of a list, with notes about repeated headers among them and about rows above the header. The copyright line
 * does not end a list, as people continue below it.
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
    // Most rows of a template are formulas without text.
    if (row.row >= place.firstRow && !row.cells.some(({ value }) => value.type === "text")) {
      if (other) {
        if (typedCells(row, place.columns) > 0) other.below.push(row.row);
      } else if (!isBelow || place.isData(row)) rows.push(row);
      continue;
    }
    if (row.row < place.firstRow) {
      // A title or an explanation is in a single cell.
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

/** The template's copyright line is at least this far below the list. */
const FAR_BELOW = 50;

/** Whether the last row is the copyright line, whose formula shows an error if the language sheet was removed. */
function endsInLostFooter(rows: readonly Row[]): boolean {
  const filled = rows.filter(({ cells }) => cells.length > 0).slice(-2);
  const last = filled.at(-1);
  if (last === undefined || last !== rows.at(-1)) return false;
  const before = filled.length > 1 ? (filled[0]?.row ?? 0) : 0;
  return last.row - before > FAR_BELOW && last.cells.length === 1 && last.cells.every(errorIn);
}

/** Whether a header is that of a required column: "Metal (*)". */
export function isStarred(cell: Cell | undefined): boolean {
  return /\(\s*\*\s*\)/.test(normalForm(cellText(cell) ?? "", "NFKC"));
}

/** The folded texts of a row by column. */
function textsOf(row: Row | undefined): ReadonlyMap<number, string> {
  return new Map(row?.cells.map((cell) => [cell.column, foldWords(cellText(cell) ?? "")]));
}

/**
 * Whether a row repeats the header: it has its stars, or at least two of the header's texts and nothing else in those
 * columns.
 */
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

/** A repeated header with its columns in another order, and the rows with entries below it. */
interface OtherHeader {
  row: number;
  below: number[];
}

type HeaderKind = (row: Row) => "same" | "other" | undefined;

/** Longer texts are not headers. */
const LONGEST_HEADER = 120;

/**
 * Classifies rows: undefined for data, "other" for two or more headers of which one is in another column, "same" for
 * three or more headers, or if there is nothing else in the list's columns. Headers are recognised by the text of the
 * list's own header or by any wording that the list's reader knows ("Metall", "País").
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

/** The columns below such a header are not the list's: a value read there would get the wrong key. */
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

/** A note about rows, worded for one or for several; empty without rows. */
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

/** In how many of a list's columns somebody typed text. */
export function typedCells(row: Row, columns: Partial<Record<string, string>>): number {
  const own = new Set(Object.values(columns).map((letters) => columnNumber(letters ?? "")));
  return row.cells.filter((cell) => !cell.formula && own.has(cell.column) && cellText(cell) !== undefined)
    .length;
}
