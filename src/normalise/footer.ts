// What is below a list or a declaration: the copyright line, and in 2.00–2.02 hidden tables.
import { cellText } from "../model/cells.ts";
import type { Row } from "../model/workbook.ts";

const COPYRIGHT =
  /^\s*©|^\s*20\d\d\s+(?:Electronic Industry|Conflict-Free Sourcing|Responsible (?:Minerals|Business))/i;
/** 2.00–2.02 have a long run of this letter between list and tables, to keep a column wide. */
const FILLER = /^A{50,}$/;

/** Whether a row is the copyright line below a list. It may have moved, so it is recognised by its text. */
export function isFooter(row: Row): boolean {
  return row.cells.slice(0, 3).some((cell) => COPYRIGHT.test(cellText(cell) ?? ""));
}

/** Whether the hidden tables below a list or a declaration start with this row. */
export function endsForm(row: Row): boolean {
  return row.cells.some((cell) => {
    const text = cellText(cell);
    if (text === undefined) return false;
    // The header of the translation table, which has one language beside the other.
    return (
      FILLER.test(text) || (text === "English" && row.cells.some((other) => cellText(other) === "Chinese"))
    );
  });
}
