import { columnLetters } from "../model/cells.ts";
import type { Limits } from "../model/limits.ts";
import type { Cell } from "../model/workbook.ts";
import { fail, tooLarge } from "./unreadable.ts";

/** Throws UnreadableError for a cell whose text is longer than a spreadsheet could have written it. */
export function refuseLongText({ row, column, value }: Cell, sheet: string, limits: Limits): void {
  if (value.type === "boolean" || value.text.length <= limits.cellCharacters) return;
  const { length } = value.text;
  fail(
    tooLarge(
      `The cell ${columnLetters(column)}${row} of the sheet "${sheet}" holds a text of ${length} characters; the limit is ${limits.cellCharacters}.`,
      "Ask for the CMRT with a shorter text in this cell.",
    ),
  );
}
