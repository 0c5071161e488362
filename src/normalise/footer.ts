// The end of a list sheet: the copyright line, and in 2.00–2.02 the hidden tables below it.
import { cellText } from "../model/cells.ts";
import type { Cell, Row } from "../model/workbook.ts";

const COPYRIGHT =
  /^\s*©|^\s*20\d\d\s+(?:Electronic Industry|Conflict-Free Sourcing|Responsible (?:Minerals|Business))/i;
/** 2.00–2.02 put a long run of this letter between list and tables, to keep a column wide. */
const FILLER = /^A{50,}$/;

/** Whether a row ends the list. Deleted rows move it up, so it is told by its texts. */
export function isFooter(row: Row): boolean {
  for (let index = 0; index < row.cells.length; index++) {
    const cell = row.cells[index] as Cell;
    const text = cellText(cell);
    if (text === undefined) continue;
    if (cell.column <= 2 && COPYRIGHT.test(text)) return true;
    if (FILLER.test(text)) return true;
    // The head of the translation table: one language beside the other.
    if (text === "English" && cellText(row.cells[index + 1]) === "Chinese") return true;
  }
  return false;
}
