// The parts of a worksheet other than its cells: selection, merged cells, styles of rows and columns, the drawing of
// notes.
import { columnLetters, columnNumber, parseAddress } from "../model/cells.ts";
import { cellsOf, rowsOf, sheetDataOf } from "./sheet-cells.ts";
import {
  appendTo,
  attribute,
  childrenOf,
  escapeAttribute,
  findChild,
  insertAt,
  rootTag,
  type Splice,
  splice,
  withValues,
} from "./xml-tags.ts";

/** A group of adjacent columns (1-based) and their properties. */
interface Columns {
  min: number;
  max: number;
  /** In characters. */
  width: number;
  hidden: boolean;
  style: number | undefined;
}

const DEFAULT_WIDTH = 9;

function columnsOf(xml: string): Columns[] {
  const cols = findChild(xml, "cols");
  if (cols === undefined || cols.empty) return [];
  return [...childrenOf(xml, cols.end)].map((col) => {
    const number = (name: string) => Number(attribute(col, name) ?? Number.NaN);
    const style = number("style");
    return {
      min: number("min"),
      max: number("max"),
      width: number("width") || DEFAULT_WIDTH,
      hidden: isTrue(attribute(col, "hidden")),
      style: Number.isInteger(style) ? style : undefined,
    };
  });
}

function isTrue(text: string | undefined): boolean {
  return text === "1" || text === "true" || text === "on";
}

/** The merged ranges of a worksheet. */
export interface MergedCells {
  /** The cell that displays a cell's content: the first one of the range that it is merged into. */
  shown(address: string): string;
  /** The cell and all that are merged with it; a range of more than a few hundred is treated as one cell. */
  together(address: string): string[];
}

const MOST_TOGETHER = 500;

export function mergedCells(xml: string): MergedCells {
  const merges = findChild(xml, "mergeCells");
  const ranges =
    merges === undefined || merges.empty
      ? []
      : [...childrenOf(xml, merges.end)].flatMap((merge) => rangeOf(attribute(merge, "ref") ?? "") ?? []);
  const rangeWith = (address: string): Range | undefined => {
    const { row, column } = parseAddress(address);
    return ranges.find(
      ({ from, to }) => row >= from.row && row <= to.row && column >= from.column && column <= to.column,
    );
  };
  return {
    shown(address) {
      const range = rangeWith(address);
      return range ? `${columnLetters(range.from.column)}${range.from.row}` : address;
    },
    together(address) {
      const range = rangeWith(address);
      if (range === undefined) return [address];
      const { from, to } = range;
      if ((to.row - from.row + 1) * (to.column - from.column + 1) > MOST_TOGETHER) return [address];
      const cells: string[] = [];
      for (let row = from.row; row <= to.row; row++) {
        for (let column = from.column; column <= to.column; column++) cells.push(columnLetters(column) + row);
      }
      return cells;
    },
  };
}

function rangeOf(ref: string): Range | undefined {
  const match = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(ref.replaceAll("$", ""));
  if (!match) return undefined;
  const [, firstColumn = "", firstRow, lastColumn = "", lastRow] = match;
  return {
    from: { row: Number(firstRow), column: columnNumber(firstColumn) },
    to: { row: Number(lastRow), column: columnNumber(lastColumn) },
  };
}

interface Range {
  from: { row: number; column: number };
  to: { row: number; column: number };
}

/** The style number of each of these cells: its own, else its row's, else its column's, else 0. */
export function stylesOf(xml: string, addresses: readonly string[]): Map<string, number> {
  const wanted = new Map<number, Map<number, string>>();
  for (const address of addresses) {
    const { row, column } = parseAddress(address);
    wanted.set(row, (wanted.get(row) ?? new Map()).set(column, address));
  }
  const columns = columnsOf(xml);
  const styles = new Map(
    addresses.map((address): [string, number] => {
      const { column } = parseAddress(address);
      return [address, columns.find(({ min, max }) => column >= min && column <= max)?.style ?? 0];
    }),
  );
  for (const row of rowsOf(xml, sheetDataOf(xml))) {
    const ofRow = wanted.get(row.row);
    if (ofRow === undefined) continue;
    const style = attribute(row, "s");
    if (style !== undefined && isTrue(attribute(row, "customFormat"))) {
      for (const address of ofRow.values()) styles.set(address, Number(style));
    }
    for (const cell of cellsOf(xml, row)) {
      const address = ofRow.get(cell.column);
      if (address !== undefined) styles.set(address, Number(attribute(cell, "s") ?? 0));
    }
  }
  return styles;
}

/** Width of a note's box, in characters. */
const BOX_WIDTH = 50;
/** How far to the right of its cell to look for a place for a box. */
const MOST_COLUMNS = 60;

/** The columns (0-based) between which the box of a note on a cell of this column lies, ignoring hidden ones. */
export function boxColumns(xml: string): (column: number) => { left: number; right: number } {
  const columns = columnsOf(xml);
  const widthOf = (column: number): number => {
    const of = columns.find(({ min, max }) => column >= min && column <= max);
    return of === undefined ? DEFAULT_WIDTH : of.hidden ? 0 : of.width;
  };
  return (column) => {
    let left = column + 1;
    while (left < column + MOST_COLUMNS && widthOf(left) === 0) left++;
    let right = left;
    for (
      let width = widthOf(right);
      width < BOX_WIDTH && right < left + MOST_COLUMNS;
      width += widthOf(right)
    ) {
      right++;
    }
    return { left: left - 1, right };
  };
}

/** The children of a worksheet in the order of the specification (ECMA-376 Part 1, 18.3.1.99), from the drawing on. */
const BEHIND_NOTES = [
  "legacyDrawingHF",
  "drawingHF",
  "picture",
  "oleObjects",
  "controls",
  "webPublishItems",
  "tableParts",
  "extLst",
];

/** A worksheet that is not selected: with several selected ones programs type into all of them. */
export function unselected(xml: string): string {
  const views = findChild(xml, "sheetViews");
  if (views === undefined || views.empty) return xml;
  const splices: Splice[] = [];
  for (const view of childrenOf(xml, views.end)) {
    if (attribute(view, "tabSelected") !== undefined)
      splices.push(withValues(view, { tabSelected: undefined }));
  }
  return splice(xml, splices);
}

/** A worksheet with the drawing of its notes, by relation id, in its place. */
export function withLegacyDrawing(xml: string, relation: string, officeTypes: string): string {
  const root = rootTag(xml);
  const namespace = officeTypes.replace(/\/$/, "");
  const element = `<${root.prefix}legacyDrawing xmlns:r="${namespace}" r:id="${escapeAttribute(relation)}"/>`;
  for (const child of childrenOf(xml, root.end)) {
    const name = child.name === "AlternateContent" ? innermost(child.content) : child.name;
    if (BEHIND_NOTES.includes(name)) return insertAt(xml, child.start, element);
  }
  return appendTo(xml, root, element);
}

/** The content of the first choice of alternate contents. */
function innermost(content: string): string {
  const [choice] = childrenOf(content, 0);
  const [child] = choice ? childrenOf(choice.content, 0) : [];
  return child?.name ?? "";
}
