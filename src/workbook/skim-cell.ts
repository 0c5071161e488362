import type { CellValue } from "../model/workbook.ts";
import { parseReference } from "./cell-reference.ts";
import { type CellType, cellType, cellValue, type SheetContext } from "./cell-value.ts";
import type { XmlScanner } from "./xml-scanner.ts";

const SPACE = 32;
const QUOTE = 34;
const SLASH = 47;
const LESS = 60;
const EQUALS = 61;
const GREATER = 62;
const F = 102;
const R = 114;
const T = 116;
const V = 118;

/** What comes between the tag of a stored value and the end of its cell, and how long it is. */
const VALUE_TAG = "<v>";
const CELL_END = "</v></c>";

/** A cell with its place; without a value where it refers to the empty text. */
export interface SkimmedCell {
  row: number;
  column: number;
  value: CellValue | undefined;
  formula: boolean;
}

/**
 * Reads the cell that starts at `start` and whose stored value's tag is at `valueTag`, where it is written as nearly
 * all are: `<c r="A5" s="3" t="s"><v>12</v></c>`, the formula before the value where there is one. Goes behind it;
 * undefined, and nothing moves, where it is written otherwise.
 */
export function skimCell(
  xml: XmlScanner,
  start: number,
  valueTag: number,
  context: SheetContext,
): SkimmedCell | undefined {
  const { bytes, latin1: text } = xml;
  let reference = -1;
  let type: CellType = "n";
  let at = start + 2;
  // Names of attributes are single letters: r, s, t.
  while (bytes[at] === SPACE && bytes[at + 2] === EQUALS && bytes[at + 3] === QUOTE) {
    const name = bytes[at + 1];
    const value = at + 4;
    at = value;
    while (bytes[at] !== QUOTE) if (++at >= valueTag) return undefined;
    if (name === R) reference = value;
    else if (name === T) type = cellType(bytes, value, at);
    at++;
  }
  if (bytes[at] !== GREATER || reference < 0) return undefined;
  const formula = bytes[at + 1] === LESS && bytes[at + 2] === F;
  if (formula ? !isAfterFormula(bytes, valueTag) : at + 1 !== valueTag) return undefined;
  if (bytes[valueTag + 1] !== V || bytes[valueTag + 2] !== GREATER) return undefined;
  let end = valueTag + VALUE_TAG.length;
  while (bytes[end] !== LESS) if (++end >= bytes.length) return undefined;
  if (!text.startsWith(CELL_END, end)) return undefined;
  const value = cellValue(type, xml.decode(valueTag + VALUE_TAG.length, end), context);
  xml.position = end + CELL_END.length;
  const { row, column } = parseReference(bytes, reference);
  return { row, column, value, formula };
}

/** After `</f>`, or after the `/>` of a formula shared from another cell. */
function isAfterFormula(bytes: Buffer, at: number): boolean {
  if (bytes[at - 1] !== GREATER) return false;
  return (
    bytes[at - 2] === SLASH || (bytes[at - 2] === F && bytes[at - 3] === SLASH && bytes[at - 4] === LESS)
  );
}
