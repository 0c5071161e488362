// Attributes a file to a supplier by adding its path to the file patterns in the supplier's roster line.
import { editCsvCell } from "../lib/edit-csv.ts";
import { type SourceName, sourceText } from "../model/workbook.ts";
import { ROSTER_FILE } from "../model/workspace-files.ts";
import { headersIn, type RosterOptions, readRoster, rosterDelimiter, rosterRows } from "./parse-roster.ts";
import { ROSTER_HEADERS } from "./roster-headers.ts";

/** The header used when a roster does not yet have a column of patterns. */
const [HEADER = "files"] = ROSTER_HEADERS.files;

/**
 * Returns the roster's text with the path of a file added to the patterns of the supplier with this key; every other
 * character stays. `options` are those used to read the roster. Undefined if the supplier's line cannot be identified
 * with certainty. Throws the errors of `readRoster`.
 */
export function attachFile(
  text: string,
  supplierKey: string,
  source: SourceName,
  options: RosterOptions = {},
): string | undefined {
  const { file = ROSTER_FILE } = options;
  const delimiter = rosterDelimiter(text);
  const rows = rosterRows(text, file);
  const { suppliers } = readRoster(rows, options).roster;
  const line = suppliers.find(({ key }) => key === supplierKey)?.line;
  const headers = headersIn(rows);
  const header = rows[headers?.at ?? -1];
  if (line === undefined || header === undefined || headers === undefined) return undefined;
  const [known] = headers.columns.get("files") ?? [];
  // A new column starts after the last one used in any line.
  const column = known ?? Math.max(...rows.map(({ cells }) => cells.length));
  const before = rows.find((row) => row.line === line)?.cells[column] ?? "";
  const value = before === "" ? patternOf(source) : `${before}; ${patternOf(source)}`;
  const added = editCsvCell(text, { line, column }, value, { file, delimiter });
  if (added === undefined || known !== undefined) return added;
  return editCsvCell(added, { line: header.line, column }, HEADER, { file, delimiter });
}

/**
 * The path of a file as a roster pattern. Characters that would end it, or that a spreadsheet would run, become "?",
 * which matches any single character.
 */
export function patternOf(source: SourceName): string {
  return sourceText(source)
    .replaceAll(" » ", "/")
    .replace(/[;|\p{Cc}]|^[\s=+\-@＝＋－＠]|\s$/gu, "?");
}
