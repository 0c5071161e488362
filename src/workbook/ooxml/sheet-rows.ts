import type { Limits } from "../../model/limits.ts";
import type { Cell, Row } from "../../model/workbook.ts";
import { damaged, fail } from "../unreadable.ts";
import { CellLimits } from "./cell-limits.ts";
import { isOnSheet } from "./cell-reference.ts";

/**
 * Collects cells in file order and returns them in sheet order. Of two cells with the same place the later one counts,
 * as in spreadsheet programs.
 */
export class SheetRows {
  readonly #rows: Row[] = [];
  #row: Row = emptyRow(0);
  readonly #limits: CellLimits;
  #ordered = true;

  /** `sheet` is the name used in errors. */
  constructor(sheet: string, limits: Limits) {
    this.#limits = new CellLimits(sheet, limits);
  }

  add(cell: Cell): void {
    this.#limits.countText(cell);
    const { cells } = this.#goTo(cell.row, cell.column);
    const last = cells.at(-1);
    if (last !== undefined && last.column >= cell.column) this.#ordered = false;
    cells.push(cell);
  }

  /** `calculated`: its result is the empty text rather than missing. */
  addBlankFormula(row: number, column: number, calculated: boolean): void {
    const { blankFormulas, uncalculated } = this.#goTo(row, column);
    const last = blankFormulas.at(-1);
    if (last !== undefined && last >= column) this.#ordered = false;
    blankFormulas.push(column);
    if (!calculated) uncalculated.push(column);
  }

  /** The rows with cells, in order. */
  finish(): Row[] {
    const rows = this.#ordered ? this.#rows : merge(this.#rows);
    return rows.filter(({ cells }) => cells.length > 0);
  }

  #goTo(row: number, column: number): Row {
    if (!isOnSheet(row, column)) {
      fail(damaged(`A sheet has a cell where no sheet has any (row ${row}, column ${column}).`));
    }
    this.#limits.countCell();
    if (this.#row.row === row) return this.#row;
    if (this.#row.row > row) this.#ordered = false;
    this.#row = emptyRow(row);
    this.#rows.push(this.#row);
    return this.#row;
  }
}

function emptyRow(row: number): Row {
  return { row, cells: [], blankFormulas: [], uncalculated: [] };
}

/** Sorts rows and cells that were out of order in the file. */
function merge(parts: readonly Row[]): Row[] {
  const rows = new Map<number, { cells: Map<number, Cell>; blank: Map<number, boolean> }>();
  for (const part of parts) {
    let row = rows.get(part.row);
    if (row === undefined) {
      row = { cells: new Map(), blank: new Map() };
      rows.set(part.row, row);
    }
    for (const cell of part.cells) row.cells.set(cell.column, cell);
    for (const column of part.blankFormulas) row.blank.set(column, part.uncalculated.includes(column));
  }
  return [...rows]
    .map(([row, { cells, blank }]) => {
      const blankFormulas = [...blank.keys()].filter((column) => !cells.has(column)).sort((a, b) => a - b);
      return {
        row,
        cells: [...cells.values()].sort((a, b) => a.column - b.column),
        blankFormulas,
        uncalculated: blankFormulas.filter((column) => blank.get(column)),
      };
    })
    .sort((a, b) => a.row - b.row);
}
