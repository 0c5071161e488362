// Which column holds what, for the smelter sheet as a whole and for rows pasted from another generation.

import { readSmelterId } from "../domain/smelter-id.ts";
import { layoutFor, type SmelterLayout } from "../forms/layouts.ts";
import { readMetal } from "../forms/metals.ts";
import { normalForm } from "../lib/normal-form.ts";
import { cellText, columnLetters, columnNumber, findCell } from "../model/cells.ts";
import type { Note } from "../model/response.ts";
import type { SmelterColumn } from "../model/vocabulary.ts";
import type { Cell, Row, Sheet } from "../model/workbook.ts";

export type Columns = SmelterLayout["columns"];

/**
 * The columns of a smelter sheet: those of the layout, moved along where the metals stand in another column because
 * somebody inserted columns before them.
 */
export function findColumns(sheet: Sheet, layout: SmelterLayout): { columns: Columns; notes: Note[] } {
  const metalColumn = layout.columns.metal;
  if (metalColumn === undefined) return { columns: layout.columns, notes: [] };
  const first = columnNumber(metalColumn);
  if (hasMetals(sheet, layout.headerRow, first)) return { columns: layout.columns, notes: [] };
  const shift = [1, 2, 3, -1].find(
    (each) => first + each > 0 && hasMetals(sheet, layout.headerRow, first + each),
  );
  if (shift === undefined) return { columns: layout.columns, notes: [] };
  const columns = Object.fromEntries(
    Object.entries(layout.columns)
      .filter(([, letters]) => columnNumber(letters) + shift > 0)
      .map(([key, letters]) => [key, columnLetters(columnNumber(letters) + shift)]),
  );
  const letters = columnLetters(first + shift);
  return {
    columns,
    notes: [
      {
        at: `${sheet.name}!${letters}:${letters}`,
        kind: "shifted",
        note: `The metals stand in column ${letters} instead of ${metalColumn}: every column of the smelter list is read shifted alike.`,
      },
    ],
  };
}

/** Whether a metal stands in a column below the header. */
function hasMetals(sheet: Sheet, headerRow: number, column: number): boolean {
  for (const row of sheet.rows) {
    if (row.row <= headerRow) continue;
    const text = cellText(findCell(row, column));
    if (text !== undefined && readMetal(text) !== undefined) return true;
  }
  return false;
}

/** The first row that can hold a smelter: below the header, wherever inserted rows moved it. */
export function findFirstRow(sheet: Sheet, layout: SmelterLayout, columns: Columns): number {
  const spacer = layout.firstRow - layout.headerRow;
  const heads = [columns.metal, columns.lookupName ?? columns.name].map((letters) =>
    columnNumber(letters ?? "B"),
  );
  let first = layout.firstRow;
  for (const row of sheet.rows) {
    if (row.row > layout.headerRow + 20) break;
    if (row.row > layout.headerRow && heads.every((column) => isHead(findCell(row, column)))) {
      first = row.row + spacer;
    }
  }
  return first;
}

/** The head of a required column: "Metal (*)". */
function isHead(cell: Cell | undefined): boolean {
  return /\(\s*\*\s*\)/.test(normalForm(cellText(cell) ?? "", "NFKC"));
}

/**
 * The columns of one row. In 2.x (and 3.x) a row with a facility ID in column A and none in F was pasted from
 * 2.00 or 2.01, where the ID stands in A and the street and all that follows one column to the left; in 2.00 and 2.01
 * the reverse. Undefined where the row follows the sheet.
 */
export function columnsOfRow(row: Row, era: string): Columns | undefined {
  const idIn = (letters: string) => {
    const cell = findCell(row, columnNumber(letters));
    return cell && !cell.formula ? readSmelterId(cellText(cell) ?? "") !== undefined : false;
  };
  const pastedOver = (letters: string) => {
    const column = columnNumber(letters);
    return !row.blankFormulas.includes(column) && !findCell(row, column)?.formula;
  };
  if ((era === "2.02" || era === "3") && idIn("A") && !idIn("F") && pastedOver("F")) {
    return layoutFor("2.00").smelters.columns;
  }
  if (era === "2.00" && idIn("F") && !idIn("A") && pastedOver("A")) return layoutFor("2.02").smelters.columns;
  return undefined;
}

/** The columns in which two layouts differ, as the second has them; columns that only the first has are left out. */
export function differingColumns(from: Columns, to: Columns): Columns {
  return Object.fromEntries(
    (Object.entries(to) as [SmelterColumn, string][]).filter(([key, letters]) => from[key] !== letters),
  );
}
