// Determines what each column holds, for the smelter sheet as a whole and for rows pasted from another edition.

import { readSmelterId } from "../domain/smelter-id.ts";
import { readCountry } from "../forms/countries.ts";
import type { DetectedTemplate } from "../forms/detect.ts";
import type { Family, SmelterLayout } from "../forms/form.ts";
import { SMELTER_HEADERS } from "../forms/header-synonyms.ts";
import { readMineral } from "../forms/minerals.ts";
import { LabelReader } from "../forms/read-labels.ts";
import { joinWords } from "../lib/join-words.ts";
import { cellText, columnLetters, columnNumber, findCell, findRow } from "../model/cells.ts";
import type { Note } from "../model/response.ts";
import type { SmelterColumn } from "../model/vocabulary.ts";
import type { Row, Sheet, Workbook } from "../model/workbook.ts";
import { columnsByContent } from "./columns-by-content.ts";
import { findHeaders, headerOfErrors } from "./headers.ts";
import { isStarred, type ListPlace, typedCells } from "./list-rows.ts";
import { translations } from "./translations.ts";

export type Columns = SmelterLayout["columns"];

/** By the columns object, which the rows of a sheet share. */
const meanings = new WeakMap<Columns, ReadonlyMap<number, readonly SmelterColumn[]>>();

/** The meaning of each column number of a list; both keys if two are in one column. */
export function meaningsOf(columns: Columns): ReadonlyMap<number, readonly SmelterColumn[]> {
  const known = meanings.get(columns);
  if (known) return known;
  const made = new Map<number, SmelterColumn[]>();
  for (const [key, letters] of Object.entries(columns) as [SmelterColumn, string][]) {
    const column = columnNumber(letters);
    made.set(column, [...(made.get(column) ?? []), key]);
  }
  meanings.set(columns, made);
  return made;
}

interface Readers {
  /** For the template's headers. */
  own: LabelReader<SmelterColumn>;
  /** For headers that people write as well. */
  loose: LabelReader<SmelterColumn>;
}

const readers = new WeakMap<SmelterLayout, Readers>();

/** Readers for a layout's headers. */
function readersOf(family: Family, layout: SmelterLayout): Readers {
  const known = readers.get(layout);
  if (known) return known;
  const keys = Object.keys(layout.columns) as SmelterColumn[];
  const own = new LabelReader(keys.map((key) => [key, family.labels.smelters[key] ?? []]));
  const made = { own, loose: own.and(keys.map((key) => [key, SMELTER_HEADERS[key] ?? []])) };
  readers.set(layout, made);
  return made;
}

export interface PlacedColumns {
  columns: Columns;
  place: ListPlace;
  notes: Note[];
}

/**
 * The columns of a smelter sheet by its headers. If no header can be read they are those of the layout, shifted if the
 * metals are in another column, except those that their content contradicts.
 */
export function findColumns(workbook: Workbook, sheet: Sheet, template: DetectedTemplate): PlacedColumns {
  const { family, layout } = template;
  const { smelters } = layout;
  const { own: reader } = readersOf(family, smelters);
  const nameOf = (key: SmelterColumn) => (family.labels.smelters[key]?.[0] ?? key).replace("…", "");
  const headers = findHeaders({
    sheet,
    headerRow: smelters.headerRow,
    columns: smelters.columns,
    ...(smelters.headless === undefined ? {} : { headless: smelters.headless }),
    reader,
    translated: () => reader.and(translations(workbook, smelters.sheet, reader)),
    nameOf,
    isConfirmed: (key, letters) =>
      (key === "metal" && firstMetal(sheet, family, columnNumber(letters)) !== undefined) ||
      (key === "id" && firstId(sheet, columnNumber(letters)) !== undefined),
  });
  if (headers.headerRow === undefined) return withoutHeaders(sheet, template, nameOf);
  headers.notes.push(...namelessNote(sheet, headers.headerRow, smelters.columns, headers.columns));
  const { columns, notes } = withHeadless(sheet, smelters, headers.columns, headers.headerRow);
  return {
    columns,
    place: placeOf(template, columns, { headerRow: headers.headerRow, firstRow: headers.headerRow + 1 }),
    notes: [...headers.notes, ...notes],
  };
}

/** Columns that show that a row names a smelter. */
export const NAMING: readonly SmelterColumn[] = ["metal", "lookupName", "name", "idInput"];

