// Tables as every renderer sees them: columns defined once with their meaning, rows as plain values.
import type { CsvValue } from "./csv.ts";

/** What a column holds: dates are ISO texts, shares lie between 0 and 1, lists are texts joined by "; ". */
export type ColumnType = "text" | "number" | "date" | "share" | "list";

export interface ColumnInfo {
  /** Header of the CSV. */
  name: string;
  type: ColumnType;
  /** What it means, one sentence, for the data dictionary. */
  about: string;
  /** A code of the column in words, for those who read it in a spreadsheet. */
  words?(code: string): string;
}

export interface Column<Row> extends ColumnInfo {
  value(row: Row): CsvValue | undefined;
}

export interface TableDefinition<Row> {
  /** File of the pack, "smelters.csv". */
  file: string;
  /** At most 31 characters: the name of a sheet. */
  title: string;
  /** What one row stands for. */
  onePer: string;
  columns: readonly Column<Row>[];
}

/** A table with its rows. `cells` may be walked more than once and makes them again each time. */
export interface Table {
  file: string;
  title: string;
  onePer: string;
  columns: readonly ColumnInfo[];
  cells(): Iterable<readonly CsvValue[]>;
}

/** A table of which single columns can be walked: making the others takes time. */
export interface FilledTable extends Table {
  /** All cells of each row, or those of the columns with these indexes, in their order. */
  cells(only?: readonly number[]): Iterable<readonly CsvValue[]>;
}

/** Fills a definition. Give the rows as a function where there are too many to keep them in memory. */
export function fillTable<Row>(
  definition: TableDefinition<Row>,
  rows: readonly Row[] | (() => Iterable<Row>),
): FilledTable {
  const { file, title, onePer, columns } = definition;
  return {
    file,
    title,
    onePer,
    columns,
    *cells(only) {
      const wanted = only === undefined ? columns : only.map((index) => columns[index] as Column<Row>);
      for (const row of typeof rows === "function" ? rows() : rows) {
        yield wanted.map((column) => column.value(row) ?? null);
      }
    },
  };
}

/** How many rows a table has. */
export function countRows(table: FilledTable): number {
  let count = 0;
  for (const _row of table.cells([])) count += 1;
  return count;
}

/** A yes-or-no cell; null and undefined are unknown and stay empty. */
export function flag(value: boolean | null | undefined): string | null {
  return value === null || value === undefined ? null : value ? "yes" : "no";
}
