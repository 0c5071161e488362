// Tables as people keep them: CSV in any usual encoding and with any usual delimiter, or a sheet of a workbook.

import { readCsv } from "../lib/read-csv.ts";
import { cellText, cleanText } from "../model/cells.ts";
import type { Sheet } from "../model/workbook.ts";

/** A row of a table: its texts, trimmed, and the line or sheet row it stands in. */
export interface TableRow {
  line: number;
  cells: string[];
}

/** The spreadsheet that a text is under another name: XML of Excel 2003, or a page with tables. */
export function spreadsheetIn(text: string): "xml" | "html" | undefined {
  const start = text.slice(0, 4096);
  if (start.includes("urn:schemas-microsoft-com:office:spreadsheet")) return "xml";
  return /^\s*<(?:!doctype html|html|table|meta|head|body|div|style)\b/i.test(start.replace(/^\uFEFF/, ""))
    ? "html"
    : undefined;
}

const DELIMITERS = [",", ";", "\t", "|"] as const;

/** The delimiter that occurs most often outside quotes in the first lines: lists begin with titles and notes. */
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
 * The rows of a CSV text without blank ones. `file` names it in errors. Throws UsageError with the line where the text
 * is not valid CSV.
 */
export function readCsvRows(text: string, file: string): TableRow[] {
  return readCsv(text, file, detectDelimiter(text))
    .map(({ line, cells }) => ({ line, cells: cells.map((cell) => cleanText(cell)) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ""));
}

/** The rows of a sheet without blank ones, cells in their columns. */
export function readSheetRows(sheet: Sheet): TableRow[] {
  return sheet.rows
    .map(({ row, cells }) => {
      const texts: string[] = [];
      for (const cell of cells) texts[cell.column - 1] = cleanText(cellText(cell) ?? "");
      return { line: row, cells: Array.from(texts, (text) => text ?? "") };
    })
    .filter(({ cells }) => cells.some((cell) => cell !== ""));
}