/** The note if no column that names a smelter is left. */
function namelessNote(sheet: Sheet, row: number, usual: Columns, columns: Columns): Note[] {
  if (NAMING.some((key) => usual[key] !== undefined && columns[key] !== undefined)) return [];
  return [
    {
      at: `${sheet.name}!${row}:${row}`,
      kind: "labels",
      note: "No column is left that names a smelter or its metal: no row of the list was read.",
    },
  ];
}

/** The place of the list with these columns; `filled` are those in which people typed, read or not. */
function placeOf(
  { family, layout }: DetectedTemplate,
  columns: Columns,
  rows: Pick<ListPlace, "headerRow" | "firstRow">,
  filled = columns,
): ListPlace {
  const starred = [columns.metal, columns.lookupName ?? columns.name].flatMap((letters) =>
    letters === undefined ? [] : columnNumber(letters),
  );
  const metal = columns.metal === undefined ? undefined : columnNumber(columns.metal);
  const namesMetal = (row: Row) =>
    metal !== undefined && readMineral(cellText(findCell(row, metal)) ?? "", family) !== undefined;
  const isOwn = (row: Row) => row.row < layout.smelters.firstRow && !isFilledIn(row, filled, namesMetal(row));
  const { loose } = readersOf(family, layout.smelters);
  const keyOf = (text: string) => loose.key(text);
  return { ...rows, columns, starred, isOwn, isPlain: namesMetal, isData: namesMetal, keyOf };
}

/**
 * Whether a row above the list contains a smelter. The template's own rows there have formulas, one or two texts if
 * only values were kept, and the revision.
 */
function isFilledIn(row: Row, columns: Columns, namesMetal: boolean): boolean {
  if (row.cells.some((cell) => /^\s*Revision\s+\d/i.test(cellText(cell) ?? ""))) return false;
  return namesMetal || typedCells(row, columns) > MOST_OWN_TEXTS;
}

/** The explanation and a link, or the copyright line. */
const MOST_OWN_TEXTS = 2;

/** The column without a header is the one to the left of the metals, if it contains formulas or IDs. */
function withHeadless(
  sheet: Sheet,
  { headless, columns: usual }: SmelterLayout,
  columns: Columns,
  headerRow: number,
): { columns: Columns; notes: Note[] } {
  if (headless === undefined || columns === usual) return { columns, notes: [] };
  const metal = columns.metal === undefined ? 0 : columnNumber(columns.metal);
  const header = findRow(sheet, headerRow);
  const { [headless]: _, ...others } = columns;
  const candidates: number[] = [];
  for (let column = 1; column < metal; column++) {
    const named = cellText(findCell(header, column)) !== undefined;
    if (!named && sheet.rows.some((row) => row.row > headerRow && holdsId(row, column)))
      candidates.push(column);
  }
  const [only] = candidates;
  if (only !== undefined && candidates.length === 1) {
    return { columns: { ...others, [headless]: columnLetters(only) }, notes: [] };
  }
  if (only === undefined && metal > 1) return { columns: others, notes: [] };
  return {
    columns: others,
    notes: [
      {
        at: `${sheet.name}!${headerRow}:${headerRow}`,
        kind: "labels",
        note: `The column of smelter IDs, which has no header, ${only === undefined ? "is gone" : "is not the only one without header that has IDs"}: no ID was read.`,
      },
    ],
  };
}

function holdsId(row: Row, column: number): boolean {
  const cell = findCell(row, column);
  if (cell === undefined) return row.blankFormulas.includes(column);
  return cell.formula || readSmelterId(cellText(cell) ?? "") !== undefined;
}

