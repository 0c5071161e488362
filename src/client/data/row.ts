// Rows of tables as read by views.
import { selectRows } from "./query.ts";
import { type ClientTable, cellOf, columnOf, wordsFor } from "./unpack-table.ts";

/** A row whose cells are read by column name, as text; empty if the cell or the column does not exist. */
export interface Row {
  index: number;
  text(column: string): string;
  /** The same for display: codes in words. */
  shown(column: string): string;
}

/** A row of a table. */
function rowOf(table: ClientTable, index: number): Row {
  const read = (name: string, inWords: boolean): string => {
    const column = columnOf(table, name);
    const value = column && cellOf(column, index);
    if (column === undefined || value === undefined || value === null) return "";
    return (inWords ? wordsFor(column, value) : undefined) ?? String(value);
  };
  return { index, text: (name) => read(name, false), shown: (name) => read(name, true) };
}

/** The rows whose cells have these values. */
export function rowsWhere(table: ClientTable, where: Readonly<Record<string, string>>): Row[] {
  const conditions = Object.entries(where).map(([column, value]) => ({ column, values: [value] }));
  return Array.from(selectRows(table, { where: conditions }), (index) => rowOf(table, index));
}
