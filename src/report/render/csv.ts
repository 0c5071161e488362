// Tables as CSV that opens in spreadsheets with its accents and does nothing there.
import { stringify } from "csv-stringify/sync";
import { inertInside, QUOTED } from "../../lib/inert-cell.ts";
import type { Table } from "./table.ts";

/** A value of a table; null is an empty cell. */
export type CsvValue = string | number | null;

/** Characters that no table needs: controls other than tab and line breaks. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/**
 * One CSV file: UTF-8 with byte order mark, a header line, CRLF between records, line breaks inside cells quoted.
 * Text that a spreadsheet would run as a formula (starting with = + - @ tab or CR, also in full width) gets a leading
 * apostrophe, also behind a separator or line break within the text; control characters become U+FFFD. Numbers stay
 * numbers.
 */
export function toCsv(columns: readonly string[], rows: Iterable<readonly CsvValue[]>): string {
  return [...csvChunks(columns, rows)].join("");
}

/** A table as the same in UTF-8, piece by piece, so that a million rows never stand in memory as one text. */
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
      // A lone CR or LF is not a record delimiter to csv-stringify, but it is one to those who read the file.
      quoted_match: QUOTED,
      escape_formulas: true,
    });
    first = false;
    records = [];
    // In the text of many records at once: none of these characters is one of CSV's own.
    return text.replace(CONTROLS, "\uFFFD");
  };
  for (const row of rows) {
    records.push(row.map((cell) => (typeof cell === "string" ? inertInside(cell) : cell)));
    if (records.length >= ROWS_PER_CHUNK) yield flush();
  }
  if (first || records.length > 0) yield flush();
}
