// Reads a reference list from bytes: the look-up sheet of a template's workbook, or any table with recognisable
// headers.
import { basename, extname } from "node:path";
import { detect } from "../../forms/detect.ts";
import { decodeText } from "../../lib/decode-text.ts";
import { UsageError } from "../../lib/errors.ts";
import type { Io } from "../../lib/io.ts";
import { sha256Of } from "../../lib/sha256.ts";
import { fold } from "../../lib/text.ts";
import { LIMITS, type Limits } from "../../model/limits.ts";
import type { ListKind } from "../../model/reference.ts";
import { UnreadableError, type Workbook } from "../../model/workbook.ts";
import { type Imported, type ImportOptions, importList, isListTable } from "../../reference/import-list.ts";
import { looksLikeJson, readJsonRows } from "../../reference/json-rows.ts";
import type { ColumnMeaning } from "../../reference/list-headers.ts";
import { readLookUpList } from "../../reference/look-up-list.ts";
import { readCsvRows, readSheetRows, spreadsheetIn, type TableRow } from "../../reference/read-table.ts";
import { nameByFile } from "../../reference/same-list.ts";
import { openTextSpreadsheet } from "../../workbook/legacy/open-legacy.ts";
import { openWorkbook } from "../../workbook/open-workbook.ts";
import { findFiles } from "../../workbook/sources/find-files.ts";
import { notAccessible } from "../reading/read-all.ts";

export interface ListFileOptions {
  name?: string;
  /** ISO date of the list. */
  asOf?: string;
  kind?: ListKind;
  status?: string;
  /** The meaning of unrecognised columns, by header. */
  columns?: Readonly<Record<string, ColumnMeaning>>;
  /** The kind of a list of facilities that could be of several kinds. */
  kindOtherwise?: ListKind;
  /** The sheet to read; by default the first that contains a list. */
  sheet?: string;
  password?: readonly string[];
}

/**
 * Reads a list from a file's bytes. `file` is its name as given. Returns "undated" if the list has no date and none was
 * given. Throws UsageError if the file is neither a workbook nor a table.
 */
export async function readListFile(
  bytes: Uint8Array,
  file: string,
  options: ListFileOptions,
): Promise<Imported> {
  const sha256 = sha256Of(bytes);
  const opened = await openWorkbook(bytes, options.password ? { passwords: options.password } : {});
  if (opened.ok) return orUsageError(file, () => readWorkbook(opened.workbook, file, sha256, options));
  const { kind, reason, ask } = opened.unreadable;
  if (kind !== "not-a-workbook" || !looksLikeText(bytes)) throw new UsageError(`${file}: ${reason} ${ask}`);
  const { text, encoding } = decodeText(bytes);
  const spreadsheet = spreadsheetIn(text);
  if (spreadsheet !== undefined) {
    const workbook = await openText(text, spreadsheet, file);
    return orUsageError(file, () => readWorkbook(workbook, file, sha256, options));
  }
  const rows = looksLikeJson(text) ? readJsonRows(text, file) : readCsvRows(text, file);
  const read = readRows(rows, { file, sha256 }, options);
  if (read.ok === true && encoding === "Windows-1252")
    read.notes.push("the text is not valid UTF-8 and was read as Windows-1252");
  return read;
}

async function openText(text: string, format: "xml" | "html", file: string): Promise<Workbook> {
  try {
    return await openTextSpreadsheet(text, format, LIMITS);
  } catch (error) {
    if (error instanceof UnreadableError)
      throw new UsageError(`${file}: ${error.message} ${error.unreadable.ask}`);
    throw error;
  }
}

/** The rows of a CSV file, or of the first sheet of a workbook that has any. Throws UsageError if it is neither. */
export async function readTableFile(bytes: Uint8Array, file: string): Promise<TableRow[]> {
  const sheets = await readSheetTables(bytes, file);
  if (sheets) return sheets.tables.find((rows) => rows.length > 0) ?? [];
  return readCsvRows(decodeText(bytes).text, file);
}

/** The rows of each sheet of a workbook; undefined if the file is text. */
export type SheetTables = { tables: TableRow[][]; date1904: boolean } | undefined;

/**
 * The rows of each sheet of a workbook; undefined if the bytes are text. Throws UsageError if they are neither, or if a
 * sheet cannot be read.
 */
