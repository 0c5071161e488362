// Renders the tables as one workbook with a sheet per table, for people who work in a spreadsheet.
import { PassThrough } from "node:stream";
import type ExcelJS from "exceljs";
import { columnTitle } from "../../lib/column-title.ts";
import { textWidth } from "../../lib/text-width.ts";
import type { Paper } from "../../model/settings.ts";
import type { CsvValue } from "./csv.ts";
import { fixZipDates } from "./fixed-zip-dates.ts";
import { type ColumnInfo, countRows, type FilledTable } from "./table.ts";

/**
 * Most rows per sheet. Longer tables are complete only in their CSV: a workbook of a million cells would be slow to
 * open anyway.
 */
const MOST_ROWS = 20_000;
/** Pauses after this many rows to let the zip catch up, so that rows do not pile up in memory. */
const ROWS_BETWEEN_PAUSES = 2_000;
const LONGEST_TEXT = 32_767;

/** Title, facts and figures of the first sheet. */
export interface Cover {
  title: string;
  facts: readonly (readonly [string, string])[];
  /** Small tables: the first row of each has the column headers. */
  tables: readonly { title: string; rows: readonly (readonly (string | number)[])[] }[];
}

export interface XlsxOptions {
  /** The day of the run (ISO), used as the document's date. */
  today: string;
  /** Paper size of the sheets. */
  paper: Paper;
  cover: Cover;
}

/**
 * The workbook: an overview with figures and links, then a sheet per table with headers and codes in words, frozen
 * headers, filters, dates and numbers as such, coloured severities and states, and links from each finding to its
 * supplier's response. Texts stay texts, whatever they begin with. The same tables give the same bytes.
 */
export async function renderXlsx(tables: readonly FilledTable[], options: XlsxOptions): Promise<Uint8Array> {
  const { default: excel } = await import("exceljs");
  const stream = new PassThrough();
  const chunks: Buffer[] = [];
  stream.on("data", (chunk: Buffer) => chunks.push(chunk));
  const date = new Date(`${options.today}T00:00:00Z`);
  const workbook = new excel.stream.xlsx.WorkbookWriter({ stream, useStyles: true });
  Object.assign(workbook, { creator: "cmrt", lastModifiedBy: "cmrt", created: date, modified: date });

  const pageSetup = setupFor(options.paper);
  writeCover(workbook, tables, options.cover, pageSetup);
  const supplierRows = rowsOfSuppliers(tables);
  for (const table of tables) await writeTable(workbook, table, supplierRows, pageSetup);
  await workbook.commit();
  return fixZipDates(Buffer.concat(chunks));
}

/** Paper size codes of the format. */
const PAPER_SIZES: Readonly<Record<Paper, number>> = { Letter: 1, A4: 9 };

/** Landscape, fitted to the width of all columns, with any number of pages. */
function setupFor(paper: Paper): Partial<ExcelJS.PageSetup> {
  return {
    // The library's type lacks Letter; the format has it.
    paperSize: PAPER_SIZES[paper] as ExcelJS.PaperSize,
    orientation: "landscape",
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
  };
}

function writeCover(
  workbook: ExcelJS.stream.xlsx.WorkbookWriter,
  tables: readonly FilledTable[],
  cover: Cover,
  pageSetup: Partial<ExcelJS.PageSetup>,
): void {
  const sheet = workbook.addWorksheet("Overview", { pageSetup });
  sheet.columns = [{ width: 44 }, { width: 44 }, ...Array.from({ length: 6 }, () => ({ width: 18 }))];
  const title = sheet.addRow([cleanText(cover.title)]);
  title.font = { bold: true, size: 14 };
  title.commit();
  for (const [name, value] of cover.facts) sheet.addRow([name, cleanText(value)]).commit();
  for (const { title: caption, rows } of cover.tables) {
    sheet.addRow([]).commit();
    const [headers = [], ...lines] = rows;
    writeHead(sheet, [caption, ...headers].map(String));
    for (const cells of lines)
      sheet.addRow(cells.map((cell) => (typeof cell === "string" ? cleanText(cell) : cell))).commit();
  }
  sheet.addRow([]).commit();
  writeHead(sheet, ["Sheet", "One row per", "Also in"]);
  for (const { title: name, onePer, file } of tables) {
    const row = sheet.addRow([link(name, name, 1), onePer, file]);
    row.getCell(1).font = LINK_FONT;
    row.commit();
  }
  sheet.commit();
}

