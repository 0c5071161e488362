// Loads the roster of a workspace from its table or workbook.
import { headersIn, type ReadRoster, readRoster, rosterRows } from "../campaign/parse-roster.ts";
import { UnclearDates } from "../campaign/roster-dates.ts";
import { UsageError } from "../lib/errors.ts";
import type { Settings } from "../model/settings.ts";
import { ROSTER_FILE, ROSTER_WORKBOOK, SETTINGS_FILE } from "../model/workspace-files.ts";
import type { Workspace } from "../store/open-workspace.ts";
import { openSheetTables } from "./lists/open-list-file.ts";

/** The roster file: a table is preferred to a workbook; undefined if there is neither. */
export function rosterFileOf(workspace: Workspace): string | undefined {
  return [ROSTER_FILE, ROSTER_WORKBOOK].find((file) => workspace.readUserBytes(file) !== undefined);
}

/**
 * The roster with notices about reading it; undefined if the workspace has none. Throws UsageError with the faulty
 * lines, and for a workbook without a sheet that lists suppliers.
 */
export async function loadRoster(workspace: Workspace, settings: Settings): Promise<ReadRoster | undefined> {
  try {
    return await readKept(workspace, settings);
  } catch (error) {
    if (!(error instanceof UnclearDates)) throw error;
    const how = `"roster": { "dates": "day first" }, or "month first"`;
    throw new UsageError(
      `${rosterFileOf(workspace)}: ${error.message} Say in ${SETTINGS_FILE} how dates are written: ${how}.`,
    );
  }
}

async function readKept(
  workspace: Workspace,
  { roster: { dates, ignore } = {}, limits }: Settings,
): Promise<ReadRoster | undefined> {
  const text = workspace.readUserFile(ROSTER_FILE);
  const bytes = workspace.readUserBytes(ROSTER_WORKBOOK);
  if (text !== undefined) {
    const read = readRoster(rosterRows(text, ROSTER_FILE), { dates, ignore });
    if (bytes === undefined) return read;
    const second = `${ROSTER_WORKBOOK} is not read, because ${ROSTER_FILE} is the roster. Keep one of them.`;
    return { ...read, notices: [...read.notices, second] };
  }
  if (bytes === undefined) return undefined;
  const sheets = await openSheetTables(bytes, ROSTER_WORKBOOK, limits);
  if (sheets === undefined) {
    throw new UsageError(`${ROSTER_WORKBOOK} is text, not a workbook. Rename it to ${ROSTER_FILE}.`);
  }
  const { tables, date1904 } = sheets;
  const rows = tables.find((table) => headersIn(table) !== undefined) ?? tables[0] ?? [];
  return readRoster(rows, { file: ROSTER_WORKBOOK, date1904, dates, ignore });
}
