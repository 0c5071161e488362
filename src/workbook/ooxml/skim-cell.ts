import type { CellValue } from "../../model/workbook.ts";
import { parseReference } from "./cell-reference.ts";
import { type CellType, cellType, cellValue, type SheetContext, sharedText } from "./cell-value.ts";
import { startsWith, type XmlScanner } from "./xml-scanner.ts";

const SPACE = 32;
const QUOTE = 34;
const SLASH = 47;
const LESS = 60;
const ZERO = 48;
const MOST_DIGITS = 9;
const EQUALS = 61;
const GREATER = 62;
const C = 99;
const F = 102;
const R = 114;
const S = 115;
const T = 116;

const FORMULA_END = "</f>";
const VALUE = "<v>";
const VALUE_END = "</v></c>";
const CELL_END = "</c>";

/** What starts at an offset; "other": a cell that needs the general reader. */
export type Skimmed = "value" | "blankFormula" | "empty" | "other" | "none";

/** A value with the offsets of its bytes. */
interface MadeValue {
  start: number;
  end: number;
  value: CellValue | undefined;
}

/**
 * Skips over cells in the form in which nearly all are written: `<c r="A5" s="3" t="s"><v>12</v></c>`, with an optional
 * formula before the value. A single object per sheet, so that cells need no additional memory.
 */
export class CellSkimmer {
  /** Whether the last cell has a formula, and where the cell ends. */
  formula = false;
  end = 0;

  readonly #xml: XmlScanner;
  readonly #context: SheetContext;
  #type: CellType = "n";
  #reference = 0;
  #valueStart = 0;
  #valueEnd = 0;
  /** The last value created of each type. */
  readonly #made: Partial<Record<CellType, MadeValue>> = {};

  constructor(xml: XmlScanner, context: SheetContext) {
    this.#xml = xml;
    this.#context = context;
  }

  /** Skips the cell that starts at `start`; `found`: where its value's closing tag is, if known. */
  skim(start: number, found?: number): Skimmed {
    const { bytes } = this.#xml;
    if (bytes[start] !== LESS || bytes[start + 1] !== C) return "none";
    this.#reference = -1;
    this.#type = "n";
    let at = start + 2;
    // Attribute names are single letters: r, s, t.
    while (bytes[at] === SPACE && bytes[at + 2] === EQUALS && bytes[at + 3] === QUOTE) {
      const name = bytes[at + 1];
      const value = at + 4;
      for (at = value; bytes[at] !== QUOTE; at++) if (at >= bytes.length) return "other";
      if (name === R) this.#reference = value;
      else if (name === T) this.#type = cellType(bytes, value, at);
      else if (name !== S) return "other";
      at++;
    }
    if (this.#reference < 0) return "other";
    if (bytes[at] === SLASH && bytes[at + 1] === GREATER) return this.#endsAt(at + 2, "empty");
    return bytes[at] === GREATER ? this.#skimContent(at + 1, found) : "other";
  }

  /** Whether a formula without a value was calculated, with an empty text as the result. */
  get calculated(): boolean {
    return this.#type === "str";
  }

  /** The row and column of the last cell; 0 for a part missing from its reference. */
  place(): { row: number; column: number } {
    return parseReference(this.#xml.bytes, this.#reference);
  }

  /** The value of the last cell; undefined if it refers to an empty text. */
  value(): CellValue | undefined {
    const made = this.#made[this.#type];
    if (made !== undefined && this.#isStored(made)) return made.value;
    const value = this.#make();
    this.#made[this.#type] = { start: this.#valueStart, end: this.#valueEnd, value };
    return value;
  }

  /** Whether this cell's value is written like that one, as thousands in a column are. */
  #isStored({ start, end }: MadeValue): boolean {
    const { bytes } = this.#xml;
    const length = end - start;
    if (this.#valueEnd - this.#valueStart !== length) return false;
    for (let i = 0; i < length; i++) if (bytes[start + i] !== bytes[this.#valueStart + i]) return false;
    return true;
  }

  #make(): CellValue | undefined {
    const index = this.#type === "s" ? wholeNumber(this.#xml.bytes, this.#valueStart, this.#valueEnd) : -1;
    if (index >= 0) return sharedText(index, this.#context);
    return cellValue(this.#type, this.#xml.decode(this.#valueStart, this.#valueEnd), this.#context);
  }

  #skimContent(start: number, found: number | undefined): Skimmed {
    const { bytes } = this.#xml;
    let at = start;
    this.formula = bytes[at] === LESS && bytes[at + 1] === F;
    if (this.formula) {
      at = found === undefined ? afterFormula(bytes, at) : startOfValue(bytes, found);
      if (at < 0) return "other";
      if (startsWith(bytes, CELL_END, at)) return this.#endsAt(at + CELL_END.length, "blankFormula");
    }
    if (!startsWith(bytes, VALUE, at)) return "other";
    this.#valueStart = at + VALUE.length;
    for (at = this.#valueStart; bytes[at] !== LESS; at++) if (at >= bytes.length) return "other";
    this.#valueEnd = at;
    if (!startsWith(bytes, VALUE_END, at)) return "other";
    const isEmpty = this.#valueStart === at;
    return this.#endsAt(at + VALUE_END.length, isEmpty ? (this.formula ? "blankFormula" : "empty") : "value");
  }

  #endsAt(end: number, skimmed: Skimmed): Skimmed {
    this.end = end;
    return skimmed;
  }
}

/** The whole number written by these digits; -1 if it is not one, or too large to be exact. */
function wholeNumber(bytes: Buffer, start: number, end: number): number {
  if (end - start > MOST_DIGITS) return -1;
  let number = 0;
  for (let at = start; at < end; at++) {
    const digit = (bytes[at] as number) - ZERO;
    if (digit < 0 || digit > 9) return -1;
    number = number * 10 + digit;
  }
  return number;
}

/**
 * Where the formula that starts here ends: after `</f>`, or after the `/>` of one shared from another cell; otherwise
 * -1.
 */
function afterFormula(bytes: Buffer, start: number): number {
  let at = start + 2;
  while (bytes[at] !== GREATER) if (++at >= bytes.length) return -1;
  if (bytes[at - 1] === SLASH) return at + 1;
  while (bytes[at] !== LESS) if (++at >= bytes.length) return -1;
  return startsWith(bytes, FORMULA_END, at) ? at + FORMULA_END.length : -1;
}

/** Where the value starts whose closing tag is at `found`: right after its formula; otherwise -1. */
function startOfValue(bytes: Buffer, found: number): number {
  let at = found - "></v".length;
  while (bytes[at] !== LESS) at--;
  const end = at - 1;
  const closes =
    bytes[end] === GREATER &&
    (bytes[end - 1] === SLASH || startsWith(bytes, FORMULA_END, at - FORMULA_END.length));
  return closes ? at : -1;
}
