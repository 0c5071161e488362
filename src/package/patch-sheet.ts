// Changes single cells in the XML of a worksheet and leaves every other character unchanged.
import { columnLetters, parseAddress } from "../model/cells.ts";
import { type CellElement, cellsOf, type RowElement, rowsOf, sheetDataOf } from "./sheet-cells.ts";
import {
  attribute,
  childrenOf,
  escapeXml,
  type Splice,
  splice,
  UnexpectedPart,
  withAttribute,
} from "./xml-tags.ts";

/**
 * A change to a cell: a text or number is typed into it, replacing any formula; it is cleared; its formula stays with
 * this cached value, or none; or everything stays except the style.
 */
export type CellEdit =
  | { text: string }
  | { number: number }
  | { empty: true }
  | { shows: string | number | null }
  | { style: number };

export interface PatchedSheet {
  xml: string;
  /** Addresses of the cells whose formula was replaced by a typed value. */
  formulasGone: string[];
}

type RowEdits = ReadonlyMap<number, CellEdit>;

/**
 * Applies the edits by address, creating missing cells and rows in their place. Throws UnexpectedPart if a cell to be
 * typed into has an array formula, and if a row occurs twice.
 */
export function patchSheet(xml: string, edits: ReadonlyMap<string, CellEdit>): PatchedSheet {
  const wanted = byRow(edits);
  const data = sheetDataOf(xml);
  const formulasGone: string[] = [];
  if (data.empty) {
    const rows = [...wanted].map(([row, cells]) => newRow(row, cells, data.prefix));
    const filled = `<${data.prefix}sheetData${data.attributes}>${rows.join("")}</${data.prefix}sheetData>`;
    return { xml: splice(xml, [{ start: data.start, end: data.end, text: filled }]), formulasGone };
  }
  const rows = [...rowsOf(xml, data)];
  const present = new Set(rows.map(({ row }) => row));
  const missing = [...wanted].filter(([row]) => !present.has(row));
  const splices: Splice[] = [];
  // Missing rows are inserted before the next existing one.
  const insertBefore = (row: number, at: number): void => {
    const count = missing.findIndex(([each]) => each >= row);
    for (const [number, cells] of missing.splice(0, count < 0 ? missing.length : count)) {
      splices.push({ start: at, end: at, text: newRow(number, cells, data.prefix) });
    }
  };
  for (const row of rows) {
    insertBefore(row.row, row.start);
    const ofRow = wanted.get(row.row);
    if (ofRow === undefined) continue;
    if (!present.delete(row.row)) throw new UnexpectedPart(`row ${row.row} is there twice`);
    splices.push(...patchRow(xml, row, ofRow, formulasGone));
  }
  insertBefore(Number.POSITIVE_INFINITY, data.end + data.content.length);
  return { xml: splice(xml, splices), formulasGone };
}

/** The edits by row and column, in order. */
function byRow(edits: ReadonlyMap<string, CellEdit>): Map<number, RowEdits> {
  const rows = new Map<number, Map<number, CellEdit>>();
  for (const [address, edit] of edits) {
    const { row, column } = parseAddress(address);
    const ofRow = rows.get(row) ?? new Map<number, CellEdit>();
    rows.set(row, ofRow.set(column, edit));
  }
  const ascending = ([a]: [number, unknown], [b]: [number, unknown]) => a - b;
  return new Map([...rows].sort(ascending).map(([row, cells]) => [row, new Map([...cells].sort(ascending))]));
}

function newRow(row: number, edits: RowEdits, prefix: string): string {
  return `<${prefix}row r="${row}">${newCells([...edits], row, prefix)}</${prefix}row>`;
}

function newCells(edits: readonly [column: number, edit: CellEdit][], row: number, prefix: string): string {
  return edits
    .map(([column, edit]) => {
      if ("empty" in edit || "shows" in edit) return "";
      return `<${prefix}c r="${columnLetters(column)}${row}"${content(edit, prefix)}`;
    })
    .join("");
}

