// Renders tables as CSV that spreadsheets open with the right encoding and without running anything.
import { stringify } from "csv-stringify/sync";
import { inertInside, QUOTED } from "../../lib/inert-cell.ts";
import type { Table } from "./table.ts";

/** A table value; null is an empty cell. */
export type CsvValue = string | number | null;

/** Control characters that no table needs: all but tab and line breaks. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/**
 * One CSV file: UTF-8 with byte order mark, a header line, CRLF between records, line breaks inside cells quoted. Text
 * that a spreadsheet would run as a formula (starting with = + - @ tab or CR, also full-width) gets a leading
 * apostrophe, also after a separator or line break within the text; control characters become U+FFFD. Numbers stay
 * numbers.
 */
export function toCsv(columns: readonly string[], rows: Iterable<readonly CsvValue[]>): string {
  return [...csvChunks(columns, rows)].join("");
}

/** Renders a table as such a file in UTF-8, in pieces, so that a million rows are never in memory as one text. */
export function* renderCsv(table: Table): Generator<Uint8Array> {
  const names = table.columns.map(({ name }) => name);
  for (const text of csvChunks(names, table.cells())) yield Buffer.from(text, "utf8");
}

const ROWS_PER_CHUNK = 200;

function* csvChunks(columns: readonly string[], rows: Iterable<readonly CsvValue[]>): Iterable<string> {
  let records: (readonly CsvValue[])[] = [columns];
  let first = true;
  const flush = (): string => {
    const text = stringify(records as CsvValue[][], {
      bom: first,
      record_delimiter: "\r\n",
      // csv-stringify does not quote a lone CR or LF, but readers take it for a record delimiter.
      quoted_match: QUOTED,
      escape_formulas: true,
    });
    first = false;
    records = [];
    // Applied to many records at once: none of these characters belongs to the CSV syntax.
    return text.replace(CONTROLS, "\uFFFD");
  };
  for (const row of rows) {
    records.push(row.map((cell) => (typeof cell === "string" ? inertInside(cell) : cell)));
    if (records.length >= ROWS_PER_CHUNK) yield flush();
  }
  if (first || records.length > 0) yield flush();
}
