// Reads CSV as people keep it: saved by spreadsheets in any locale and edited in any editor.
import { CsvError, parse } from "csv-parse/sync";
import { UsageError } from "./errors.ts";

/** A record of a CSV text: its cells, trimmed, and the line in which it ends. */
export interface CsvRecord {
  line: number;
  cells: string[];
}

/**
 * The records of a CSV text, including the header but not records whose cells are all blank. Line ends may be
 * mixed, and a record may have fewer or more cells than the header. `file` is the name used in errors;
 * without `delimiter` it is detected from the first line. A first line "sep=;", which tells spreadsheets the
 * delimiter, is honoured and is not a record. Throws UsageError with the line number if the text is not valid
 * CSV.
 */
export function readCsv(text: string, file: string, delimiter = delimiterOf(text)): CsvRecord[] {
  try {
    // The parser would take a record with a different line end from the first for part of its last cell.
    const records = parse(text.replace(SEPARATOR_LINE, "\n").replace(/\r\n?/g, "\n"), {
      bom: true,
      delimiter: toldDelimiter(text) ?? delimiter,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return records
      .map(({ record, info }) => ({ line: info.lines, cells: record }))
      .filter(({ cells }) => cells.some((cell) => cell !== ""));
  } catch (error) {
    if (error instanceof CsvError) throw new UsageError(`${file} is not a valid CSV table: ${error.message}`);
    throw error;
  }
}

/** A first line that tells a spreadsheet the delimiter. */
const SEPARATOR_LINE = /^\uFEFF?"?sep=([^"\r\n])"?[ \t,;]*(?:\r\n?|\n|$)/i;

function toldDelimiter(text: string): string | undefined {
  return SEPARATOR_LINE.exec(text)?.[1];
}

/**
 * The delimiter given by a first line "sep=;", otherwise the candidate that is most frequent in that line,
 * since column names contain none.
 */
export function delimiterOf(text: string): string {
  const told = toldDelimiter(text);
  if (told !== undefined) return told;
  const [header = ""] = text.trimStart().split(/\r\n?|\n/, 1);
  const count = (delimiter: string) => header.split(delimiter).length;
  return [",", ";", "\t"].reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best));
}
