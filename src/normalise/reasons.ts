// Reads the sheet on which a customer gives its reasons for asking about minerals.
import type { DetectedTemplate } from "../forms/detect.ts";
import { sheetCalled } from "../forms/find-sheets.ts";
import { LabelReader } from "../forms/read-labels.ts";
import { cellText, cleanText, columnNumber, findCell } from "../model/cells.ts";
import type { MineralReason, Note } from "../model/response.ts";
import type { Workbook } from "../model/workbook.ts";
import { findHeaders } from "./headers.ts";

/** The reasons, below their headers; undefined if the template or the workbook has no sheet for them. */
export function readReasons(
  workbook: Workbook,
  { layout }: DetectedTemplate,
): { reasons: MineralReason[]; notes: Note[] } | undefined {
  const { reasons } = layout;
  const sheet = reasons && sheetCalled(workbook, reasons.sheet);
  if (!reasons || !sheet) return undefined;
  const { mineral, reason } = reasons.headers;
  const reader = new LabelReader([
    ["mineral", [mineral]],
    ["reason", [reason]],
  ] as const);
  const usualRow = reasons.firstRow - 1;
  const headers = findHeaders({
    sheet,
    headerRow: usualRow,
    columns: reasons.columns,
    reader,
    translated: () => reader,
    nameOf: (key) => reasons.headers[key],
  });
  const shift = (headers.headerRow ?? usualRow) - usualRow;
  const rows = sheet.rows.flatMap((row): MineralReason[] => {
    if (row.row < reasons.firstRow + shift || row.row > reasons.lastRow + shift) return [];
    const text = (letters: string | undefined): string => {
      const cell = letters === undefined ? undefined : findCell(row, columnNumber(letters));
      const shown = cleanText(cellText(cell) ?? "");
      return cell?.formula && shown === "0" ? "" : shown;
    };
    const [mineral, reason] = [text(headers.columns.mineral), text(headers.columns.reason)];
    if (mineral === "" && reason === "") return [];
    return [{ row: row.row, ...(mineral === "" ? {} : { mineral }), ...(reason === "" ? {} : { reason }) }];
  });
  return { reasons: rows, notes: headers.notes };
}
