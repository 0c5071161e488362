// Finds formula cells of a sheet whose cached value is outdated after other cells were changed.
import { columnLetters, columnNumber } from "../model/cells.ts";
import { CELL, FORMULA } from "./cell-element.ts";

const ADDRESS = /\br="([A-Z]+\d+)"/;
/** References, with the sheet they refer to: 'Smelter List'!A5, L!$C$1, D26:D29. */
const REFERENCE =
  /(?:('[^']+'|(?<![\w.])[A-Za-z_][\w.]*)!)?\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?(?![\w(])/g;

/**
 * Addresses of the formula cells in the sheet's XML that depend, directly or through other formulas, on a changed cell
 * of the same sheet, or on any cell of the sheets in `changedSheets`. A shared formula, given by another cell, counts
 * as dependent.
 */
export function staleFormulas(
  xml: string,
  changed: ReadonlySet<string>,
  changedSheets: readonly string[] = [],
): string[] {
  const formulas = new Map<string, { refers: Set<string>; stale: boolean }>();
  for (const [, attributes = "", inner] of xml.matchAll(CELL)) {
    const match = inner === undefined ? null : FORMULA.exec(inner);
    const address = match && ADDRESS.exec(attributes)?.[1];
    if (!match || !address) continue;
    const refers = new Set<string>();
    let stale = (match[2] ?? "") === "";
    for (const [, sheet, column, row, lastColumn, lastRow] of plainText(match[2] ?? "").matchAll(REFERENCE)) {
      if (sheet !== undefined) {
        const name = sheet.replace(/^'|'$/g, "");
        stale ||= changedSheets.includes(name);
        continue;
      }
      const cells = cellsOf(column as string, Number(row), lastColumn, lastRow);
      stale ||= cells === undefined;
      for (const each of cells ?? []) refers.add(each);
    }
    formulas.set(address, { refers, stale });
  }
  const stale = new Set(changed);
  for (let grown = true; grown; ) {
    grown = false;
    for (const [address, formula] of formulas) {
      if (stale.has(address)) continue;
      if (!formula.stale && ![...formula.refers].some((each) => stale.has(each))) continue;
      stale.add(address);
      grown = true;
    }
  }
  return [...formulas.keys()].filter((address) => stale.has(address));
}

/** A larger range is assumed to contain a changed cell, as listing its cells would fill the memory. */
const MOST_CELLS = 100_000;

/** The cells of a reference; undefined if there are too many. */
function cellsOf(
  column: string,
  row: number,
  lastColumn: string | undefined,
  lastRow: string | undefined,
): string[] | undefined {
  if (lastColumn === undefined || lastRow === undefined) return [`${column}${row}`];
  const [first, last] = [columnNumber(column), columnNumber(lastColumn)];
  if ((last - first + 1) * (Number(lastRow) - row + 1) > MOST_CELLS) return undefined;
  const cells: string[] = [];
  for (let c = first; c <= last; c++) {
    for (let r = row; r <= Number(lastRow); r++) cells.push(`${columnLetters(c)}${r}`);
  }
  return cells;
}

function plainText(text: string): string {
  return text
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&");
}
