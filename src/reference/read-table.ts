// Tables as people keep them: CSV in any usual encoding and with any usual delimiter, or a sheet of a workbook.

import { readCsv } from "../lib/read-csv.ts";
import { cellText, cleanText } from "../model/cells.ts";
import type { Sheet } from "../model/workbook.ts";

/** A row of a table: its texts, trimmed, and the line or sheet row it stands in. */
export interface TableRow {
  line: number;
  cells: string[];
}

/** The text of a file, and how its bytes were understood. */
export interface DecodedText {
  text: string;
  encoding: "UTF-8" | "UTF-16" | "Windows-1252";
}

/**
 * Decodes a text file: by its byte order mark; as UTF-16 where every second byte is zero; as UTF-8 where the bytes are
 * valid UTF-8; else as Windows-1252, which every byte sequence is.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const [first, second] = bytes;
  const decode = (label: string, fatal = false) => new TextDecoder(label, { fatal }).decode(bytes);
  if (first === 0xff && second === 0xfe) return { text: decode("utf-16le"), encoding: "UTF-16" };
  if (first === 0xfe && second === 0xff) return { text: decode("utf-16be"), encoding: "UTF-16" };
  const start = bytes.subarray(0, 400);
  const zeros = (parity: 0 | 1) => start.filter((byte, at) => at % 2 === parity && byte === 0).length;
  if (zeros(1) > start.length / 4) return { text: decode("utf-16le"), encoding: "UTF-16" };
  if (zeros(0) > start.length / 4) return { text: decode("utf-16be"), encoding: "UTF-16" };
  try {
    return { text: decode("utf-8", true), encoding: "UTF-8" };
  } catch {
    return { text: decode("windows-1252"), encoding: "Windows-1252" };
  }
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
 * is no CSV.
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
