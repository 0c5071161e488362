// Handles a workbook with more than one sheet of a kind: which is the answer, and what to note about the others.
import { type FoundSheet, tryRead } from "../forms/find-sheets.ts";
import { foldWords } from "../forms/fold.ts";
import { cellText } from "../model/cells.ts";
import type { Note, UnusedSheet } from "../model/response.ts";
import type { Sheet, Workbook } from "../model/workbook.ts";
import { isStarred } from "./list-rows.ts";

/** The content of a list sheet. */
export interface ListOnSheet<Row extends { row: number; sheet?: string }> {
  rows: Row[];
  notes: Note[];
}

export interface ListReader<Row extends { row: number; sheet?: string }, List extends ListOnSheet<Row>> {
  kind: "smelters" | "products" | "mines";
  /** Reads one sheet as a list of this kind. */
  read(sheet: Sheet): List;
  /** The identity of a row within the list. */
  identity(row: Row): string;
  /** Converts a row of a further sheet to a row of the list. */
  moved(row: Row, from: List, to: List): Row;
}

export interface JoinedList<List> {
  list: List;
  /** The sheet on which the list starts. */
  sheet: string;
  unused: UnusedSheet[];
}

/**
 * Reads a list from the first of these sheets, or from the next one if that is blank. Further sheets are added if they
 * clearly continue it: visible, with the same headers and without rows that the list already has. For any other sheet
 * with rows the notes say why it was not used; a sheet that only repeats rows needs no note.
 */
export function readJoined<Row extends { row: number; sheet?: string }, List extends ListOnSheet<Row>>(
  workbook: Workbook,
  [first, ...others]: readonly [FoundSheet, ...FoundSheet[]],
  reader: ListReader<Row, List>,
): JoinedList<List> | undefined {
  const sheet = workbook.sheet(first.name);
  if (sheet === undefined) return undefined;
  const list = reader.read(sheet);
  const further = others.flatMap((found) => filledList(workbook, found, reader));
  if (further.length === 0) return { list, sheet: sheet.name, unused: [] };

  const lists = list.rows.length > 0 ? [{ found: first, sheet, list }, ...further] : further;
  const blank = { found: first, sheet, list };
  const main = list.rows.length > 0 ? blank : (lists.find(isPlain) ?? blank);
  const notes =
    main.sheet === sheet
      ? []
      : [
          shifted(
            main.sheet,
            `The sheet "${sheet.name}" holds no rows: they were read from the sheet "${main.sheet.name}".`,
          ),
        ];
  const unused: UnusedSheet[] = [];
  const header = headerOf(main.sheet);
  const known = new Set(main.list.rows.map(reader.identity));
  for (const other of lists) {
    if (other.sheet === main.sheet) continue;
    const { rows } = other.list;
    const repeated = rows.filter((row) => known.has(reader.identity(row))).length;
    const why = whyUnused(other, repeated > 0, header);
    const named = `The sheet "${other.sheet.name}"`;
    if (repeated === rows.length) {
      notes.push(
        unusedNote(other.sheet, `${named} only repeats rows of "${main.sheet.name}": it was not used.`),
      );
    } else if (why === undefined) {
      notes.push(
        shifted(
          other.sheet,
          `The list goes on with ${rowsOf(rows.length)} on the sheet "${other.sheet.name}": ${rows.length === 1 ? "it was" : "they were"} read too.`,
        ),
      );
      notes.push(...other.list.notes);
      for (const row of rows) {
        known.add(reader.identity(row));
        main.list.rows.push({ ...reader.moved(row, other.list, main.list), sheet: other.sheet.name });
      }
    } else {
      const isBlank = main.list.rows.length === 0;
      const beside = isBlank ? `, and "${main.sheet.name}" holds none` : ` beside "${main.sheet.name}"`;
      notes.push(unusedNote(other.sheet, `${named} holds ${rowsOf(rows.length)}${beside}: it was not used.`));
      unused.push({
        kind: reader.kind,
        sheet: other.sheet.name,
        instead: main.sheet.name,
        why,
        rows: rows.length,
        ...(isBlank ? { insteadOfBlank: true } : {}),
      });
    }
  }
  main.list.notes.unshift(...notes);
  return { list: main.list, sheet: main.sheet.name, unused };
}

interface FilledList<List> {
  found: FoundSheet;
  sheet: Sheet;
  list: List;
}

function filledList<Row extends { row: number; sheet?: string }, List extends ListOnSheet<Row>>(
  workbook: Workbook,
  found: FoundSheet,
  reader: ListReader<Row, List>,
): FilledList<List>[] {
  const sheet = tryRead(workbook, found.name);
  const list = sheet && reader.read(sheet);
  return sheet && list && list.rows.length > 0 ? [{ found, sheet, list }] : [];
}

/** Whether a person would take a sheet for the answer. */
export function isPlain({ found, sheet }: { found: FoundSheet | undefined; sheet: Sheet }): boolean {
  return sheet.state === "visible" && !found?.saysOtherwise;
}

/** Why a further list is not clearly part of the one with this header; undefined if it is. */
function whyUnused<List>(
  { found, sheet }: FilledList<List>,
  sharesRows: boolean,
  header: string,
): UnusedSheet["why"] | undefined {
  if (sheet.state !== "visible") return "hidden";
  if (found.saysOtherwise) return "otherName";
  if (header === "" || headerOf(sheet) !== header) return "otherHeaders";
  return sharesRows ? "sharedRows" : undefined;
}

/** Headers are in the first rows. */
const LAST_HEADER = 30;

/** The texts of a sheet's header row, that is, the row with the most stars; "" if no row has any. */
function headerOf(sheet: Sheet): string {
  let most = 0;
  let header = "";
  for (const row of sheet.rows) {
    if (row.row > LAST_HEADER) break;
    const stars = row.cells.filter(isStarred).length;
    if (stars <= most) continue;
    most = stars;
    header = row.cells.map((cell) => `${cell.column} ${foldWords(cellText(cell) ?? "")}`).join("\n");
  }
  return header;
}

function rowsOf(count: number): string {
  return count === 1 ? "one row" : `${count} rows`;
}

/** A note about where something was read. */
export function shifted(sheet: Sheet, note: string): Note {
  return { at: topOf(sheet), kind: "shifted", note };
}

/** A note about a further sheet that was not used. */
export function unusedNote(sheet: Sheet, note: string): Note {
  return { at: topOf(sheet), kind: "unused", note };
}

/** The place of a note about a whole sheet. */
function topOf(sheet: Pick<Sheet, "name">): string {
  return `${sheet.name}!A1`;
}
