import type { Cell, Row } from "../../model/workbook.ts";
import { CellLimits } from "./cell-limits.ts";
import { isOnSheet, parseReference } from "./cell-reference.ts";
import type { SheetContext } from "./cell-value.ts";
import { ValueFinder } from "./find-value.ts";
import { readCell } from "./read-cell.ts";
import { scanRows } from "./scan-rows.ts";
import { CellSkimmer } from "./skim-cell.ts";
import { hasMarkup, startsWith, type XmlScanner } from "./xml-scanner.ts";

const GREATER = 62;
const ROW_END = "</row";

/**
 * A fast path for sheets as nearly all programs write them: without namespace prefix, comments and CDATA, every cell
 * with its reference, all in order. Of the 60,000 cells of a smelter list 5,000 have a value: the first value after a
 * gap is found by searching, and the cells right after it are read in sequence. Formulas without a result are located
 * per row on demand.
 * Starts after the opening tag of the sheet's data. Undefined if the sheet is written otherwise.
 */
export function skimRows(xml: XmlScanner, context: SheetContext): Row[] | undefined {
  const { bytes, position: start } = xml;
  const end = bytes.lastIndexOf("</sheetData");
  if (xml.prefixed || end < start || hasMarkup(bytes, start)) return undefined;
  const finder = new ValueFinder(bytes, end);
  const gatherer = new RowGatherer({ xml, context, skimmer: new CellSkimmer(xml, context) }, finder, start);
  let at = start;
  for (let found = finder.next(at); found >= 0; found = finder.next(at)) {
    const cell = finder.startOfCell(found, at);
    if (cell < 0) return undefined;
    at = gatherer.readCells(cell, found);
    // The value found belongs to that cell, unless the sheet is irregular.
    if (at <= found) return undefined;
  }
  return finder.foundComment ? undefined : gatherer.finish();
}

/** A range of bytes of a sheet. */
interface Range {
  from: number;
  to: number;
}

/** What is needed to read the cells of a sheet. */
interface SkimmedSheet {
  xml: XmlScanner;
  context: SheetContext;
  skimmer: CellSkimmer;
}

/** Collects cells that come in order into rows. */
class RowGatherer {
  readonly #sheet: SkimmedSheet;
  readonly #finder: ValueFinder;
  readonly #rows: Row[] = [];
  readonly #limits: CellLimits;
  /** Where the last cell read ends. */
  #end: number;
  // The current row: its number, the bytes of its tag, its cells so far and the last one's column.
  #row = 0;
  #opening: Range = { from: 0, to: 0 };
  #cells: Cell[] = [];
  #column = 0;

  /** `finder` knows where rows end; `start`: where the first row starts. */
  constructor(sheet: SkimmedSheet, finder: ValueFinder, start: number) {
    this.#sheet = sheet;
    this.#finder = finder;
    this.#end = start;
    this.#limits = new CellLimits(sheet.context.sheet, sheet.context.limits);
  }

