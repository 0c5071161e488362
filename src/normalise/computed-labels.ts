// Labels that follow their cells' addresses: the templates since 2.03 look each label up by the row and column that it
// stands in. Once rows are inserted or deleted and the workbook is calculated, a label says what the layout has in its
// row, and no longer what is beside it.
import type { Layout } from "../forms/form.ts";
import { mineralsOf, rowOf } from "../forms/layouts.ts";
import { cellText, columnLetters, columnNumber, findCell, findRow } from "../model/cells.ts";
import type { Row, Sheet } from "../model/workbook.ts";
import { fieldsOf, LABEL_COLUMN } from "./form-labels.ts";
import { errorIn } from "./missing-results.ts";

/** From where on labels say nothing of what is beside them. */
export interface Displaced {
  row: number;
  /** Cells that show an error where the layout has no label. */
  errors: string[];
}

/**
 * Where labels begin that follow their addresses; undefined where none do. What tells are look-ups that find nothing, in
 * rows that have no label in the layout, while a row that should have one has none. Of rows without a gap between them the first may be the one that was moved or deleted.
 *
 * @param column of the labels
 */
export function findDisplaced(sheet: Sheet, layout: Layout, column: number): Displaced | undefined {
  const rows = labelRows(layout);
  const [first = 0, last = 0] = [Math.min(...rows), Math.max(...rows)];
  const errors = sheet.rows.flatMap((row) => {
    if (row.row < first || row.row > last + ROWS_BELOW || rows.has(row.row)) return [];
    const cell = findCell(row, column);
    return cell && errorIn(cell) !== undefined ? [`${columnLetters(column)}${row.row}`] : [];
  });
  const labels = new Map([...rows].map((row) => [row, findCell(findRow(sheet, row), column)]));
  const areFormulas = [...labels.values()].filter((cell) => cell?.formula).length * 2 > rows.size;
  const lost = [...rows].filter((row) => {
    const cell = labels.get(row);
    return cellText(cell) === undefined || (areFormulas && cell?.formula !== true);
  });
  if (errors.length === 0 || lost.length === 0) return undefined;
  let row = Math.min(...lost);
  while (rows.has(row - 1)) row--;
  return { row, errors };
}

/**
 * Whether labels and heads of which none can be read show errors that stand elsewhere than the layout has labels and
 * heads: rows or columns moved, and nothing tells which.
 */
export function standElsewhere(sheet: Sheet, layout: Layout): boolean {
  const rows = [...labelRows(layout)].map((row) => findRow(sheet, row));
  const showError = rows.some((row) =>
    row?.cells.some((cell) => cell.column <= LAST_COLUMN && errorIn(cell) !== undefined),
  );
  if (!showError) return false;
  const holds = (row: Row | undefined, column: number) =>
    findCell(row, column) !== undefined || row?.blankFormulas.includes(column) === true;
  const heads = layout.questions
    .filter(({ number }) => /\d/.test(number))
    .map(({ row }) => findRow(sheet, row));
  return (
    rows.some((row) => !holds(row, LABEL_COLUMN)) ||
    heads.some((row) => !holds(row, columnNumber(layout.answerColumn)))
  );
}

/** The last column of the form. */
const LAST_COLUMN = 10;

/** How far below the last label its formula may have moved. */
const ROWS_BELOW = 12;

/** The rows in which a layout has labels. */
function labelRows(layout: Layout): ReadonlySet<number> {
  return new Set([
    ...fieldsOf(layout).map(({ row }) => row),
    ...layout.questions.flatMap((question) => [
      question.row,
      ...mineralsOf(layout, question).map((mineral) => rowOf(layout, question, mineral)),
    ]),
    ...layout.policies.map(({ row }) => row),
  ]);
}
