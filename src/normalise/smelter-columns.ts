// Which column holds what, for the smelter sheet as a whole and for rows pasted from another edition.

import { readSmelterId } from "../domain/smelter-id.ts";
import type { Family, PastedRows, SmelterLayout } from "../forms/form.ts";
import { readMineral } from "../forms/minerals.ts";
import { cellText, columnLetters, columnNumber, findCell } from "../model/cells.ts";
import type { Note } from "../model/response.ts";
import type { SmelterColumn } from "../model/vocabulary.ts";
import type { Row, Sheet } from "../model/workbook.ts";
import { isStarred, type ListPlace } from "./list-rows.ts";

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

/**
 * Where the list stands: its header, wherever inserted rows moved it, and the first row that can hold a smelter. A
 * header below rows with metals was pasted into the list or after it, and is not the one above them.
 */
export function findListPlace(
  sheet: Sheet,
  family: Family,
  layout: SmelterLayout,
  columns: Columns,
): ListPlace {
  const spacer = layout.firstRow - layout.headerRow;
  const starred = [columns.metal, columns.lookupName ?? columns.name].map((letters) =>
    columnNumber(letters ?? "B"),
  );
  const metal = columnNumber(columns.metal ?? "B");
  const isData = (row: Row) => readMineral(cellText(findCell(row, metal)) ?? "", family) !== undefined;
  const place = { headerRow: layout.headerRow, firstRow: layout.firstRow, starred, isData };
  for (const row of sheet.rows) {
    if (row.row > layout.headerRow + 20 || (row.row > layout.headerRow && isData(row))) break;
    if (row.row >= layout.headerRow && starred.every((column) => isStarred(findCell(row, column)))) {
      return { ...place, headerRow: row.row, firstRow: row.row + spacer };
    }
  }
  return place;
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
