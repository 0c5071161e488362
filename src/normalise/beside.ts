// Values beside their cells: the template merges several cells for a value, and after unmerging people type into any of
// them.
import { cellText, columnLetters, findRow, parseAddress } from "../model/cells.ts";
import type { Note } from "../model/response.ts";
import type { Cell, Sheet } from "../model/workbook.ts";
import { errorIn, listed } from "./missing-results.ts";

/** The cells to the right of a value's cell that are checked, as counts. */
export interface Beside {
  /** How many of them the template merges with the value's cell. */
  merged: number;
  /** How many there are before the row's next value or the end of the form. */
  reach: number;
}

/** The value whose neighbours are checked. */
export interface OwnCell {
  isBlank: boolean;
  /** Whether a text can be the value. */
  fits(text: string): boolean;
  /** Whether a column has another purpose now, so that it and all columns to its right are not beside the value. */
  isTaken(column: number): boolean;
}

/** Values beside a cell that has one itself; nothing depends on them. */
export interface Extra {
  address: string;
  where: string;
}

/**
 * Looks for text beside the cell of a value, `address`. `instead` is the address to read if the cell itself is blank
 * and only one cell beside it is filled in, which the template merges with it and whose text can be the value. The note
 * names what was found beside a blank cell, read or not.
 */
export function lookBeside(
  sheet: Sheet,
  address: string,
  own: OwnCell,
  { merged, reach }: Beside,
): { instead?: string; note?: Note; extra?: Extra } {
  const { row, column } = parseAddress(address);
  const typed = (findRow(sheet, row)?.cells ?? []).filter(
    (cell) => cell.column > column && cell.column <= column + reach && isTyped(cell),
  );
  const taken = typed.findIndex((cell) => own.isTaken(cell.column));
  const filled = taken < 0 ? typed : typed.slice(0, taken);
  const [first] = filled;
  if (first === undefined) return {};
  const where = filled.map((cell) => `${columnLetters(cell.column)}${row}`).join(", ");
  if (!own.isBlank) return { extra: { address, where } };
  const isValue = filled.length === 1 && first.column <= column + merged && own.fits(cellText(first) ?? "");
  const at = `${sheet.name}!${columnLetters(first.column)}${row}`;
  const outcome = isValue ? "it was read from there" : "it was not read";
  const note: Note = {
    at,
    kind: "shifted",
    note: `${address} is blank, and a value is beside it in ${where}: ${outcome}.`,
  };
  return isValue ? { instead: where, note } : { note };
}

/** One note about values beside cells that have one themselves. */
export function extraNote(sheet: Sheet, extras: readonly Extra[]): Note[] {
  const byRow = extras.toSorted((a, b) => parseAddress(a.address).row - parseAddress(b.address).row);
  const [first] = byRow;
  if (first === undefined) return [];
  const at = `${sheet.name}!${first.where.split(",")[0]}`;
  const cells = listed(byRow.map(({ address, where }) => `${address} (in ${where})`));
  const note =
    byRow.length === 1
      ? `A value is beside ${first.address} in ${first.where}: it was not read.`
      : `Values are beside ${cells}: they were not read.`;
  return [{ at, kind: "shifted", note }];
}

/**
 * What formulas show in these cells is the template's own text, and 0 is a formula's result for nothing, even when
 * pasted as a value.
 */
function isTyped(cell: Cell): boolean {
  const text = cellText(cell);
  return !cell.formula && text !== undefined && text !== "0" && errorIn(cell) === undefined;
}