export async function readSheetTables(
  bytes: Uint8Array,
  file: string,
  limits?: Limits,
): Promise<SheetTables> {
  const opened = await openWorkbook(bytes, limits ? { limits } : {});
  if (!opened.ok) {
    const { kind, reason, ask } = opened.unreadable;
    if (kind !== "not-a-workbook" || !looksLikeText(bytes)) throw new UsageError(`${file}: ${reason} ${ask}`);
    return undefined;
  }
  const { workbook } = opened;
  const tables = orUsageError(file, () =>
    workbook.sheets.map(({ name }) => {
      const sheet = workbook.sheet(name);
      return sheet ? readSheetRows(sheet) : [];
    }),
  );
  return { tables, date1904: workbook.date1904 };
}

/** Runs `read`; an error about a damaged or oversized sheet becomes a UsageError that names the file. */
function orUsageError<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof UnreadableError)
      throw new UsageError(`${file}: ${error.message} ${error.unreadable.ask}`);
    throw error;
  }
}

/** Text has no control characters except blanks, line ends and the DOS end-of-file mark; or it is UTF-16. */
function looksLikeText(bytes: Uint8Array): boolean {
  const { text } = decodeText(bytes.subarray(0, 4096));
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return !/[\u0000-\u0008\u000e-\u0019\u001b-\u001f]/.test(text);
}

function readWorkbook(workbook: Workbook, file: string, sha256: string, options: ListFileOptions): Imported {
  const detected = detect(workbook);
  const list =
    options.sheet === undefined && detected.ok
      ? readLookUpList(workbook, detected.template.family, detected.template.version, { file, sha256 })
      : undefined;
  if (list) {
    const asOf = options.asOf ?? list.asOf;
    if (asOf === null) return { ok: "undated" };
    return { ok: true, list: { ...list, name: options.name ?? list.name, asOf }, notes: [] };
  }
  if (detected.ok && options.sheet === undefined)
    throw new UsageError(
      `${file} is a ${detected.template.family.id} whose look-up sheet is missing or empty.`,
    );
  const wanted = options.sheet === undefined ? undefined : fold(options.sheet);
  const sheets = workbook.sheets.filter(({ name }) => wanted === undefined || fold(name) === wanted);
  const lists = sheets.flatMap(({ name }) => {
    const sheet = workbook.sheet(name);
    const rows = sheet ? readSheetRows(sheet) : [];
    return isListTable(rows) ? [{ name, rows }] : [];
  });
  const [first, ...others] = lists;
  if (!first) {
    const names = workbook.sheets.map(({ name }) => name).join(", ");
    throw new UsageError(
      options.sheet === undefined
        ? `${file}: no sheet (${names}) has a header with columns such as Metal, Smelter ID, Standard Smelter Name, Country.`
        : `${file} has no list on a sheet "${options.sheet}". Its sheets: ${names}.`,
    );
  }
  const { name, rows } = first;
  const read = readRows(
    rows,
    { file, sha256, sheet: name },
    { ...options, date1904: workbook.date1904, titles: [name] },
  );
  if (read.ok === true && others.length > 0)
    read.notes.push(
      `only the sheet "${name}" was read; others have lists too, to be imported with --sheet: ${others.map((other) => `"${other.name}"`).join(", ")}`,
    );
  return read;
}

function readRows(
  rows: readonly TableRow[],
  source: { file: string; sha256: string; sheet?: string },
  options: ListFileOptions & Pick<ImportOptions, "date1904" | "titles">,
): Imported {
  const stem = basename(source.file, extname(source.file));
  return importList(rows, {
    ...options,
    name: options.name ?? nameByFile(stem),
    source: { ...source, rows: rows.length },
    titles: [...(options.titles ?? []), options.name ?? "", stem],
  });
}

/** Reads the single file that a path names. Throws UsageError if there is none, or more than one. */
export async function readOneFile(path: string, io: Io): Promise<Uint8Array> {
  const { files } = await findFiles([path], io.cwd);
  const [file] = files;
  if (!file || files.length !== 1)
    throw new UsageError(`${path} holds ${files.length} files. Name one of them.`);
  try {
    return await file.read();
  } catch (error) {
    throw new UsageError(`${path}: ${notAccessible(error).reason}`);
  }
}
