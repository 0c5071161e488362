// Reads the smelter list: which rows are data, and their values.

import {
  isPlaceholder,
  isPrompt,
  readSentinel,
  SHOWN_AS_UNKNOWN,
  saysNotIdentified,
  saysNotListed,
} from "../domain/sentinels.ts";
import { readSmelterId } from "../domain/smelter-id.ts";
import { readAnswer } from "../forms/answers.ts";
import { readCountry, readListedCountry } from "../forms/countries.ts";
import type { DetectedTemplate } from "../forms/detect.ts";
import type { Choice } from "../forms/form.ts";
import { readMineralOf } from "../forms/minerals.ts";
import { cellText, cleanText } from "../model/cells.ts";
import type { Note, SmelterRow } from "../model/response.ts";
import type { SmelterColumn } from "../model/vocabulary.ts";
import type { Row, Workbook } from "../model/workbook.ts";
import { listRows } from "./list-rows.ts";
import { type LookUp, lookUpOf } from "./look-up.ts";
import { errorIn, MissingResults } from "./missing-results.ts";
import { addMissing, recoveredNote } from "./missing-smelter-cells.ts";
import { resolveRow } from "./resolve-row.ts";
import { type Columns, columnsOfRow, differingColumns, findColumns, meaningsOf } from "./smelter-columns.ts";

export interface SmelterList {
  smelters: SmelterRow[];
  columns: Columns;
  notes: Note[];
}

/** Reads the smelter sheet of a recognised workbook; its look-up sheet is read only if a row needs it. */
export function readSmelters(workbook: Workbook, template: DetectedTemplate): SmelterList {
  const sheet = workbook.sheet(template.smelterSheet);
  if (!sheet) return { smelters: [], columns: template.layout.smelters.columns, notes: [] };
  const { smelters: layout } = template.layout;
  const { columns, place, notes } = findColumns(workbook, sheet, template);
  const list = listRows(sheet, place);
  notes.push(...list.notes);
  const lookUp = lookUpOf(workbook, template);
  const missing = new MissingResults(sheet);

  const smelters: SmelterRow[] = [];
  const pasted: number[] = [];
  for (const row of list.rows) {
    const rowColumns = columnsOfRow(row, layout, columns);
    const smelter = readRow(row, rowColumns ?? columns, template, lookUp);
    addMissing(row, smelter, { columns: rowColumns ?? columns, formulas: layout.formulas }, missing);
    if (!smelter) continue;
    if (rowColumns) {
      smelter.columns = differingColumns(columns, rowColumns);
      pasted.push(row.row);
    }
    smelters.push(smelter);
  }
  for (const range of ranges(pasted)) {
    notes.push({
      at: `${sheet.name}!A${range.from}`,
      kind: "shifted",
      note: `${range.from === range.to ? `Row ${range.from} has` : `Rows ${range.from} to ${range.to} have`} the columns of another template version of the template and ${range.from === range.to ? "was" : "were"} read by them.`,
    });
  }
  notes.push(...recoveredNote(sheet, smelters, columns));
  notes.push(...missing.notes());
  return { smelters, columns, notes };
}

/** Runs of consecutive numbers. */
function ranges(numbers: readonly number[]): { from: number; to: number }[] {
  const result: { from: number; to: number }[] = [];
  for (const number of numbers) {
    const last = result.at(-1);
    if (last && number === last.to + 1) last.to = number;
    else result.push({ from: number, to: number });
  }
  return result;
}

/** A cell of a row as read: its text as typed, trimmed, and whether it comes from a formula. */
export interface ReadCell {
  raw: string;
  text: string;
  formula: boolean;
}
export type RowCells = Partial<Record<SmelterColumn, ReadCell>>;

/** Columns that show 0 if the look-up list has an empty cell, even after their formulas were pasted as values. */
const ZERO_IS_BLANK: ReadonlySet<SmelterColumn> = new Set(["id", "idSource", "street", "city", "state"]);

/** The non-empty cells of a row, without errors and without the zeros that formulas show for empty cells. */
function readCells(row: Row, columns: Columns): RowCells {
  const cells: RowCells = {};
  const meant = meaningsOf(columns);
  for (const cell of row.cells) {
    const keys = meant.get(cell.column);
    const raw = keys && cellText(cell);
    if (keys === undefined || raw === undefined) continue;
    const text = cleanText(raw);
    if (text === "" || errorIn(cell) !== undefined) continue;
    const zero = cell.value.type === "number" && cell.value.number === 0;
    for (const key of keys) {
      if (zero && (cell.formula || ZERO_IS_BLANK.has(key))) continue;
      cells[key] = { raw, text, formula: cell.formula };
    }
  }
  // Sequence numbers beside the list are not IDs.
  for (const key of ["idInput", "id"] as const) {
    if (columns[key] === "A" && /^\d{1,4}$/.test(cells[key]?.text ?? "")) delete cells[key];
  }
  return cells;
}

const RECYCLED_CHOICES: readonly Choice[] = [
  { text: "Yes", code: "yes" },
  { text: "No", code: "no" },
  { text: "Unknown", code: "unknown" },
];

