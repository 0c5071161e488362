// Tables as renderers see them: columns defined once with their meaning, rows as plain values.
import type { CsvValue } from "./csv.ts";

/** The type of a column: dates are ISO texts, shares are between 0 and 1, lists are texts joined by "; ". */
export type ColumnType = "text" | "number" | "date" | "share" | "list";

export interface ColumnInfo {
  /** Header in the CSV. */
  name: string;
  type: ColumnType;
  /** Its meaning, as one sentence for the data dictionary. */
  about: string;
  /** A code of the column in words, for spreadsheets. */
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
  /** What a row represents. */
  onePer: string;
  columns: readonly Column<Row>[];
}

/** A table with its rows. `cells` may be iterated over several times and generates the rows each time. */
export interface Table {
  file: string;
  title: string;
  onePer: string;
  columns: readonly ColumnInfo[];
  cells(): Iterable<readonly CsvValue[]>;
}

/** A table of which single columns can be read, as generating the others takes time. */
export interface FilledTable extends Table {
  /** All cells of each row, or those of the columns with these indexes, in this order. */
  cells(only?: readonly number[]): Iterable<readonly CsvValue[]>;
}

/** Fills a definition. Pass the rows as a function if there are too many to keep in memory. */
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

/** Returns a table with the columns of another one appended. Both must have the same rows in the same order. */
export function sideBySide(table: FilledTable, further: FilledTable): FilledTable {
  return {
    ...table,
    columns: [...table.columns, ...further.columns],
    *cells(only) {
      const others = further.cells()[Symbol.iterator]();
      for (const cells of table.cells()) {
        const row = [...cells, ...(others.next().value as readonly CsvValue[])];
        yield only === undefined ? row : only.map((index) => row[index] ?? null);
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

/** A yes-or-no cell; null and undefined mean unknown and stay empty. */
export function flag(value: boolean | null | undefined): string | null {
  return value === null || value === undefined ? null : value ? "yes" : "no";
}
