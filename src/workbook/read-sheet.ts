import type { Limits } from "../model/limits.ts";
import type { CellValue, Row } from "../model/workbook.ts";
import { richText, unescapeCharacters } from "./rich-text.ts";
import { serialDate } from "./serial-date.ts";
import type { SharedStrings } from "./shared-strings.ts";
import { SheetRows } from "./sheet-rows.ts";
import { skimCell } from "./skim-cell.ts";
import { damaged, fail } from "./unreadable.ts";
import { XmlScanner } from "./xml-scanner.ts";

/** What a sheet's cells refer to outside the sheet. */
export interface SheetContext {
  strings: SharedStrings;
  date1904: boolean;
  limits: Limits;
  /** Takes what had to be decided, in words for a person. */
  note(text: string): void;
}

/** The rows of a worksheet part; see Sheet in the model for what is kept. */
export function readSheet(
  bytes: Buffer,
  part: string,
  context: SheetContext,
): { rows: Row[]; uncalculated: boolean } {
  const xml = new XmlScanner(bytes, part);
  const rows = new SheetRows(context.limits.sheetCells);
  let uncalculated = false;
  if (!xml.seek("sheetData")) fail(damaged(`The part ${part} is no worksheet or is cut off.`));
  if (xml.empty) return { rows: [], uncalculated };

  // Positions follow from the cell before where a writer left the references out; a cell's own reference wins.
  let row = 0;
  let column = 0;
  const place = (start: number) => {
    const reference = parseReference(xml.bytes, start);
    row = reference.row || row;
    column = reference.column || column + 1;
  };
  /** Where the reference of the empty cell just before starts, if it was stepped over. */
  let empty = -1;
  for (;;) {
    const skimmed = skimCell(xml);
    if (skimmed !== undefined) {
      empty = skimmed === "empty" ? xml.valueStart : -1;
      if (skimmed === "empty") continue;
      place(xml.valueStart);
      rows.addBlankFormula(row, column);
      continue;
    }
    xml.expect();
    if (xml.closes) {
      if (xml.name === "sheetData") break;
    } else if (xml.name === "c") {
      if (xml.find("r")) place(xml.valueStart);
      else {
        if (empty >= 0) place(empty);
        column++;
      }
      empty = -1;
      if (xml.empty) continue;
      const cell = readCell(xml, context);
      if (cell.value !== undefined) rows.add({ row, column, value: cell.value, formula: cell.formula });
      else if (cell.formula) {
        rows.addBlankFormula(row, column);
        if (!cell.calculated) uncalculated = true;
      }
    } else if (xml.name === "row") {
      if (empty >= 0) place(empty);
      empty = -1;
      row = Number(xml.attribute("r")) || row + 1;
      column = 0;
    } else xml.skip();
  }
  return { rows: rows.finish(), uncalculated };
}

/** Reads the content of the `c` element just opened, to its closing tag. */
function readCell(
  xml: XmlScanner,
  context: SheetContext,
): { value: CellValue | undefined; formula: boolean; calculated: boolean } {
  const type = cellType(xml);
  let formula = false;
  let stored = "";
  let inline: string | undefined;
  for (;;) {
    xml.expect();
    if (xml.closes) {
      if (xml.name === "c") break;
    } else if (xml.name === "v") stored = xml.text();
    else if (xml.name === "f") {
      formula = true;
      xml.skip();
    } else if (xml.name === "is") inline = richText(xml);
    else xml.skip();
  }
  const value = inline === undefined ? cellValue(type, stored, context) : text(inline);
  return { value, formula, calculated: stored !== "" || type === "str" };
}

const TYPES = ["n", "s", "str", "b", "e", "inlineStr", "d"] as const;
type CellType = (typeof TYPES)[number];

/** The type of the cell just opened, without making a string of it: a sheet has tens of thousands. */
function cellType(xml: XmlScanner): CellType {
  if (!xml.find("t")) return "n";
  const length = xml.valueEnd - xml.valueStart;
  const first = xml.bytes[xml.valueStart];
  return TYPES.find((type) => type.length === length && type.charCodeAt(0) === first) ?? "n";
}

/** The value of a cell of this type with this stored text; undefined where that is no value. */
function cellValue(type: CellType, stored: string, context: SheetContext): CellValue | undefined {
  if (type === "str" || type === "inlineStr") return text(unescapeCharacters(stored));
  const trimmed = stored.trim();
  if (trimmed === "") return undefined;
  switch (type) {
    case "s": {
      const shared = context.strings.text(Number(trimmed));
      if (shared === undefined)
        context.note(`A cell refers to shared string ${trimmed}, which does not exist.`);
      return text(shared ?? "");
    }
    case "b":
      return { type: "boolean", boolean: trimmed === "1" || trimmed === "true" };
    case "e":
      return { type: "error", text: trimmed };
    case "d": {
      const serial = serialDate(trimmed, context.date1904);
      return serial === undefined ? text(trimmed) : { type: "number", number: serial, text: trimmed };
    }
    default: {
      const number = Number(trimmed);
      return Number.isFinite(number) ? { type: "number", number, text: trimmed } : text(trimmed);
    }
  }
}

function text(value: string): CellValue | undefined {
  return value === "" ? undefined : { type: "text", text: value };
}

const UPPER_A = 65;
const LOWER_A = 97;
const LETTERS = 26;
const ZERO = 48;

/** Column and row of a reference such as "AB12" that starts in the bytes there; 0 for what it does not name. */
function parseReference(bytes: Buffer, start: number): { row: number; column: number } {
  let row = 0;
  let column = 0;
  for (let at = start; ; at++) {
    const code = bytes[at] as number;
    if (code >= UPPER_A && code < UPPER_A + LETTERS) column = column * LETTERS + code - UPPER_A + 1;
    else if (code >= LOWER_A && code < LOWER_A + LETTERS) column = column * LETTERS + code - LOWER_A + 1;
    else if (code >= ZERO && code < ZERO + 10) row = row * 10 + code - ZERO;
    else return { row, column };
  }
}
