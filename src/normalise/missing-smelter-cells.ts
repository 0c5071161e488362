// Cells of the smelter list without a usable value: errors, and formulas that were never calculated.
import { isListedChoice } from "../domain/sentinels.ts";
import type { SmelterLayout } from "../forms/form.ts";
import { columnLetters, columnNumber, findRow } from "../model/cells.ts";
import type { Note, SmelterRow } from "../model/response.ts";
import type { SmelterColumn } from "../model/vocabulary.ts";
import type { Row, Sheet } from "../model/workbook.ts";
import { errorIn, listed, type MissingResults, NOT_FOUND, rangesOf } from "./missing-results.ts";
import { type Columns, meaningsOf, NAMING } from "./smelter-columns.ts";

/** Hidden columns for the template's formulas. */
const HELPERS: readonly SmelterColumn[] = ["standardName", "countryCode", "stateCode"];
/** Columns whose formula shows something for every listed smelter. */
const ALWAYS_SHOWN: readonly SmelterColumn[] = ["metal", "lookupName", "name", "country", "id"];

/**
 * Records the cells of a row without a usable value, except those recovered from the workbook's own list. In a row that
 * names no smelter only cells that could name one count: the template's formulas are blank or show a failed look-up in
 * every unused row.
 */
export function addMissing(
  row: Row,
  smelter: SmelterRow | undefined,
  { columns, formulas }: Pick<SmelterLayout, "columns" | "formulas">,
  missing: MissingResults,
): void {
  const meant = meaningsOf(columns);
  const recovered = smelter?.recovered ?? [];
  for (const cell of row.cells) {
    const keys = meant.get(cell.column);
    const error = keys && errorIn(cell);
    if (keys === undefined || error === undefined || keys.every((key) => recovered.includes(key))) continue;
    const isOwn = cell.formula && keys.every((key) => formulas.includes(key));
    if (isOwn && keys.every((key) => HELPERS.includes(key))) continue;
    if (smelter === undefined && !keys.some((key) => NAMING.includes(key))) continue;
    if (!isOwn || error !== NOT_FOUND) missing.addIfError(cell);
    else if (smelter !== undefined) missing.addNotFound(cell);
  }
  if (smelter === undefined) return;
  const isLookedUp = recovered.length > 0 || !isListedChoice(smelter);
  for (const column of row.uncalculated) {
    const keys = meant.get(column) ?? [];
    const counts = (key: SmelterColumn) =>
      !formulas.includes(key) || (!isLookedUp && ALWAYS_SHOWN.includes(key));
    if (keys.some(counts)) missing.addBlank(row, column);
  }
}

/** Notes about values taken from the workbook's own list for formulas that were never calculated, with their cells. */
export function recoveredNote(sheet: Sheet, smelters: readonly SmelterRow[], columns: Columns): Note[] {
  const cells = smelters.flatMap(({ row, recovered = [], columns: own }) =>
    recovered.flatMap((key) => {
      const letters = own?.[key] ?? columns[key];
      const column = letters === undefined ? 0 : columnNumber(letters);
      return findRow(sheet, row)?.uncalculated.includes(column) ? { row, column } : [];
    }),
  );
  const [first] = cells;
  if (first === undefined) return [];
  return [
    {
      at: `${sheet.name}!${columnLetters(first.column)}${first.row}`,
      kind: "notCalculated",
      note: `The formulas of the smelter list were never calculated; what they show was looked up in the workbook's own list: ${listed(rangesOf(cells))}.`,
    },
  ];
}
