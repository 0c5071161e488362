// Appends a row to a CSV file that people edit, leaving its other lines as they are.

import { stringify } from "csv-stringify/sync";
import { inertInside, QUOTED } from "./inert-cell.ts";
import { delimiterOf, readCsv } from "./read-csv.ts";

/**
 * Returns the text of the file with one more row. `columns` are the column names for a new file; an existing
 * one keeps its own columns, their order and its delimiter, and `fieldOf` maps each of its headers to a name.
 * `file` is the name used in errors.
 */
export function appendRow<Name extends string>(
  text: string | undefined,
  row: ReadonlyMap<Name, string>,
  { columns, fieldOf, file }: { columns: readonly Name[]; fieldOf(header: string): string; file: string },
): string {
  const cellsOf = (names: readonly string[]) => names.map((name) => row.get(name as Name) ?? "");
  if (text === undefined || text.trim() === "") {
    return `\uFEFF${csvLine(columns, ",")}${csvLine(cellsOf(columns), ",")}`;
  }
  const delimiter = delimiterOf(text);
  const headers = readCsv(text, file, delimiter)[0]?.cells ?? [];
  return `${text}${/[\r\n]$/.test(text) ? "" : "\r\n"}${csvLine(cellsOf(headers.map(fieldOf)), delimiter)}`;
}

/** The text with one more column at its end, unless it already has one for this name; its rows leave it blank. */
export function withColumn<Name extends string>(
  text: string | undefined,
  name: Name,
  { fieldOf, file }: { fieldOf(header: string): string | undefined; file: string },
): string | undefined {
  if (text === undefined || text.trim() === "") return text;
  const delimiter = delimiterOf(text);
  const headers = readCsv(text, file, delimiter)[0]?.cells ?? [];
  if (headers.length === 0 || headers.map(fieldOf).includes(name)) return text;
  return text.replace(/^[^\r\n]*/, (header) => `${header}${delimiter}${name}`);
}

/** One record, with cells that a spreadsheet would run as a formula made inert. */
function csvLine(cells: readonly string[], delimiter: string): string {
  return stringify([cells.map(inertInside)], {
    delimiter,
    record_delimiter: "\r\n",
    escape_formulas: true,
    quoted_match: QUOTED,
  });
}
