// Recognises the sheet of requests from an earlier round in a returned workbook.
import { textAt } from "../../model/cells.ts";
import type { Workbook } from "../../model/workbook.ts";
import type { EarlierRound } from "../../package/earlier-round.ts";
import { REQUEST_COLUMNS, REQUEST_SHEET_MARK } from "../../package/request-sheet.ts";
import { readableSheet } from "./readable-sheet.ts";

/** The sheet of requests in a workbook, whatever its position and name; undefined if there is none. */
export function findEarlierRound(workbook: Workbook): EarlierRound | undefined {
  for (const { name, state } of workbook.sheets) {
    if (state !== "visible") continue;
    const sheet = readableSheet(workbook, name);
    if (sheet === undefined || textAt(sheet, "A1") !== REQUEST_SHEET_MARK) continue;
    const { markedSheet, markedCell, fill } = REQUEST_COLUMNS;
    const marks = sheet.rows.flatMap(({ row }) => {
      const [of, cell, before] = [markedSheet, markedCell, fill].map((column) => textAt(sheet, column + row));
      return of && cell && before ? [{ sheet: of, cell, fill: before }] : [];
    });
    return { sheet: name, marks };
  }
  return undefined;
}
