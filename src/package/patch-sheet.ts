// Changes single cells in the XML of a worksheet and leaves every other byte as it is.
import { columnLetters, columnNumber, parseAddress } from "../model/cells.ts";
import { CELL, FORMULA } from "./cell-element.ts";

/**
 * What happens to a cell: a text or number is typed into it (a formula there gives way); it is emptied; or its formula
 * stays and shows this, or loses what it showed.
 */
export type CellEdit =
  | { text: string }
  | { number: number }
  | { empty: true }
  | { shows: string | number | null };

export interface PatchedSheet {
  xml: string;
  /** Addresses of the cells whose formula gave way to a typed value. */
  formulasGone: string[];
}

/** A worksheet whose XML is written in a way that is not expected of a template. */
export class UnexpectedSheet extends Error {
  override name = "UnexpectedSheet";
}

/** Applies the edits, by address. Throws UnexpectedSheet where a cell to be typed into carries a formula of many cells. */
export function patchSheet(xml: string, edits: ReadonlyMap<string, CellEdit>): PatchedSheet {
  const rows = new Map<number, Map<number, CellEdit>>();
  for (const [address, edit] of edits) {
    const { row, column } = parseAddress(address);
    const ofRow = rows.get(row) ?? new Map<number, CellEdit>();
    rows.set(row, ofRow.set(column, edit));
  }
  const start = xml.indexOf("<sheetData>");
  const end = xml.indexOf("</sheetData>");
  if (start < 0 || end < 0) throw new UnexpectedSheet("the worksheet has no rows");

  const formulasGone: string[] = [];
  const output: string[] = [];
  let at = start + "<sheetData>".length;
  output.push(xml.slice(0, at));
  const wanted = [...rows.keys()].sort((a, b) => a - b);
  const opening = /<row\b([^<>]*)>/g;
  opening.lastIndex = at;
  for (let match = opening.exec(xml); match && match.index < end; match = opening.exec(xml)) {
    const address = /\br="(\d+)"/.exec(match[1] ?? "")?.[1];
    if (address === undefined) continue;
    const row = Number(address);
    // Rows that the sheet does not have are put before the next one that it has.
    while (wanted[0] !== undefined && wanted[0] < row) {
      output.push(xml.slice(at, match.index), newRow(wanted.shift() as number, rows));
      at = match.index;
    }
    if (wanted[0] !== row) continue;
    wanted.shift();
    const content = match.index + match[0].length;
    const empty = match[0].endsWith("/>");
    const close = empty ? content : xml.indexOf("</row>", content);
    output.push(
      xml.slice(at, match.index),
      empty ? `${match[0].slice(0, -2)}>` : match[0],
      patchRow(xml.slice(content, close), row, rows.get(row) as Map<number, CellEdit>, formulasGone),
      ...(empty ? ["</row>"] : []),
    );
    at = close;
  }
  output.push(xml.slice(at, end));
  for (const row of wanted) output.push(newRow(row, rows));
  output.push(xml.slice(end));
  return { xml: output.join(""), formulasGone };
}

function newRow(row: number, rows: ReadonlyMap<number, Map<number, CellEdit>>): string {
  return `<row r="${row}">${patchRow("", row, rows.get(row) as Map<number, CellEdit>, [])}</row>`;
}

function patchRow(
  content: string,
  row: number,
  edits: ReadonlyMap<number, CellEdit>,
  formulasGone: string[],
): string {
  const left = new Map(edits);
  const insertBefore = (column: number): string => {
    let cells = "";
    for (const missing of [...left.keys()].filter((each) => each < column).sort((a, b) => a - b)) {
      cells += newCell(missing, row, left.get(missing) as CellEdit);
      left.delete(missing);
    }
    return cells;
  };
  const patched = content.replace(CELL, (cell: string, attributes: string, inner: string | undefined) => {
    const address = /\br="([A-Z]+)\d+"/.exec(attributes)?.[1];
    if (address === undefined) throw new UnexpectedSheet(`row ${row} has cells without an address`);
    const column = columnNumber(address);
    const before = insertBefore(column);
    const edit = left.get(column);
    left.delete(column);
    return (
      before +
      (edit ? patchCell(cell, attributes, inner ?? "", edit, `${address}${row}`, formulasGone) : cell)
    );
  });
  return patched + insertBefore(Number.POSITIVE_INFINITY);
}

function patchCell(
  cell: string,
  attributes: string,
  inner: string,
  edit: CellEdit,
  address: string,
  formulasGone: string[],
): string {
  const formula = FORMULA.exec(inner)?.[0];
  if ("shows" in edit) {
    if (formula === undefined) return cell;
    const kept = attributes.replace(/\st="[^"]*"/, "").trimEnd();
    if (edit.shows === null) return `<c${kept}>${formula}</c>`;
    return typeof edit.shows === "number"
      ? `<c${kept}>${formula}<v>${edit.shows}</v></c>`
      : `<c${kept} t="str">${formula}<v>${escapeXml(edit.shows)}</v></c>`;
  }
  if (formula !== undefined) {
    if ("empty" in edit) return cell;
    if (/\bref="/.test(formula))
      throw new UnexpectedSheet(`the formula in ${address} is that of other cells too`);
    formulasGone.push(address);
  }
  // Type, and the marks of dynamic formulas and rich values, belong to what was there.
  const kept = attributes.replace(/\s(?:t|cm|vm)="[^"]*"/g, "").trimEnd();
  return `<c${kept}${content(edit)}`;
}

function newCell(column: number, row: number, edit: CellEdit): string {
  if ("empty" in edit || "shows" in edit) return "";
  return `<c r="${columnLetters(column)}${row}"${content(edit)}`;
}

/** The rest of a cell's element after its address and style. */
function content(edit: { text: string } | { number: number } | { empty: true }): string {
  if ("empty" in edit) return "/>";
  if ("number" in edit) return `><v>${edit.number}</v></c>`;
  return ` t="inlineStr"><is><t xml:space="preserve">${escapeXml(edit.text)}</t></is></c>`;
}

/**
 * A text as the content of an element. Characters that XML cannot hold are left out; a text that looks like one of
 * Excel's escapes ("_x000D_") is escaped itself.
 */
function escapeXml(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed here
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
      .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
      .replace(/&/g, "&amp;")
      .replace(/</g, "&lt;")
      .replace(/>/g, "&gt;")
      .replace(/\r/g, "&#13;")
  );
}
