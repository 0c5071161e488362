import type { CellObject, WorkBook, WorkSheet } from "@e965/xlsx";
import { columnLetters } from "../../model/cells.ts";
import type { Limits } from "../../model/limits.ts";
import type { CellValue, Sheet, SheetState, Workbook } from "../../model/workbook.ts";
import { formulaLink } from "../formula-link.ts";
import { SheetRows } from "../ooxml/sheet-rows.ts";
import { damaged, fail, tooLarge } from "../unreadable.ts";

const STATES: readonly SheetState[] = ["visible", "hidden", "veryHidden"];

interface SheetEntry {
  name: string;
  state: SheetState;
  cells: WorkSheet;
}

/**
 * Opens a workbook in a format rare enough to leave to a library, which is loaded on demand and reads everything at
 * once. Throws UnreadableError if the library cannot read the bytes.
 */
export async function openLegacy(
  bytes: Buffer,
  format: "xls" | "xlsb" | "ods",
  limits: Limits,
): Promise<Workbook> {
  return openWithLibrary(bytes, format, limits);
}

/**
 * Opens the text of a spreadsheet that programs save under other extensions: XML of Excel 2003 ("SpreadsheetML") and
 * HTML tables. Cells are texts, except numbers and dates that the XML marks as such.
 */
export async function openTextSpreadsheet(
  text: string,
  format: "xml" | "html",
  limits: Limits,
): Promise<Workbook> {
  if (text.length > limits.partBytes) return fail(tooLarge(`The text has ${text.length} characters.`));
  return openWithLibrary(text, format, limits);
}

async function openWithLibrary(
  content: Buffer | string,
  format: "xls" | "xlsb" | "ods" | "xml" | "html",
  limits: Limits,
): Promise<Workbook> {
  const { read } = await import("@e965/xlsx");
  const kept = { dense: true, cellHTML: false, cellText: false, sheetStubs: true };
  let book: WorkBook;
  try {
    book = silently(() =>
      typeof content === "string"
        ? read(content, { type: "string", ...kept, raw: format === "html" })
        : read(content, { type: "buffer", ...kept }),
    );
  } catch {
    return fail(damaged("The workbook is cut off or damaged: its content cannot be read."));
  }
  const properties = book.Workbook?.Sheets ?? [];
  const entries: SheetEntry[] = [];
  for (const name of book.SheetNames) {
    const sheet = book.Sheets[name];
    // Chart and macro sheets are listed among the sheets but contain no cells.
    if (sheet === undefined || (sheet["!type"] ?? "sheet") !== "sheet") continue;
    const hidden = properties.find((entry) => entry.name === name)?.Hidden ?? 0;
    entries.push({ name, state: STATES[hidden] ?? "visible", cells: sheet });
  }
  const known = new Map<SheetEntry, Sheet>();
  return {
    // Both are usually saved as .xls, and only lists are read from them, not responses.
    format: format === "xml" || format === "html" ? "xls" : format,
    encrypted: false,
    date1904: book.Workbook?.WBProps?.date1904 === true,
    sheets: entries.map(({ name, state }) => ({ name, state })),
    sheet(name) {
      const entry = entries.find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
      if (entry === undefined) return undefined;
      const sheet = known.get(entry) ?? readSheet(entry, limits);
      known.set(entry, sheet);
      return sheet;
    },
    notes: [],
  };
}

/** The library prints warnings about number formats, which are suppressed. */
function silently<T>(action: () => T): T {
  const spoken = globalThis.console;
  globalThis.console = { ...spoken, error: () => {}, warn: () => {} };
  try {
    return action();
  } finally {
    globalThis.console = spoken;
  }
}

function readSheet({ name, state, cells: sheet }: SheetEntry, limits: Limits): Sheet {
  const rows = new SheetRows(name, limits);
  const cells = (sheet["!data"] ?? []) as (CellObject | undefined)[][];
  // The library does not distinguish an empty result from a missing one; a file that was calculated has some results.
  const calculated = cells.some((row) => row?.some((cell) => isFormula(cell) && cell.t !== "z"));
  for (const [rowIndex, row] of cells.entries()) {
    for (const [columnIndex, cell] of (row ?? []).entries()) {
      if (cell === undefined) continue;
      const place = { row: rowIndex + 1, column: columnIndex + 1 };
      const formula = isFormula(cell);
      const value = cellValue(cell);
      if (value !== undefined) rows.add({ ...place, value, formula });
      else if (formula) rows.addBlankFormula(place.row, place.column, calculated);
    }
  }
  return { name, state, rows: rows.finish(), links: () => linksOf(cells) };
}

function isFormula(cell: CellObject | undefined): cell is CellObject {
  return cell !== undefined && (cell.f !== undefined || cell.F !== undefined);
}

function linksOf(cells: (CellObject | undefined)[][]): Map<string, string> {
  const links = new Map<string, string>();
  for (const [rowIndex, row] of cells.entries()) {
    for (const [columnIndex, cell] of (row ?? []).entries()) {
      // A target that begins with "#" is within the workbook.
      const target = cell?.l?.Target ?? formulaLink(cell?.f ?? "");
      if (target && !target.startsWith("#"))
        links.set(`${columnLetters(columnIndex + 1)}${rowIndex + 1}`, target);
    }
  }
  return links;
}

function cellValue({ t, v }: CellObject): CellValue | undefined {
  if (v === undefined || v === "") return undefined;
  switch (t) {
    case "n":
      return { type: "number", number: v as number, text: String(v) };
    case "b":
      return { type: "boolean", boolean: v === true };
    case "e":
      return { type: "error", text: ERRORS[v as number] ?? "#VALUE!" };
    case "s":
      return { type: "text", text: String(v).replace(/\r\n?/g, "\n") };
    default:
      return undefined;
  }
}

/** BIFF error codes (MS-XLS 2.5.10). */
const ERRORS: Readonly<Record<number, string>> = {
  0: "#NULL!",
  7: "#DIV/0!",
  15: "#VALUE!",
  23: "#REF!",
  29: "#NAME?",
  36: "#NUM!",
  42: "#N/A",
  43: "#GETTING_DATA",
};