/** Columns whose text is taken unchanged. */
const PLAIN: readonly SmelterColumn[] = [
  "street",
  "city",
  "state",
  "location",
  "tierLevel",
  "contactName",
  "contactEmail",
  "onCompliantList",
  "nextSteps",
  "mineNames",
  "mineCountries",
  "productCategory",
  "productDetails",
  "comments",
  "stateCode",
];

/** The values of a row; undefined if it does not contain a smelter. */
function readRow(
  row: Row,
  columns: Columns,
  template: DetectedTemplate,
  lookUp: LookUp,
): SmelterRow | undefined {
  const cells = readCells(row, columns);
  const saysMore = cells.metal || cells.lookupName || cells.name || cells.idInput;
  if (!saysMore && (cells.id === undefined || isPlaceholder(cells.id.text))) return undefined;

  const smelter: SmelterRow = { row: row.row };
  const raw: NonNullable<SmelterRow["raw"]> = {};
  const into = { smelter, cells, raw };

  const metal = cells.metal && readMineralOf(cells.metal.text, template);
  // No raw text is kept for the template's own spelling of a metal or answer.
  set(into, "metal", metal, capitalised(metal));
  set(into, "lookupName", cells.lookupName && (readSentinel(cells.lookupName.text) ?? cells.lookupName.text));
  set(into, "idInput", cells.idInput && (readSmelterId(cells.idInput.text)?.id ?? cells.idInput.text));
  set(into, "id", cells.id && readSmelterId(cells.id.text)?.id);
  set(
    into,
    "country",
    cells.country && (readListedCountry(cells.country.text) ?? readCountry(cells.country.text).code),
  );
  set(into, "countryCode", cells.countryCode && unlessUnknown(cells.countryCode));
  set(into, "standardName", cells.standardName && unlessUnknown(cells.standardName));
  set(into, "idSource", cells.idSource && (isPrompt(cells.idSource.text) ? undefined : cells.idSource.text));
  const recycled =
    cells.recycled &&
    (readAnswer(cells.recycled.text, RECYCLED_CHOICES, template.family) ?? cells.recycled.text);
  set(into, "recycled", recycled, capitalised(recycled));
  for (const key of PLAIN) set(into, key, cells[key]?.text);

  resolveRow(smelter, { row, cells, columns, template, lookUp });

  if (
    smelter.idInput !== undefined &&
    (smelter.id === undefined || isOfFirstName(smelter, template, lookUp))
  ) {
    const typed = readSmelterId(smelter.idInput);
    if (typed !== undefined) {
      if (smelter.id !== undefined && smelter.id !== typed.id) raw.id ??= smelter.id;
      smelter.id = typed.id;
    }
  }
  const name = facilityName(smelter, cells);
  if (name !== undefined) smelter.name = name;
  if (cells.name && cells.name.raw !== name) raw.name = cells.name.raw;
  if (Object.keys(raw).length > 0) smelter.raw = raw;
  return smelter;
}

/** Whether the ID of a row is that of another facility with the same standard name as the one whose ID was typed. */
function isOfFirstName(
  { metal, id, idInput = "" }: SmelterRow,
  { edition }: DetectedTemplate,
  lookUp: LookUp,
): boolean {
  if (!edition.quirks.idByFirstName) return false;
  const typed = readSmelterId(idInput)?.id;
  if (typed === undefined || typed === id || metal === undefined) return false;
  const meant = lookUp.findById(typed);
  return meant !== undefined && lookUp.findByStandardName(metal, meant.standardName)?.id === id;
}

/**
 * Sets a value from a cell, and its raw text if that differs; `same` is another spelling that counts as equal. Does
 * nothing if the row has no such cell.
 */
function set<Key extends SmelterColumn>(
  { smelter, cells, raw }: { smelter: SmelterRow; cells: RowCells; raw: NonNullable<SmelterRow["raw"]> },
  key: Key,
  value: SmelterRow[Key & keyof SmelterRow],
  same?: string,
): void {
  const cell = cells[key];
  if (cell === undefined) return;
  if (value !== undefined) Object.assign(smelter, { [key]: value });
  if (cell.raw !== value && cell.raw !== same) raw[key] = cell.raw;
}

/** "yes" → "Yes". */
function capitalised(word: string | undefined): string | undefined {
  return word && word[0]?.toUpperCase() + word.slice(1);
}

/** The templates show "Unknown" for a smelter that is not identified, which is neither a name nor a country. */
function unlessUnknown(cell: ReadCell): string | undefined {
  return cell.text.toLowerCase() === SHOWN_AS_UNKNOWN.toLowerCase() ? undefined : cell.text;
}

/** The facility's name: the typed one of an unlisted smelter, else the standard name, else the look-up name. */
function facilityName(smelter: SmelterRow, cells: RowCells): string | undefined {
  const typed = cells.name?.text ?? (smelter.recovered?.includes("name") ? smelter.name : undefined);
  const { lookupName, standardName } = smelter;
  if (saysNotListed(smelter) || saysNotIdentified(smelter)) return typed ?? standardName;
  return standardName ?? typed ?? lookupName;
}
