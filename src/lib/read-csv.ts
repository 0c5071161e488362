// CSV as people keep it: saved by spreadsheets of any country, added to in editors of any system.
import { CsvError, parse } from "csv-parse/sync";
import { UsageError } from "./errors.ts";

/** A record of a CSV text: its cells, trimmed, and the line in which it ends. */
export interface CsvRecord {
  line: number;
  cells: string[];
}

/**
 * The records of a CSV text, the header among them, without those whose cells are all blank. Line ends may be mixed, a
 * record may have fewer or more cells than the header. `file` names the text in errors; without `delimiter` it is taken
 * from the first line. A first line "sep=;", by which spreadsheets are told the delimiter, is obeyed and no record.
 * Throws UsageError with the line where the text is not valid CSV.
 */
export function readCsv(text: string, file: string, delimiter = delimiterOf(text)): CsvRecord[] {
  try {
    // A record that ends otherwise than the first one would be taken for a part of its last cell.
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

/** The delimiter that a first line "sep=;" tells, else that which stands most often in it: names of columns have none. */
export function delimiterOf(text: string): string {
  const told = toldDelimiter(text);
  if (told !== undefined) return told;
  const [header = ""] = text.trimStart().split(/\r\n?|\n/, 1);
  const count = (delimiter: string) => header.split(delimiter).length;
  return [",", ";", "\t"].reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best));
}