function withoutHeaders(
  sheet: Sheet,
  template: DetectedTemplate,
  nameOf: (key: SmelterColumn) => string,
): PlacedColumns {
  const { family } = template;
  const layout = template.layout.smelters;
  const { headerRow } = layout;
  const first = columnNumber(layout.columns.metal ?? "B");
  const shift = [0, 1, 2, 3, -1].find((each) => firstMetal(sheet, family, first + each) !== undefined) ?? 0;
  const laidOut =
    shift === 0
      ? layout.columns
      : Object.fromEntries(
          Object.entries(layout.columns)
            .filter(([, letters]) => columnNumber(letters) + shift > 0)
            .map(([key, letters]) => [key, columnLetters(columnNumber(letters) + shift)]),
        );
  const letters = columnLetters(first + shift);
  const moved = headerOfErrors(sheet, layout.columns, headerRow);
  const usual = findRow(sheet, headerRow);
  const isGone = usual !== undefined && !usual.cells.some(isStarred) && typedCells(usual, laidOut) > 1;
  let firstRow =
    moved === undefined
      ? Math.min(
          isGone ? headerRow : layout.firstRow,
          firstMetal(sheet, family, first + shift) ?? layout.firstRow,
        )
      : moved + 1;
  // If more than the header was deleted, smelters without a metal may be above the first that has one.
  while (holdsSmelter(findRow(sheet, firstRow - 1), laidOut)) firstRow--;
  const { columns, notes } = columnsByContent(sheet, firstRow, laidOut, template, nameOf);
  const left = (Object.keys(layout.columns) as SmelterColumn[])
    .filter((key) => laidOut[key] === undefined)
    .map((key) => `"${nameOf(key)}"`);
  const [its, every] = columns === laidOut ? ["its", "every"] : ["its other", "every other"];
  return {
    columns,
    place: placeOf(
      template,
      columns,
      { headerRow: moved ?? Math.min(headerRow, firstRow - 1), firstRow },
      laidOut,
    ),
    notes: sheet.rows.every(({ row }) => row < headerRow)
      ? []
      : [
          {
            at: `${sheet.name}!${headerRow}:${headerRow}`,
            kind: "labels",
            note:
              shift === 0
                ? `The headers of the smelter list cannot be read: ${its} columns were read where the template has them.`
                : `The headers of the smelter list cannot be read, and the metals are in column ${letters} instead of ${layout.columns.metal}: ${every} column was read shifted alike${left.length > 0 ? `, and nothing was read for ${joinWords(left, "and")}, which would be left of column A` : ""}.`,
          },
          ...notes,
          ...namelessNote(sheet, headerRow, layout.columns, columns),
        ],
  };
}

/** Whether a row has a country or a facility ID in the respective column, as no header has. */
function holdsSmelter(row: Row | undefined, columns: Columns): boolean {
  const textIn = (letters: string | undefined) =>
    (letters === undefined ? undefined : cellText(findCell(row, columnNumber(letters)))) ?? "";
  return (
    readCountry(textIn(columns.country)).code !== undefined ||
    [columns.id, columns.idInput].some((letters) => readSmelterId(textIn(letters)) !== undefined)
  );
}

/** The first row with a metal in this column. */
function firstMetal(sheet: Sheet, family: Family, column: number): number | undefined {
  return sheet.rows.find((row) => {
    const text = cellText(findCell(row, column));
    return text !== undefined && readMineral(text, family) !== undefined;
  })?.row;
}

/** The first row with a facility ID in this column. */
function firstId(sheet: Sheet, column: number): number | undefined {
  return sheet.rows.find((row) => {
    const text = cellText(findCell(row, column));
    return text !== undefined && readSmelterId(text) !== undefined;
  })?.row;
}

/**
 * The columns of a row pasted from an edition with other columns, by the position of its facility ID. Undefined if the
 * row has the sheet's columns, and always on a sheet whose columns moved, as the position then shows nothing.
 */
export function columnsOfRow(
  row: Row,
  { columns: usual, pasted }: SmelterLayout,
  ofSheet: Columns,
): Columns | undefined {
  if (pasted === undefined || ofSheet !== usual) return undefined;
  const idIn = (letters: string) => {
    const cell = findCell(row, columnNumber(letters));
    return cell && !cell.formula ? readSmelterId(cellText(cell) ?? "") !== undefined : false;
  };
  const typedOver = (letters: string) => {
    const column = columnNumber(letters);
    return !row.blankFormulas.includes(column) && !findCell(row, column)?.formula;
  };
  const { idIn: here, notIn, columns } = pasted;
  return idIn(here) && !idIn(notIn) && typedOver(notIn) ? columns : undefined;
}

/** The columns in which two layouts differ, as in the second; columns that only the first has are left out. */
export function differingColumns(from: Columns, to: Columns): Columns {
  return Object.fromEntries(
    (Object.entries(to) as [SmelterColumn, string][]).filter(([key, letters]) => from[key] !== letters),
  );
}
