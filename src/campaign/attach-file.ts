// A file that the roster gives to a supplier: its path among the patterns in the supplier's line.
import { editCsvCell } from "../lib/edit-csv.ts";
import { type SourceName, sourceText } from "../model/workbook.ts";
import { ROSTER_FILE } from "../model/workspace-files.ts";
import { headersIn, type RosterOptions, readRoster, rosterDelimiter, rosterRows } from "./parse-roster.ts";
import { ROSTER_HEADERS } from "./roster-headers.ts";

/** The header of the column of patterns where a roster has none yet. */
const [HEADER = "files"] = ROSTER_HEADERS.files;

/**
 * The roster's text with the path of a file added to the patterns of the supplier with this key; every other character
 * stays. `options` are those of its reading. Undefined where the supplier's line cannot be told with certainty. Throws as
 * readRoster does.
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
  // A new column begins where no line has anything.
  const column = known ?? Math.max(...rows.map(({ cells }) => cells.length));
  const before = rows.find((row) => row.line === line)?.cells[column] ?? "";
  const value = before === "" ? patternOf(source) : `${before}; ${patternOf(source)}`;
  const added = editCsvCell(text, { line, column }, value, { file, delimiter });
  if (added === undefined || known !== undefined) return added;
  return editCsvCell(added, { line: header.line, column }, HEADER, { file, delimiter });
}

/**
 * The path of a file as a pattern of the roster. What would end it, or what a spreadsheet would run, is written as "?",
 * which stands for any one character.
 */
export function patternOf(source: SourceName): string {
  return sourceText(source)
    .replaceAll(" » ", "/")
    .replace(/[;|\p{Cc}]|^[\s=+\-@＝＋－＠]|\s$/gu, "?");
}