const LINK_FONT = { color: { argb: "FF0B5CAD" }, underline: true } as const;
const LINK_STYLE = { font: LINK_FONT };

function link(text: string, sheet: string, row: number): ExcelJS.CellHyperlinkValue {
  return { text, hyperlink: `#'${sheet}'!A${row}` };
}

function writeHead(sheet: ExcelJS.Worksheet, headers: readonly string[]): void {
  const row = sheet.addRow([...headers]);
  row.eachCell((cell) => {
    cell.style = HEAD_STYLE;
  });
  row.commit();
}

/** Sheet row of the first response of each supplier, by name. */
function rowsOfSuppliers(
  tables: readonly FilledTable[],
): { sheet: string; rows: Map<string, number> } | undefined {
  const responses = tables.find((table) => table.file === "responses.csv");
  if (!responses) return undefined;
  const rows = new Map<string, number>();
  let row = 1;
  for (const [supplier] of responses.cells([0])) {
    row += 1;
    if (typeof supplier === "string" && !rows.has(supplier)) rows.set(supplier, row);
  }
  return { sheet: responses.title, rows };
}

async function writeTable(
  workbook: ExcelJS.stream.xlsx.WorkbookWriter,
  table: FilledTable,
  supplierRows: ReturnType<typeof rowsOfSuppliers>,
  pageSetup: Partial<ExcelJS.PageSetup>,
): Promise<void> {
  const sheet = workbook.addWorksheet(table.title, {
    views: [{ state: "frozen", ySplit: 1 }],
    pageSetup: { ...pageSetup, printTitlesRow: "1:1" },
  });
  const longest = longestTexts(table);
  sheet.columns = table.columns.map((column, index) => ({
    width: widthOf(column, longest[index] ?? 0),
    ...styleOf(column),
  }));
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: table.columns.length } };
  writeHead(
    sheet,
    table.columns.map(({ name }) => columnTitle(name)),
  );

  const linked =
    table.file === "findings.csv" ? table.columns.findIndex(({ name }) => name === "supplier") : -1;
  // One style object per column, since the writer processes every style object separately.
  const styles = table.columns.map((column) => styleOf(column).style);
  const isToned = table.columns.map(({ name }) => TONED.has(name));
  let written = 0;
  for (const cells of table.cells()) {
    if (written >= MOST_ROWS) break;
    const values: ExcelJS.CellValue[] = cells.map((cell, index) => cellValueOf(cell, table.columns[index]));
    const supplier = cells[linked];
    const target = typeof supplier === "string" ? supplierRows?.rows.get(supplier) : undefined;
    const links = target !== undefined && supplierRows !== undefined;
    if (links) values[linked] = link(cleanText(String(supplier)), supplierRows.sheet, target);
    const row = sheet.addRow(values);
    row.eachCell((cell, column) => {
      const tone = isToned[column - 1] ? TONE_OF[String(cells[column - 1])] : undefined;
      cell.style = (links && column === linked + 1 ? LINK_STYLE : (tone ?? styles[column - 1])) ?? {};
    });
    row.commit();
    written += 1;
    if (written % ROWS_BETWEEN_PAUSES === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  const left = countRows(table) - written;
  if (left > 0) sheet.addRow([`… and ${left} more rows, in ${table.file} only`]).commit();
  sheet.commit();
}

function cellValueOf(cell: CsvValue, column: ColumnInfo | undefined): ExcelJS.CellValue {
  if (cell === null || cell === "") return null;
  if (column?.type === "date" && typeof cell === "string") {
    const date = new Date(`${cell}T00:00:00Z`);
    return Number.isNaN(date.getTime()) ? cleanText(cell) : date;
  }
  return typeof cell === "string" ? cleanText(column?.words?.(cell) ?? cell) : cell;
}

/** Columns whose cells are coloured by value. */
const TONED: ReadonlySet<string> = new Set(["severity", "state", "supplier_state"]);

function toned(argb: string): Partial<ExcelJS.Style> {
  return { fill: { type: "pattern", pattern: "solid", fgColor: { argb } }, alignment: { vertical: "top" } };
}

const HEAD_STYLE: Partial<ExcelJS.Style> = { ...toned("FFE7EBF0"), font: { bold: true } };
const [RED, AMBER, GREEN] = [toned("FFF8D7DA"), toned("FFFFF0C2"), toned("FFDDF0E0")];
/** Light colours, so that text stays readable; the colour only repeats what the text says. */
const TONE_OF: Readonly<Record<string, Partial<ExcelJS.Style> | undefined>> = {
  error: RED,
  invalid: RED,
  missing: RED,
  unreadable: RED,
  warning: AMBER,
  questions: AMBER,
  foreign: AMBER,
  stale: AMBER,
  late: AMBER,
  undated: AMBER,
  blank: AMBER,
  valid: GREEN,
};

function styleOf({ name, type }: ColumnInfo): { style: Partial<ExcelJS.Style> } {
  const wrapText = widthByName(name) === WIDEST;
  const alignment = { vertical: "top", ...(wrapText ? { wrapText } : {}) } as const;
  if (type === "date") return { style: { numFmt: "yyyy-mm-dd", alignment } };
  return { style: type === "share" ? { numFmt: "0.0%", alignment } : { alignment } };
}

/** The number of rows that determine the width of a column. */
const LOOKED_AT = 1_000;

/** Returns the length of the longest text in each column, among its first rows. */
function longestTexts(table: FilledTable): number[] {
  const longest = table.columns.map(() => 0);
  let rows = 0;
  for (const cells of table.cells()) {
    if (rows++ >= LOOKED_AT) break;
    for (const [index, cell] of cells.entries()) {
      const value = cellValueOf(cell, table.columns[index]);
      if (typeof value === "string")
        longest[index] = Math.max(longest[index] ?? 0, textWidth(value.slice(0, WIDEST)));
    }
  }
  return longest;
}

function widthOf({ name, type }: ColumnInfo, longest: number): number {
  // Leaves room for the filter button beside the header.
  const header = columnTitle(name).length + 4;
  if (type === "number" || type === "share" || type === "date") return Math.max(12, header);
  // Nobody reads a hash.
  const content = HASHES.has(name) ? 0 : Math.min(longest + 2, WIDEST);
  return Math.max(widthByName(name), header, content);
}

const HASHES: ReadonlySet<string> = new Set(["sha256", "response", "superseded_by", "superseded"]);

const WIDEST = 60;
/** Widths of text columns by the last word of their names; other columns are narrow. */
const WIDTHS: Readonly<Record<string, number>> = {
  message: WIDEST,
  reason: WIDEST,
  reasons: WIDEST,
  evidence: WIDEST,
  names: WIDEST,
  title: WIDEST,
  file: 48,
  supplier: 34,
  rule: 36,
  name: 36,
  proposal: 36,
  countries: 30,
  question: 36,
  subject: 36,
  country: 22,
};

function widthByName(name: string): number {
  return WIDTHS[name.replace(/.*_/, "")] ?? 18;
}

/** Characters not allowed in XML: control characters, two noncharacters, unpaired surrogates. */
const NOT_IN_XML =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text that a workbook can hold and shows unchanged: without escapes ("_x0041_") that it would decode. */
function cleanText(text: string): string {
  return text
    .replace(NOT_IN_XML, "\uFFFD")
    .replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_")
    .slice(0, LONGEST_TEXT);
}
