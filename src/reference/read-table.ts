// Reads tables as people keep them: CSV in any usual encoding and with any usual delimiter, or a sheet of a workbook.

import { readCsv } from "../lib/read-csv.ts";
import { cellText, cleanText } from "../model/cells.ts";
import type { Sheet } from "../model/workbook.ts";

/** A table row: its trimmed texts, and its line or sheet row. */
export interface TableRow {
  line: number;
  cells: string[];
}

/** The spreadsheet format of a text file: XML of Excel 2003, or HTML with tables. */
export function spreadsheetIn(text: string): "xml" | "html" | undefined {
  const start = text.slice(0, 4096);
  if (start.includes("urn:schemas-microsoft-com:office:spreadsheet")) return "xml";
  return /^\s*<(?:!doctype html|html|table|meta|head|body|div|style)\b/i.test(start.replace(/^\uFEFF/, ""))
    ? "html"
    : undefined;
}

const DELIMITERS = [",", ";", "\t", "|"] as const;

/** The delimiter that is most frequent outside quotes in the first lines, as lists start with titles and notes. */
function detectDelimiter(text: string): string {
  const start = text
    .split(/\r\n?|\n/, 30)
    .join("\n")
    .replace(/"[^"]*"/g, "");
  const count = (delimiter: string) => start.split(delimiter).length;
  return DELIMITERS.reduce(
    (best, delimiter) => (count(delimiter) > count(best) ? delimiter : best),
    DELIMITERS[0],
  );
}

/**
 * The non-blank rows of a CSV text. `file` is the name used in errors. Throws UsageError with the line if the text is
 * not valid CSV.
 */
export function readCsvRows(text: string, file: string): TableRow[] {
  return readCsv(text, file, detectDelimiter(text))
    .map(({ line, cells }) => ({ line, cells: cells.map((cell) => cleanText(cell)) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ""));
}

/** The non-blank rows of a sheet, with cells in their columns. */
export function readSheetRows(sheet: Sheet): TableRow[] {
  return sheet.rows
    .map(({ row, cells }) => {
      const texts: string[] = [];
      for (const cell of cells) texts[cell.column - 1] = cleanText(cellText(cell) ?? "");
      return { line: row, cells: Array.from(texts, (text) => text ?? "") };
    })
    .filter(({ cells }) => cells.some((cell) => cell !== ""));
}