  /**
   * Reads the cell that starts at `start` and whose value ends at `found`, and continues up to the first cell with only
   * a formula. Returns where it stopped; -1 if the cells are out of order or lack a reference.
   */
  readCells(start: number, found: number): number {
    const { skimmer } = this.#sheet;
    for (let at = start; ; at = this.#end) {
      switch (skimmer.skim(at, at === start ? found : undefined)) {
        case "value": {
          const { row, column } = skimmer.place();
          if (!this.#add(at, row, column, skimmer.value(), skimmer.formula)) return -1;
          break;
        }
        case "empty":
          break;
        case "blankFormula":
          this.#end = skimmer.end;
          return this.#end;
        case "other":
          return at === start ? this.#readPlacedCell(at) : at;
        case "none":
          return at;
      }
      this.#end = skimmer.end;
    }
  }

  /** The rows with a value. */
  finish(): Row[] {
    if (this.#cells.length > 0) {
      this.#rows.push(new SkimmedRow(this.#row, this.#cells, this.#sheet, this.#opening));
    }
    return this.#rows;
  }

  /**
   * Reads the cell that starts here with the general reader; -1 if it is empty, lacks a reference or is out of order.
   */
  #readPlacedCell(start: number): number {
    const { xml, context } = this.#sheet;
    xml.position = start;
    xml.expect();
    if (xml.empty || !xml.find("r")) return -1;
    const { row, column } = parseReference(xml.bytes, xml.valueStart);
    const { value, formula } = readCell(xml, context);
    if (!this.#add(start, row, column, value, formula)) return -1;
    this.#end = xml.position;
    return this.#end;
  }

  /** False if the cell does not come after the previous one, or starts another row without a tag for it. */
  #add(
    start: number,
    row: number,
    column: number,
    value: Cell["value"] | undefined,
    formula: boolean,
  ): boolean {
    if (!isOnSheet(row, column) || row < this.#row || (row === this.#row && column <= this.#column))
      return false;
    if (row > this.#row) {
      if (this.#row > 0 && !this.#rowEndsBefore(start)) return false;
      this.finish();
      this.#row = row;
      this.#opening = { from: this.#end, to: start };
      this.#cells = [];
    }
    this.#column = column;
    if (value === undefined) return true;
    const cell = { row, column, value, formula };
    this.#limits.countCell();
    this.#limits.countText(cell);
    this.#cells.push(cell);
    return true;
  }

  /** Whether the row of the last cell was closed before this cell, up to which the finder has searched. */
  #rowEndsBefore(cell: number): boolean {
    const { rowEnd } = this.#finder;
    return rowEnd > this.#end && rowEnd < cell;
  }
}

/** The formulas of a row without a visible result, as in `Row`. */
type BlankFormulas = Pick<Row, "blankFormulas" | "uncalculated">;

/** A row whose blank formulas are located on demand. */
class SkimmedRow implements Row {
  readonly row: number;
  readonly cells: Cell[];
  readonly #sheet: SkimmedSheet;
  readonly #opening: Range;
  #blank: BlankFormulas | undefined;

  constructor(row: number, cells: Cell[], sheet: SkimmedSheet, opening: Range) {
    this.row = row;
    this.cells = cells;
    this.#sheet = sheet;
    this.#opening = opening;
  }

  get blankFormulas(): number[] {
    this.#blank ??= findBlank(this.#sheet, this.#opening);
    return this.#blank.blankFormulas;
  }

  get uncalculated(): number[] {
    this.#blank ??= findBlank(this.#sheet, this.#opening);
    return this.#blank.uncalculated;
  }
}

/** The formulas without a result in the row with this tag. */
function findBlank({ xml, context, skimmer }: SkimmedSheet, { from, to }: Range): BlankFormulas {
  const { bytes } = xml;
  const blankFormulas: number[] = [];
  const uncalculated: number[] = [];
  const tag = bytes.subarray(from, to).lastIndexOf("<row");
  if (tag < 0) return { blankFormulas, uncalculated };
  const start = from + tag;
  let at = bytes.indexOf(GREATER, start) + 1;
  for (;;) {
    const skimmed = skimmer.skim(at);
    if (skimmed === "none" || skimmed === "other") break;
    const showsNothing = skimmed === "value" && skimmer.formula && skimmer.value() === undefined;
    if (skimmed === "blankFormula" || showsNothing) {
      const { column } = skimmer.place();
      blankFormulas.push(column);
      if (!showsNothing && !skimmer.calculated) uncalculated.push(column);
    }
    at = skimmer.end;
  }
  if (startsWith(bytes, ROW_END, at)) return { blankFormulas, uncalculated };
  xml.position = start;
  const rows = scanRows(xml, "row", context);
  return {
    blankFormulas: rows.flatMap((row) => row.blankFormulas),
    uncalculated: rows.flatMap((row) => row.uncalculated),
  };
}
