// Which column holds what, for the smelter sheet as a whole and for rows pasted from another edition.

import { readSmelterId } from "../domain/smelter-id.ts";
import type { Family, PastedRows, SmelterLayout } from "../forms/form.ts";
import { readMineral } from "../forms/minerals.ts";
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
export function findColumns(
  sheet: Sheet,
  family: Family,
  layout: SmelterLayout,
): { columns: Columns; notes: Note[] } {
  const metalColumn = layout.columns.metal;
  if (metalColumn === undefined) return { columns: layout.columns, notes: [] };
  const first = columnNumber(metalColumn);
  if (hasMetals(sheet, family, layout.headerRow, first)) return { columns: layout.columns, notes: [] };
  const shift = [1, 2, 3, -1].find(
    (each) => first + each > 0 && hasMetals(sheet, family, layout.headerRow, first + each),
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
function hasMetals(sheet: Sheet, family: Family, headerRow: number, column: number): boolean {
  for (const row of sheet.rows) {
    if (row.row <= headerRow) continue;
    const text = cellText(findCell(row, column));
    if (text !== undefined && readMineral(text, family) !== undefined) return true;
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
 * The columns of one row that was pasted from an edition with others, by where its facility ID stands. Undefined where
 * the row follows the sheet.
 */
export function columnsOfRow(row: Row, pasted: PastedRows | undefined): Columns | undefined {
  if (pasted === undefined) return undefined;
  const idIn = (letters: string) => {
    const cell = findCell(row, columnNumber(letters));
    return cell && !cell.formula ? readSmelterId(cellText(cell) ?? "") !== undefined : false;
  };
  const typedOver = (letters: string) => {
    const column = columnNumber(letters);
    return !row.blankFormulas.includes(column) && !findCell(row, column)?.formula;
  };
  const { idIn: here, notIn: usual, columns } = pasted;
  return idIn(here) && !idIn(usual) && typedOver(usual) ? columns : undefined;
}

/** The columns in which two layouts differ, as the second has them; columns that only the first has are left out. */
export function differingColumns(from: Columns, to: Columns): Columns {
  return Object.fromEntries(
    (Object.entries(to) as [SmelterColumn, string][]).filter(([key, letters]) => from[key] !== letters),
  );
}