function patchRow(xml: string, row: RowElement, edits: RowEdits, formulasGone: string[]): Splice[] {
  const { prefix } = row;
  if (row.empty) {
    const opening = `<${prefix}row${withoutSpans(row, edits)}>`;
    const text = `${opening}${newCells([...edits], row.row, prefix)}</${prefix}row>`;
    return [{ start: row.start, end: row.end, text }];
  }
  const cells = [...cellsOf(xml, row)];
  const present = new Set(cells.map(({ column }) => column));
  const missing = [...edits].filter(([column]) => !present.has(column));
  const splices: Splice[] = [];
  const attributes = withoutSpans(row, new Map(missing));
  if (attributes !== row.attributes) {
    splices.push({ start: row.start, end: row.end, text: `<${prefix}row${attributes}>` });
  }
  const insertBefore = (column: number, at: number): void => {
    const count = missing.findIndex(([each]) => each >= column);
    const text = newCells(missing.splice(0, count < 0 ? missing.length : count), row.row, prefix);
    if (text !== "") splices.push({ start: at, end: at, text });
  };
  for (const cell of cells) {
    insertBefore(cell.column, cell.start);
    const edit = edits.get(cell.column);
    if (edit === undefined) continue;
    const address = `${columnLetters(cell.column)}${row.row}`;
    if (!present.delete(cell.column)) throw new UnexpectedPart(`the cell ${address} is there twice`);
    const text = patchCell(xml, cell, edit, address, formulasGone);
    splices.push({ start: cell.start, end: cell.close, text });
  }
  insertBefore(Number.POSITIVE_INFINITY, row.end + row.content.length);
  return splices;
}

/** The row's attributes, without the hint at its first and last column if new cells are outside it. */
function withoutSpans(row: RowElement, edits: RowEdits): string {
  const spans = /^(\d+):(\d+)$/.exec(attribute(row, "spans") ?? "");
  if (!spans) return row.attributes;
  const within = [...edits.keys()].every(
    (column) => column >= Number(spans[1]) && column <= Number(spans[2]),
  );
  return within ? row.attributes : withAttribute(row.attributes, "spans", undefined);
}

function patchCell(
  xml: string,
  cell: CellElement,
  edit: CellEdit,
  address: string,
  formulasGone: string[],
): string {
  const { prefix, attributes } = cell;
  if ("style" in edit) {
    const rest = cell.empty ? "/>" : xml.slice(cell.end - 1, cell.close);
    return `<${prefix}c${withAttribute(attributes, "s", String(edit.style))}${rest}`;
  }
  const formula = formulaOf(cell);
  if ("shows" in edit) {
    if (formula === undefined) return xml.slice(cell.start, cell.close);
    const kept = withAttribute(attributes, "t", undefined).trimEnd();
    const close = `</${prefix}c>`;
    if (edit.shows === null) return `<${prefix}c${kept}>${formula.text}${close}`;
    return typeof edit.shows === "number"
      ? `<${prefix}c${kept}>${formula.text}<${prefix}v>${edit.shows}</${prefix}v>${close}`
      : `<${prefix}c${kept} t="str">${formula.text}<${prefix}v>${escapeXml(edit.shows)}</${prefix}v>${close}`;
  }
  if (formula !== undefined) {
    if ("empty" in edit) return xml.slice(cell.start, cell.close);
    if (attribute(formula, "ref") !== undefined)
      throw new UnexpectedPart(`the formula in ${address} is that of other cells too`);
    formulasGone.push(address);
  }
  // The type, and the marks of dynamic formulas and rich values, belong to the previous value.
  const kept = ["t", "cm", "vm"].reduce((all, name) => withAttribute(all, name, undefined), attributes);
  return `<${prefix}c${kept.trimEnd()}${content(edit, prefix)}`;
}

/** The formula of a cell: its attributes, and its complete text. */
function formulaOf({ content: inner }: CellElement): { attributes: string; text: string } | undefined {
  for (const { name, attributes, start, close } of childrenOf(inner, 0)) {
    if (name === "f") return { attributes, text: inner.slice(start, close) };
  }
  return undefined;
}

/** The rest of a cell's element after its address and style. */
function content(
  edit: { text: string } | { number: number } | { empty: true } | { style: number },
  prefix: string,
): string {
  if ("empty" in edit) return "/>";
  if ("style" in edit) return ` s="${edit.style}"/>`;
  if ("number" in edit) return `><${prefix}v>${edit.number}</${prefix}v></${prefix}c>`;
  const text = `<${prefix}t xml:space="preserve">${escapeXml(edit.text)}</${prefix}t>`;
  return ` t="inlineStr"><${prefix}is>${text}</${prefix}is></${prefix}c>`;
}
