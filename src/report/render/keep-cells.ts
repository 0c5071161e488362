// Computes the cells of a pack's tables only once. Figures, page, workbook and CSV all walk a table, and a cell takes
// time: it is formulated, and contacts are withheld from it.
import { CodedColumn } from "./coded-column.ts";
import type { FilledTable } from "./table.ts";

interface Kept {
  columns: readonly CodedColumn[];
  rows: number;
}

/** Returns the same table, whose cells are computed on the first walk and kept until the table is no longer used. */
export function keepCells(table: FilledTable): FilledTable {
  let kept: Kept | undefined;
  return {
    ...table,
    *cells(only) {
      kept ??= columnsOf(table);
      const { columns, rows } = kept;
      const wanted = only === undefined ? columns : only.map((index) => columns[index] as CodedColumn);
      for (let row = 0; row < rows; row++) yield wanted.map((column) => column.at(row));
    },
  };
}

function columnsOf(table: FilledTable): Kept {
  const columns = table.columns.map(() => new CodedColumn());
  let rows = 0;
  for (const cells of table.cells()) {
    for (let index = 0; index < columns.length; index++) columns[index]?.set(rows, cells[index] ?? null);
    rows += 1;
  }
  return { columns, rows };
}
