import type { Row } from "../../model/workbook.ts";
import { damaged, fail } from "../unreadable.ts";
import type { SheetContext } from "./cell-value.ts";
import { scanRows } from "./scan-rows.ts";
import { skimRows } from "./skim-rows.ts";
import { XmlScanner } from "./xml-scanner.ts";

/** The cells of a sheet; see Sheet in the model for what is kept. */
export interface SheetCells {
  rows: Row[];
  /** Looked for when asked: few readings need it. */
  isUncalculated(): boolean;
}

/** Reads a worksheet part. Throws UnreadableError where it is damaged or too large. */
export function readSheet(bytes: Buffer, part: string, context: SheetContext): SheetCells {
  const xml = new XmlScanner(bytes, part);
  if (!xml.leap("sheetData") && !xml.seek("sheetData"))
    fail(damaged(`The part ${part} is not a worksheet or is cut off.`));
  if (xml.empty) return { rows: [], isUncalculated: () => false };
  const start = xml.position;
  const scan = () => {
    xml.position = start;
    return scanRows(xml, "sheetData", context);
  };
  const skimmed = skimRows(xml, context);
  if (skimmed !== undefined) return { rows: skimmed, isUncalculated: () => scan().uncalculated };
  const { rows, uncalculated } = scan();
  return { rows, isUncalculated: () => uncalculated };
}
