import type { Row } from "../../model/workbook.ts";
import { parseReference } from "./cell-reference.ts";
import type { SheetContext } from "./cell-value.ts";
import { readCell } from "./read-cell.ts";
import { SheetRows } from "./sheet-rows.ts";
import type { XmlScanner } from "./xml-scanner.ts";

/** Reads cells in sequence up to the closing tag of `end`, in any way in which they may be written. */
export function scanRows(xml: XmlScanner, end: "sheetData" | "row", context: SheetContext): Row[] {
  const rows = new SheetRows(context.sheet, context.limits);
  // If a writer omitted references, positions follow from the previous cell; a cell's own reference takes precedence.
  let row = 0;
  let column = 0;
  for (;;) {
    xml.expect();
    if (xml.closes) {
      if (xml.name === end) break;
    } else if (xml.name === "c") {
      const reference = xml.find("r") ? parseReference(xml.bytes, xml.valueStart) : undefined;
      row = reference?.row || row;
      column = reference?.column || column + 1;
      if (xml.empty) continue;
      const cell = readCell(xml, context);
      if (cell.value !== undefined) rows.add({ row, column, value: cell.value, formula: cell.formula });
      else if (cell.formula) rows.addBlankFormula(row, column, cell.calculated);
    } else if (xml.name === "row") {
      // If a single row is read, the next row ends it, even if nothing closes it.
      if (end === "row" && row > 0) break;
      row = Number(xml.attribute("r")) || row + 1;
      column = 0;
      if (xml.empty && end === "row") break;
    } else xml.skip();
  }
  return rows.finish();
}
