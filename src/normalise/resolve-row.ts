// Determines what a row's formulas would show where the file does not say: formula cells without a cached value, and
// formula cells that were overwritten.

import type { LookUpRow } from "../domain/look-up-rows.ts";
import { SHOWN_AS_UNKNOWN, saysNotIdentified, saysNotListed } from "../domain/sentinels.ts";
import { readSmelterId } from "../domain/smelter-id.ts";
import { readCountry, readListedCountry } from "../forms/countries.ts";
import type { DetectedTemplate } from "../forms/detect.ts";
import { foldWords } from "../forms/fold.ts";
import { columnNumber, findCell } from "../model/cells.ts";
import type { SmelterRow } from "../model/response.ts";
import type { SmelterColumn } from "../model/vocabulary.ts";
import type { Row } from "../model/workbook.ts";
import { type LookUp, shownTexts } from "./look-up.ts";
import type { Columns } from "./smelter-columns.ts";
import type { RowCells } from "./smelters.ts";

export interface RowContext {
  row: Row;
  cells: RowCells;
  columns: Columns;
  template: DetectedTemplate;
  lookUp: LookUp;
}

/** Columns filled by a look-up that show whether it found something. */
const FILLED: readonly SmelterColumn[] = ["standardName", "id", "country", "name", "idSource", "city"];

/**
 * Fills in what the formulas of a row left blank from the workbook's own list (`recovered`), and determines whether the
 * row is on that list (`inOwnList`) and what the list says for overwritten formulas (`ownListSays`). The list is read
 * only if the cached values do not settle all of this.
 */
export function resolveRow(smelter: SmelterRow, context: RowContext): void {
  const { cells, columns, template, lookUp } = context;
  const formulas = template.layout.smelters.formulas.filter((key) => columns[key] !== undefined);
  const typedId = smelter.idInput === undefined ? undefined : readSmelterId(smelter.idInput)?.id;

  // The look-up name follows from an ID typed in the input column, and so does the metal if none was typed.
  if (typedId !== undefined && isBlankFormula("lookupName", context)) {
    const entry = lookUp.findById(typedId);
    if (entry) {
      if (isBlankFormula("metal", context)) recover(smelter, "metal", entry.metal);
      recover(smelter, "lookupName", entry.standardName);
    } else {
      if (lookUp.exists()) smelter.inOwnList = false;
      return;
    }
  }
  const sentinel = saysNotListed(smelter) || saysNotIdentified(smelter);
  if (smelter.lookupName === undefined) return;

  const outcome = formulas.filter((key) => FILLED.includes(key));
  const shown = outcome.some(
    (key) => cells[key]?.formula && foldWords(cells[key].text) !== foldWords(SHOWN_AS_UNKNOWN),
  );
  const blank = formulas.filter(
    (key) => key !== "metal" && key !== "lookupName" && isBlankFormula(key, context),
  );
  const typedOver = sentinel
    ? []
    : formulas.filter((key) => key !== "metal" && key !== "lookupName" && cells[key] && !cells[key].formula);
  if (shown && !sentinel) smelter.inOwnList = true;
  if (shown && typedOver.length === 0) return;

  const entry = lookUp.find({
    ...(smelter.metal === undefined ? {} : { metal: smelter.metal }),
    lookupName: smelter.lookupName,
    ...(cells.name === undefined ? {} : { name: cells.name.text }),
  });
  if (!entry) {
    if (!sentinel && !shown && lookUp.exists()) smelter.inOwnList = false;
    return;
  }
  smelter.inOwnList = true;
  if (!shown) for (const key of blank) recover(smelter, key, shownBy(key, entry, smelter, context));
  const disagreeing = typedOver.filter((key) => disagrees(key, smelter, cells, entry));
  if (disagreeing.length > 0) {
    const says = shownTexts(entry);
    smelter.ownListSays = Object.fromEntries(disagreeing.map((key) => [key, says[key] as string]));
  }
}

/** Whether the cell is a formula without a cached result, or with an error. */
function isBlankFormula(key: SmelterColumn, { row, columns, cells }: RowContext): boolean {
  const letters = columns[key];
  if (letters === undefined || cells[key] !== undefined) return false;
  const column = columnNumber(letters);
  return row.blankFormulas.includes(column) || findCell(row, column)?.formula === true;
}

function recover(smelter: SmelterRow, key: SmelterColumn, value: string | undefined): void {
  if (value === undefined) return;
  Object.assign(smelter, { [key]: value });
  smelter.recovered = [...(smelter.recovered ?? []), key];
}

/** What a column's formula shows for a list entry, normalised like the row's values. */
function shownBy(
  key: SmelterColumn,
  entry: LookUpRow,
  smelter: SmelterRow,
  { cells, template, lookUp }: RowContext,
): string | undefined {
  if (key === "country") return entry.country;
  if (key === "id" && template.edition.quirks.looksUpByName) {
    // The standard name of the row may have been overwritten.
    const name = cells.name?.text ?? entry.standardName;
    const named = smelter.metal && lookUp.findByStandardName(smelter.metal, name);
    return named && shownTexts(named).id;
  }
  return shownTexts(entry)[key];
}

/** Whether a value typed over a formula contradicts the list: other words, another country, another ID. */
function disagrees(key: SmelterColumn, smelter: SmelterRow, cells: RowCells, entry: LookUpRow): boolean {
  const listed = shownTexts(entry)[key];
  const typed = cells[key]?.text;
  if (listed === undefined || typed === undefined) return false;
  if (key === "country") {
    const code = readListedCountry(typed) ?? readCountry(typed).code;
    if (code !== undefined && entry.country !== undefined) return code !== entry.country;
  }
  if (key === "id" && smelter.id !== undefined)
    return smelter.id !== entry.id && smelter.id !== entry.legacyId;
  return foldWords(listed) !== foldWords(typed);
}
