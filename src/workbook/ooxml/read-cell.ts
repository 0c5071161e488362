import type { CellValue } from "../../model/workbook.ts";
import { type CellType, cellType, cellValue, type SheetContext, textValue } from "./cell-value.ts";
import { richText } from "./rich-text.ts";
import type { XmlScanner } from "./xml-scanner.ts";

/** The content of a `c` element; `calculated` is false if a formula has no result at all. */
export interface CellContent {
  value: CellValue | undefined;
  formula: boolean;
  calculated: boolean;
}

/** Reads the content of the `c` element just opened, up to its closing tag. */
export function readCell(xml: XmlScanner, context: SheetContext): CellContent {
  const type: CellType = xml.find("t") ? cellType(xml.bytes, xml.valueStart, xml.valueEnd) : "n";
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
  const value = inline === undefined ? cellValue(type, stored, context) : textValue(inline);
  return { value, formula, calculated: stored !== "" || type === "str" };
}
