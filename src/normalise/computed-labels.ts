// Labels computed from their cells' addresses: since 2.03 the templates look each label up by its own row and column.
// After rows were inserted or deleted and the workbook was recalculated, a label names what the layout has in its row,
// and no longer what is beside it.
import type { ColumnHead, Layout } from "../forms/form.ts";
import { mineralsOf, rowOf } from "../forms/layouts.ts";
import type { LabelReader } from "../forms/read-labels.ts";
import { cellText, columnLetters, columnNumber, findCell, findRow, parseAddress } from "../model/cells.ts";
import type { Cell, Row, Sheet } from "../model/workbook.ts";
import { fieldsOf, LABEL_COLUMN } from "./form-labels.ts";
import { errorIn } from "./missing-results.ts";

/** From where labels no longer describe what is beside them. */
export interface Displaced {
  row: number;
  /** Cells that show an error where the layout has no label. */
  errors: string[];
}

/**
 * Finds where computed labels become wrong; undefined if they do not. Evidence is a failed look-up in a row without a
 * label in the layout, while a row that should have one has none. Of rows without a gap between them, the first may be
 * the one that was moved or deleted. The same holds if each of them has its label and the row just below shows an
 * error: it was pushed out by rows inserted above, whose own look-ups are labels now. A column heading in place of an
 * answer is as good as a missing label, and so is an answer beside one of the errors.
 * @param column of the labels
 */
export function findDisplaced(
  sheet: Sheet,
  layout: Layout,
  column: number,
  heads: LabelReader<ColumnHead>,
): Displaced | undefined {
  const rows = labelRows(layout);
  const [first = 0, last = 0] = [Math.min(...rows), Math.max(...rows)];
  const selecting = selectionRows(layout);
  const errorRows = sheet.rows.flatMap((row) => {
    if (row.row < first || row.row > last + ROWS_BELOW) return [];
    if (rows.has(row.row) || selecting.has(row.row)) return [];
    const cell = findCell(row, column);
    return cell && errorIn(cell) !== undefined ? [row.row] : [];
  });
  const labels = new Map([...rows].map((row) => [row, findCell(findRow(sheet, row), column)]));
  const areFormulas = [...labels.values()].filter((cell) => cell?.formula).length * 2 > rows.size;
  const lost = [...rows].filter((row) => {
    const cell = labels.get(row);
    return cellText(cell) === undefined || (areFormulas && cell?.formula !== true);
  });
  const answer = column + columnNumber(layout.answerColumn) - LABEL_COLUMN;
  const headed = answerRows(layout).filter((row) => isHead(findCell(findRow(sheet, row), answer), heads));
  const valued = errorRows.filter((row) => isTyped(findCell(findRow(sheet, row), answer)));
  const astray = [...lost, ...headed, ...valued];
  if (errorRows.length === 0 || astray.length === 0) return undefined;
  // Company questions are in every second row: after inserting two rows above them, each of their rows has a label
  // again.
  const steps = lost.length === 0 ? [1, 2] : [1];
  let row = Math.min(...astray, ...errorRows);
  const above = (at: number) => steps.map((step) => at - step).find((other) => rows.has(other));
  for (let next = above(row); next !== undefined; next = above(row)) row = next;
  return { row, errors: errorRows.map((error) => `${columnLetters(column)}${error}`) };
}

/**
 * Whether labels and headings, none of which can be read, show errors in other places than the layout's: then rows or
 * columns moved, and it is unknown which.
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
  // A column that somebody filled in, with the labels to its right.
  const isFilledIn = (row: Row | undefined) =>
    isTyped(findCell(row, LABEL_COLUMN)) &&
    row?.cells.some((cell) => cell.column > LABEL_COLUMN && cell.formula && errorIn(cell) !== undefined);
  return (
    rows.filter(isFilledIn).length * 2 > rows.length ||
    rows.some((row) => !holds(row, LABEL_COLUMN)) ||
    heads.some((row) => !holds(row, columnNumber(layout.answerColumn)))
  );
}

/** The last column of the form. */
const LAST_COLUMN = 10;

/** How far below the last label its formula may have moved. */
const ROWS_BELOW = 12;

/** The rows that select minerals: EMRT 2.0 looks up labels for them that it does not have. */
function selectionRows({ selection }: Layout): ReadonlySet<number> {
  const addresses = [
    ...(selection?.cells ?? []).flatMap(({ at, nameAt }) => [at, ...(nameAt === undefined ? [] : [nameAt])]),
    ...(selection?.covered ?? []),
  ];
  return new Set(addresses.map((address) => parseAddress(address).row));
}

/** The rows of a layout's answers. */
function answerRows(layout: Layout): number[] {
  return [
    ...layout.questions.flatMap((question) =>
      mineralsOf(layout, question).map((mineral) => rowOf(layout, question, mineral)),
    ),
    ...layout.policies.map(({ row }) => row),
  ];
}

/** Whether a cell is a column heading, which shows an error after it has moved. */
function isHead(cell: Cell | undefined, heads: LabelReader<ColumnHead>): boolean {
  if (cell?.formula !== true) return false;
  return errorIn(cell) !== undefined || heads.key(cellText(cell)) !== undefined;
}

function isTyped(cell: Cell | undefined): boolean {
  return cell?.formula === false && cellText(cell) !== undefined;
}

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
