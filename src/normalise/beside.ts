// Values beside their cells: the template merges the cells of a value, and once the merge is undone people type into
// any of them.
import { cellText, columnLetters, findRow, parseAddress } from "../model/cells.ts";
import type { Note } from "../model/response.ts";
import type { Cell, Sheet } from "../model/workbook.ts";
import { errorIn } from "./missing-results.ts";

/** The cells right of a value's cell that are looked at, by their number. */
export interface Beside {
  /** How many of them the template merges with the value's cell. */
  merged: number;
  /** How many lie before the next value of the row or the end of the form. */
  reach: number;
}

/** The value whose neighbours are looked at. */
export interface OwnCell {
  isBlank: boolean;
  /** Whether a text can be the value. */
  fits(text: string): boolean;
  /** Whether a column was given to something else: it and what lies right of it are not beside the value. */
  isTaken(column: number): boolean;
}

/**
 * What was typed beside the cell of a value, `address`. `instead` is the address to read where the cell itself is blank
 * and only one cell beside it is filled, which the template merges with it and whose text can be the value. The note
 * names what was found, read or not.
 */
export function lookBeside(
  sheet: Sheet,
  address: string,
  own: OwnCell,
  { merged, reach }: Beside,
): { instead?: string; note?: Note } {
  const { row, column } = parseAddress(address);
  const typed = (findRow(sheet, row)?.cells ?? []).filter(
    (cell) => cell.column > column && cell.column <= column + reach && isTyped(cell),
  );
  const taken = typed.findIndex((cell) => own.isTaken(cell.column));
  const filled = taken < 0 ? typed : typed.slice(0, taken);
  const [first] = filled;
  if (first === undefined) return {};
  const where = filled.map((cell) => `${columnLetters(cell.column)}${row}`).join(", ");
  const isValue =
    own.isBlank && filled.length === 1 && first.column <= column + merged && own.fits(cellText(first) ?? "");
  const at = `${sheet.name}!${columnLetters(first.column)}${row}`;
  const what = own.isBlank ? `${address} is blank, and a value is beside it` : `A value is beside ${address}`;
  const outcome = isValue ? "it was read from there" : "it was not read";
  const note: Note = { at, kind: "shifted", note: `${what} in ${where}: ${outcome}.` };
  return isValue ? { instead: where, note } : { note };
}

/** What formulas show in these cells is the template's own words. */
function isTyped(cell: Cell): boolean {
  return !cell.formula && cellText(cell) !== undefined && errorIn(cell) === undefined;
}
