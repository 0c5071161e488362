import type { Row } from "../../model/workbook.ts";
import { damaged, fail } from "../unreadable.ts";
import type { SheetContext } from "./cell-value.ts";
import { scanRows } from "./scan-rows.ts";
import { skimRows } from "./skim-rows.ts";
import { XmlScanner } from "./xml-scanner.ts";

/** The rows of a worksheet part. Throws UnreadableError if it is damaged or too large. */
export function readSheet(bytes: Buffer, part: string, context: SheetContext): Row[] {
  const xml = new XmlScanner(bytes, part);
  if (!xml.leap("sheetData") && !xml.seek("sheetData"))
    fail(damaged(`The part ${part} is not a worksheet or is cut off.`));
  if (xml.empty) return [];
  const start = xml.position;
  const skimmed = skimRows(xml, context);
  if (skimmed !== undefined) return skimmed;
  xml.position = start;
  return scanRows(xml, "sheetData", context);
}
