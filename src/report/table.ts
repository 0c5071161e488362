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

/** A table with its rows. `cells` may be walked more than once; long tables make their rows anew each time. */
export interface Table {
  file: string;
  title: string;
  onePer: string;
  columns: readonly ColumnInfo[];
  cells(): Iterable<readonly CsvValue[]>;
}

/** Fills a definition. Give the rows as a function where there are too many to keep their cells in memory. */
export function fillTable<Row>(
  definition: TableDefinition<Row>,
  rows: readonly Row[] | (() => Iterable<Row>),
): Table {
  const { file, title, onePer, columns } = definition;
  const toCells = (row: Row): CsvValue[] => columns.map((column) => column.value(row) ?? null);
  let kept: CsvValue[][] | undefined;
  const cells =
    typeof rows === "function"
      ? function* () {
          for (const row of rows()) yield toCells(row);
        }
      : () => {
          kept ??= rows.map(toCells);
          return kept;
        };
  return { file, title, onePer, columns, cells };
}

/** A yes-or-no cell; null and undefined are unknown and stay empty. */
export function flag(value: boolean | null | undefined): string | null {
  return value === null || value === undefined ? null : value ? "yes" : "no";
}
