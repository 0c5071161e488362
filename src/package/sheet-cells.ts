// Where the rows and cells of a worksheet lie in its XML.
import { columnNumber } from "../model/cells.ts";
import { attribute, type Element, findTag, type Tag, tagsOf, UnexpectedPart } from "./xml-tags.ts";

/** The rows' element of a worksheet. Throws UnexpectedPart where there is none. */
export function sheetDataOf(xml: string): Element {
  const data = findTag(xml, "sheetData");
  if (data === undefined) throw new UnexpectedPart("the worksheet has no rows");
  return elementOf(xml, data);
}

export interface RowElement extends Element {
  /** 1-based. One that says no number comes behind the one before. */
  row: number;
}

/** The rows in the order of the file. */
export function* rowsOf(xml: string, data: Element): Generator<RowElement> {
  let row = 0;
  const until = data.empty ? data.end : data.end + data.content.length;
  for (const element of elementsOf(xml, data.end, until, "row")) {
    row = Number(attribute(element, "r") ?? row + 1);
    yield { ...element, row };
  }
}

export interface CellElement extends Element {
  /** 1-based. One that says no address comes behind the one before. */
  column: number;
}

/** The cells of a row in the order of the file. */
export function* cellsOf(xml: string, row: RowElement): Generator<CellElement> {
  let column = 0;
  const until = row.empty ? row.end : row.end + row.content.length;
  for (const element of elementsOf(xml, row.end, until, "c")) {
    const letters = /^[A-Z]+/.exec(attribute(element, "r") ?? "")?.[0];
    column = letters === undefined ? column + 1 : columnNumber(letters);
    yield { ...element, column };
  }
}

/** Elements of a name within a part of the text, none of which holds another one of the name. */
function* elementsOf(xml: string, from: number, until: number, name: string): Generator<Element> {
  for (let at = from; at < until; ) {
    let opening: Tag | undefined;
    for (const tag of tagsOf(xml, at)) {
      if (tag.start >= until) return;
      if (tag.closes || tag.name !== name) continue;
      opening = tag;
      break;
    }
    if (opening === undefined) return;
    const element = elementOf(xml, opening);
    yield element;
    at = element.close;
  }
}

/** The element of a tag, in which no other of its name lies; its end is the next closing tag of the name. */
function elementOf(xml: string, tag: Tag): Element {
  if (tag.empty) return { ...tag, close: tag.end, content: "" };
  const mark = `</${tag.prefix}${tag.name}`;
  for (let start = xml.indexOf(mark, tag.end); start >= 0; start = xml.indexOf(mark, start + 1)) {
    REST.lastIndex = start + mark.length;
    if (REST.test(xml)) return { ...tag, close: REST.lastIndex, content: xml.slice(tag.end, start) };
  }
  throw new UnexpectedPart(`an element ${tag.name} is not closed`);
}

/** What follows the name of a closing tag. */
const REST = /\s*>/y;
