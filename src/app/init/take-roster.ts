// Imports a person's list of suppliers as the roster of a new campaign.
import { headersIn, type ReadRoster, readRoster, rosterRows } from "../../campaign/parse-roster.ts";
import { decodeText } from "../../lib/decode-text.ts";
import type { DayOrder } from "../../lib/read-days.ts";
import { LIMITS } from "../../model/limits.ts";
import { ROSTER_FILE, ROSTER_WORKBOOK } from "../../model/workspace-files.ts";
import { openSheetTables } from "../lists/open-list-file.ts";

/** A roster file to store, and its content. */
export interface TakenRoster extends ReadRoster {
  /** Its file name in the workspace. */
  name: string;
  /** A workbook unchanged; a table as UTF-8. */
  content: Uint8Array | string;
}

/**
 * Reads a list of suppliers from a file's bytes; `file` is the name used in errors. Throws UsageError if it is not such
 * a list, UnclearDates if its dates can be read in two ways and `dates` is not given.
 */
export async function takeRoster(bytes: Uint8Array, file: string, dates?: DayOrder): Promise<TakenRoster> {
  const sheets = await openSheetTables(bytes, file, LIMITS);
  if (sheets === undefined) {
    const { text } = decodeText(bytes);
    return { ...readRoster(rosterRows(text, file), { file, dates }), name: ROSTER_FILE, content: text };
  }
  const { tables, date1904 } = sheets;
  const rows = tables.find((table) => headersIn(table) !== undefined) ?? tables[0] ?? [];
  return { ...readRoster(rows, { file, date1904, dates }), name: ROSTER_WORKBOOK, content: bytes };
}
