// Locates the rows and cells of a worksheet in its XML.
import { columnNumber } from "../model/cells.ts";
import { attribute, childrenOf, type Element, elementOf, findTag, UnexpectedPart } from "./xml-tags.ts";

/** The element with the rows of a worksheet. Throws UnexpectedPart if there is none. */
export function sheetDataOf(xml: string): Element {
  const tag = findTag(xml, "sheetData");
  if (tag === undefined) throw new UnexpectedPart("the worksheet has no rows");
  return elementOf(xml, tag);
}

export interface RowElement extends Element {
  /** 1-based. A row without a number follows the previous one. */
  row: number;
}

/** The rows in file order. */
export function* rowsOf(xml: string, data: Element): Generator<RowElement> {
  let row = 0;
  for (const element of childrenOf(xml, data.end, data.end + data.content.length)) {
    if (element.name !== "row") continue;
    row = Number(attribute(element, "r") ?? row + 1);
    yield { ...element, row };
  }
}

export interface CellElement extends Element {
  /** 1-based. A cell without an address follows the previous one. */
  column: number;
}

/** The cells of a row in file order. */
export function* cellsOf(xml: string, row: RowElement): Generator<CellElement> {
  let column = 0;
  for (const element of childrenOf(xml, row.end, row.end + row.content.length)) {
    if (element.name !== "c") continue;
    const letters = /^[A-Z]+/.exec(attribute(element, "r") ?? "")?.[0];
    column = letters === undefined ? column + 1 : columnNumber(letters);
    yield { ...element, column };
  }
}
