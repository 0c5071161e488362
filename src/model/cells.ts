// Addresses of cells, and the texts that cells hold.
import type { Cell, Row, Sheet, Workbook } from "./workbook.ts";

/** "A" → 1, "AA" → 27. */
export function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}

/** 1 → "A", 27 → "AA". */
export function columnLetters(number: number): string {
  let letters = "";
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** "D26" → row 26, column 4. */
export function parseAddress(address: string): { row: number; column: number } {
  const match = /^([A-Z]{1,3})(\d+)$/.exec(address);
  if (!match) throw new RangeError(`no cell address: ${address}`);
  return { row: Number(match[2]), column: columnNumber(match[1] as string) };
}

/** The row of a sheet with this number; undefined if it is empty. */
export function findRow(sheet: Sheet, row: number): Row | undefined {
  let low = 0;
  let high = sheet.rows.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = sheet.rows[middle] as Row;
    if (found.row === row) return found;
    if (found.row < row) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}

/** The cell of a row in this column; undefined if it has no value. */
export function findCell(row: Row | undefined, column: number): Cell | undefined {
  if (row === undefined) return undefined;
  for (const cell of row.cells) if (cell.column === column) return cell;
  return undefined;
}

/** The cell of a sheet at an address such as "D26". */
function cellAt(sheet: Sheet, address: string): Cell | undefined {
  const { row, column } = parseAddress(address);
  return findCell(findRow(sheet, row), column);
}

/**
 * The content of a cell as text: numbers in their shortest form, booleans as TRUE and FALSE. Undefined for no cell, for
 * an error and for a blank text.
 */
export function cellText(cell: Cell | undefined): string | undefined {
  switch (cell?.value.type) {
    case "text":
      return /[^\s\u200b]/.test(cell.value.text) ? cell.value.text : undefined;
    case "number":
      return String(cell.value.number);
    case "boolean":
      return cell.value.boolean ? "TRUE" : "FALSE";
    default:
      return undefined;
  }
}

/** The text of a sheet's cell at this address; see `cellText`. */
export function textAt(sheet: Sheet | undefined, address: string): string | undefined {
  return sheet && cellText(cellAt(sheet, address));
}

/**
 * A text without what nobody types on purpose: leading and trailing blanks, control and zero-width characters, and the
 * carriage returns of line ends.
 */
export function cleanText(text: string): string {
  return (
    text
      .replace(/\r\n?/g, "\n")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed here
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f\u200b\u2060\ufeff]/g, "")
      .trim()
  );
}

/** Whether a workbook has a worksheet of this name, ignoring case. */
export function hasSheet(workbook: Workbook, name: string): boolean {
  return workbook.sheets.some((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
}
