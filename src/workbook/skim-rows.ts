import type { Cell, Row } from "../model/workbook.ts";
import { CellLimits } from "./cell-limits.ts";
import { isOnSheet, parseReference } from "./cell-reference.ts";
import type { SheetContext } from "./cell-value.ts";
import { readCell } from "./read-cell.ts";
import { scanRows } from "./scan-rows.ts";
import { type SkimmedCell, skimCell } from "./skim-cell.ts";
import { hasMarkup, type XmlScanner } from "./xml-scanner.ts";

const SPACE = 32;
const LESS = 60;
const GREATER = 62;
const C = 99;
/** A stored value that is not empty, or a text in the cell. */
const VALUE = /<v[\s>][^<]|<is[\s>]/g;
/** Characters that it finds. */
const TAG_LENGTH = 4;

/**
 * A shortcut for sheets as nearly all programs write them: without namespace prefix, comments and CDATA, every cell
 * with its reference, all in order. Of the 60,000 cells of a CMRT's smelter list 5,000 hold something; they are found
 * by their values and only they are read. Formulas without result are looked for in a row when somebody asks.
 *
 * Starts after the opening tag of the sheet's data; undefined where the sheet is written otherwise.
 */
export function skimRows(xml: XmlScanner, context: SheetContext): Row[] | undefined {
  const { bytes, latin1: text, position: start } = xml;
  const end = text.lastIndexOf("</sheetData");
  if (xml.prefixed || end < start || hasMarkup(text, start)) return undefined;
  const sheet: SkimmedSheet = { xml, context };
  const rows: Row[] = [];
  const limits = new CellLimits(context.sheet, context.limits);
  // The row being read: its number, where its tag starts, its cells so far and the column of the last one.
  let row = 0;
  let rowStart = 0;
  const cells: Cell[] = [];
  let column = 0;
  const finishRow = () => {
    if (cells.length > 0) rows.push(new SkimmedRow(row, cells.slice(), sheet, rowStart));
    cells.length = 0;
  };
  VALUE.lastIndex = start;
  while (VALUE.test(text) && VALUE.lastIndex < end) {
    const tag = VALUE.lastIndex - TAG_LENGTH;
    const before = xml.position;
    const cellStart = startOfCell(bytes, tag, before);
    if (cellStart < 0) return undefined;
    const cell = skimCell(xml, cellStart, tag, context) ?? readPlacedCell(xml, cellStart, context);
    if (cell === undefined || !isOnSheet(cell.row, cell.column)) return undefined;
    VALUE.lastIndex = xml.position;
    if (cell.row > row) {
      finishRow();
      row = cell.row;
      const rowTag = text.slice(before, cellStart).lastIndexOf("<row");
      // A row without a tag of its own cannot be gone to later.
      if (rowTag < 0) return undefined;
      rowStart = before + rowTag;
    } else if (cell.row < row || cell.column <= column) return undefined;
    column = cell.column;
    if (cell.value === undefined) continue;
    limits.countCell();
    limits.countText(cell as Cell);
    cells.push(cell as Cell);
  }
  finishRow();
  return rows;
}

/** Where the cell starts whose content is at `at`; -1 where none does after `after`. A "<" is always that of a tag. */
function startOfCell(bytes: Buffer, at: number, after: number): number {
  for (let start = at; start >= after; start--) {
    if (bytes[start] !== LESS || bytes[start + 1] !== C) continue;
    const next = bytes[start + 2] as number;
    if (next <= SPACE || next === GREATER) return start;
  }
  return -1;
}

/** Reads the cell that starts there the general way; undefined where it is empty or has no reference. */
function readPlacedCell(xml: XmlScanner, start: number, context: SheetContext): SkimmedCell | undefined {
  xml.position = start;
  xml.expect();
  if (xml.empty || !xml.find("r")) return undefined;
  const { row, column } = parseReference(xml.bytes, xml.valueStart);
  const { value, formula } = readCell(xml, context);
  return { row, column, value, formula };
}

/** A row whose blank formulas are looked for when asked for. */
class SkimmedRow implements Row {
  readonly row: number;
  readonly cells: Cell[];
  readonly #sheet: SkimmedSheet;
  /** Where its tag starts. */
  readonly #start: number;
  #blankFormulas: number[] | undefined;

  constructor(row: number, cells: Cell[], sheet: SkimmedSheet, start: number) {
    this.row = row;
    this.cells = cells;
    this.#sheet = sheet;
    this.#start = start;
  }

  get blankFormulas(): number[] {
    this.#blankFormulas ??= blankFormulas(this.#sheet, this.#start);
    return this.#blankFormulas;
  }
}

/** What finding the blank formulas of a row takes. */
interface SkimmedSheet {
  xml: XmlScanner;
  context: SheetContext;
}

/** The columns of the formulas without result in the row whose tag starts there. */
function blankFormulas({ xml, context }: SkimmedSheet, start: number): number[] {
  xml.position = start;
  return scanRows(xml, "row", context).rows.flatMap((row) => row.blankFormulas);
}
