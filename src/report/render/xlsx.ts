// The tables as one workbook: a sheet per table, for those who work in a spreadsheet.
import { PassThrough } from "node:stream";
import type ExcelJS from "exceljs";
import type { CsvValue } from "./csv.ts";
import { fixZipDates } from "./fixed-zip-dates.ts";
import { type ColumnInfo, countRows, type FilledTable } from "./table.ts";

/** Rows of one sheet. Longer tables stand whole in their CSV: a workbook of a million cells opens slowly anyway. */
const MOST_ROWS = 20_000;
/** After so many rows the zip gets time to take them, so that they do not pile up in memory. */
const ROWS_BETWEEN_PAUSES = 2_000;
const LONGEST_TEXT = 32_767;

/** Title and facts of the first sheet. */
export interface Cover {
  title: string;
  facts: readonly (readonly [string, string])[];
}

export interface XlsxOptions {
  /** The day of the run, ISO: the document's date. */
  today: string;
  cover: Cover;
}

/**
 * The workbook: frozen headers, filters, dates and numbers as such, links from each finding to its supplier's response.
 * Texts are texts, whatever they begin with. The same tables give the same bytes.
 */
export async function renderXlsx(tables: readonly FilledTable[], options: XlsxOptions): Promise<Uint8Array> {
  const { default: excel } = await import("exceljs");
  const stream = new PassThrough();
  const chunks: Buffer[] = [];
  stream.on("data", (chunk: Buffer) => chunks.push(chunk));
  const date = new Date(`${options.today}T00:00:00Z`);
  const workbook = new excel.stream.xlsx.WorkbookWriter({ stream, useStyles: true });
  Object.assign(workbook, { creator: "cmrt", lastModifiedBy: "cmrt", created: date, modified: date });

  writeCover(workbook, tables, options.cover);
  const supplierRows = rowsOfSuppliers(tables);
  for (const table of tables) await writeTable(workbook, table, supplierRows);
  await workbook.commit();
  return fixZipDates(Buffer.concat(chunks));
}

function writeCover(
  workbook: ExcelJS.stream.xlsx.WorkbookWriter,
  tables: readonly FilledTable[],
  cover: Cover,
): void {
  const sheet = workbook.addWorksheet("Overview");
  sheet.columns = [{ width: 34 }, { width: 44 }, { width: 70 }];
  const title = sheet.addRow([cleanText(cover.title)]);
  title.font = { bold: true, size: 14 };
  title.commit();
  for (const [name, value] of cover.facts) sheet.addRow([name, cleanText(value)]).commit();
  sheet.addRow([]).commit();
  const head = sheet.addRow(["Sheet", "One row per", "Also in"]);
  head.font = { bold: true };
  head.commit();
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
): Promise<void> {
  const sheet = workbook.addWorksheet(table.title, { views: [{ state: "frozen", ySplit: 1 }] });
  sheet.columns = table.columns.map((column) => ({ width: widthOf(column), ...styleOf(column) }));
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: table.columns.length } };
  const head = sheet.addRow(table.columns.map(({ name }) => name));
  head.font = { bold: true };
  head.commit();

  const linked =
    table.file === "findings.csv" ? table.columns.findIndex(({ name }) => name === "supplier") : -1;
  // One object for all cells of a column: the writer works a style out once for each object that it meets.
  const styles = table.columns.map((column) => styleOf(column).style ?? {});
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
      cell.style = (links && column === linked + 1 ? LINK_STYLE : styles[column - 1]) ?? {};
    });
    row.commit();
    written += 1;
    if (written % ROWS_BETWEEN_PAUSES === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  const left = countRows(table) - written;
  if (left > 0) sheet.addRow([`… and ${left} more rows, which stand in ${table.file} only`]).commit();
  sheet.commit();
}

function cellValueOf(cell: CsvValue, column: ColumnInfo | undefined): ExcelJS.CellValue {
  if (cell === null || cell === "") return null;
  if (column?.type === "date" && typeof cell === "string") {
    const date = new Date(`${cell}T00:00:00Z`);
    return Number.isNaN(date.getTime()) ? cleanText(cell) : date;
  }
  return typeof cell === "string" ? cleanText(cell) : cell;
}

function styleOf({ type }: ColumnInfo): { style?: Partial<ExcelJS.Style> } {
  if (type === "date") return { style: { numFmt: "yyyy-mm-dd" } };
  return type === "share" ? { style: { numFmt: "0.0%" } } : {};
}

function widthOf({ name, type }: ColumnInfo): number {
  if (type === "number" || type === "share" || type === "date") return Math.max(12, name.length + 2);
  if (WIDE.has(name)) return 60;
  return Math.max(18, name.length + 2);
}

const WIDE: ReadonlySet<string> = new Set([
  "message",
  "reason",
  "reasons",
  "evidence",
  "supplier_names",
  "file",
]);

/** Characters that XML cannot hold: controls, two non-characters, halves of surrogate pairs. */
const NOT_IN_XML =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text that a workbook can hold and shows as it is: without escapes ("_x0041_") that it would resolve. */
function cleanText(text: string): string {
  return text
    .replace(NOT_IN_XML, "\uFFFD")
    .replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_")
    .slice(0, LONGEST_TEXT);
}
