// The targets of a sheet's cells: hyperlinks of the sheet, and formulas that make one.
import { columnLetters } from "../../model/cells.ts";
import { formulaLink } from "../formula-link.ts";
import { parseReference } from "./cell-reference.ts";
import { XmlScanner } from "./xml-scanner.ts";

/**
 * The hyperlinks of a worksheet part (ECMA-376 Part 1, 18.3.1.47) by the address of their first cell. `references`: the
 * part's targets outside the package, by relation id. Throws UnreadableError if the part is damaged.
 */
export function readLinks(
  bytes: Buffer,
  part: string,
  references: () => ReadonlyMap<string, string>,
): Map<string, string> {
  const links = new Map<string, string>();
  const xml = new XmlScanner(bytes, part);
  addFormulas(xml, links);
  const start = xml.bytes.indexOf("hyperlinks", Math.max(xml.bytes.lastIndexOf("sheetData"), 0));
  if (start < 0) return links;
  const targets = references();
  xml.position = xml.bytes.indexOf(">", start) + 1;
  while (xml.next() && xml.name === "hyperlink") {
    const id = xml.closes ? undefined : xml.prefixedAttribute("id");
    const target = id === undefined ? undefined : targets.get(id);
    if (target !== undefined) links.set((xml.attribute("ref") ?? "").split(":")[0] as string, target);
  }
  return links;
}

const HYPERLINK = "HYPERLINK(";
const CELL = "<c ";
const REFERENCE = ' r="';
/** Maximum length of a formula. */
const LONGEST = 8192;
/** The templates have some dozens, on their Checker sheet. */
const MOST = 2000;

/** Adds the literal addresses in formulas. */
function addFormulas(xml: XmlScanner, links: Map<string, string>): void {
  const { bytes } = xml;
  let at = bytes.indexOf(HYPERLINK);
  for (let count = 0; at >= 0 && count < MOST; count++) {
    const from = Math.max(at - LONGEST, 0);
    const cell = bytes.subarray(from, at).lastIndexOf(CELL);
    const name = bytes.subarray(from + cell, at).indexOf(REFERENCE);
    const target = formulaLink(xml.decode(at, Math.min(bytes.indexOf("<", at), at + LONGEST)));
    if (cell >= 0 && name >= 0 && target !== undefined) {
      const { row, column } = parseReference(bytes, from + cell + name + REFERENCE.length);
      if (row > 0 && column > 0) links.set(`${columnLetters(column)}${row}`, target);
    }
    at = bytes.indexOf(HYPERLINK, at + HYPERLINK.length);
  }
}
