// Reads the mine list: its columns by their headers, and its rows.

import { readCountry, readListedCountry } from "../forms/countries.ts";
import type { DetectedTemplate } from "../forms/detect.ts";
import type { Family, MineLayout } from "../forms/form.ts";
import { readMineralOf } from "../forms/minerals.ts";
import { LabelReader } from "../forms/read-labels.ts";
import { cellText, cleanText, columnNumber, findCell } from "../model/cells.ts";
import type { MineRow, Note } from "../model/response.ts";
import { MINE_COLUMNS, type MineColumn } from "../model/vocabulary.ts";
import type { Row, Sheet, Workbook } from "../model/workbook.ts";
import { findHeaders, headerOfErrors } from "./headers.ts";
import { listRows } from "./list-rows.ts";
import { MissingResults } from "./missing-results.ts";
import { translations } from "./translations.ts";

export type MineColumns = MineLayout["columns"];

export interface MineList {
  rows: MineRow[];
  columns: MineColumns;
  notes: Note[];
}

const readers = new WeakMap<Family, LabelReader<MineColumn>>();

function readerOf(family: Family): LabelReader<MineColumn> {
  const known = readers.get(family);
  if (known) return known;
  const reader = new LabelReader(MINE_COLUMNS.map((key) => [key, family.labels.mines?.[key] ?? []]));
  readers.set(family, reader);
  return reader;
}

/** The rows of a mine sheet with anything besides a mineral. */
export function readMines(
  workbook: Workbook,
  sheet: Sheet,
  layout: MineLayout,
  template: DetectedTemplate,
): MineList {
  const { family } = template;
  const reader = readerOf(family);
  const usualRow = layout.firstRow - 1;
  const headers = findHeaders<MineColumn>({
    sheet,
    headerRow: usualRow,
    columns: layout.columns,
    reader,
    translated: () => reader.and(translations(workbook, layout.sheet, reader)),
    nameOf: (key) => family.labels.mines?.[key]?.[0] ?? key,
    landmarks: LANDMARKS,
  });
  const columns = headers.headerRow === undefined ? layout.columns : headers.columns;
  const headerRow = headers.headerRow ?? headerOfErrors(sheet, columns, usualRow) ?? usualRow;
  const named = [columns.name, columns.smelter].flatMap((letters) =>
    letters === undefined ? [] : columnNumber(letters),
  );
  const metal = columns.metal === undefined ? 0 : columnNumber(columns.metal);
  const namesMineral = (row: Row): boolean =>
    readMineralOf(cellText(findCell(row, metal)) ?? "", template) !== undefined;
  const { rows, notes } = listRows(sheet, {
    headerRow,
    firstRow: headerRow + 1,
    columns,
    // The template's own rows above the list name no mineral in the mineral column.
    isOwn: (row) => row.row < headerRow && !namesMineral(row),
    starred: [],
    keyOf: (text) => reader.key(text),
    isPlain: namesMineral,
    isData: (row) => named.some((column) => findCell(row, column) !== undefined),
  });
  const missing = new MissingResults(sheet);
  const mines = rows.flatMap((row) => readRow(row, columns, template, missing) ?? []);
  const ofHeaders =
    headers.headerRow === undefined && mines.length > 0 ? [unreadHeaders(sheet, headerRow)] : headers.notes;
  return { rows: mines, columns, notes: [...ofHeaders, ...notes, ...missing.notes()] };
}

/** Headers of hidden columns for the template's formulas, which are in English in every language. */
const LANDMARKS: ReadonlyMap<string, string> = new Map([
  ["Country Code", "N"],
  ["State / Province Code", "O"],
]);

function unreadHeaders(sheet: Sheet, row: number): Note {
  return {
    at: `${sheet.name}!${row}:${row}`,
    kind: "labels",
    note: `The headers of the mine list cannot be read: its columns were read where the template has them, from row ${row + 1} on.`,
  };
}

function readRow(
  row: Row,
  columns: MineColumns,
  template: DetectedTemplate,
  missing: MissingResults,
): MineRow | undefined {
  const mine: MineRow = { row: row.row };
  const raw: NonNullable<MineRow["raw"]> = {};
  let saysMore = false;
  for (const key of MINE_COLUMNS) {
    const letters = columns[key];
    if (letters === undefined) continue;
    const column = columnNumber(letters);
    const cell = findCell(row, column);
    if (cell === undefined) missing.addBlank(row, column);
    else if (!missing.addIfError(cell)) {
      const typed = cellText(cell) ?? "";
      const text = cleanText(typed);
      // A formula that refers to an empty cell shows 0.
      if (text === "" || (cell.formula && text === "0")) continue;
      const value = valueIn(key, text, template);
      if (value !== undefined) mine[key] = value;
      if (!(key === "metal" && value !== undefined && isWord(text, value)) && typed !== value)
        raw[key] = typed;
      saysMore ||= key !== "metal";
    }
  }
  if (!saysMore) return undefined;
  return Object.keys(raw).length > 0 ? { ...mine, raw } : mine;
}

function valueIn(key: MineColumn, text: string, template: DetectedTemplate): string | undefined {
  if (key === "metal") return readMineralOf(text, template);
  if (key === "country") return readListedCountry(text) ?? readCountry(text).code;
  return text;
}

/** No raw text is kept for the template's own spelling of a mineral. */
function isWord(text: string, id: string): boolean {
  return text === id[0]?.toUpperCase() + id.slice(1);
}
