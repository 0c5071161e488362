// Where a declaration's cells really are: the question labels tell whether rows or columns were inserted.

import type { DetectedTemplate } from "../forms/detect.ts";
import type { Layout } from "../forms/form.ts";
import { cellText, columnLetters, columnNumber, findCell, findRow, parseAddress } from "../model/cells.ts";
import type { Note } from "../model/response.ts";
import type { Sheet } from "../model/workbook.ts";

export interface Placement {
  /** The address at which a company field of the layout stands in this workbook. */
  company(address: string): string;
  /** The row at which a row of the questions (their text or one of its metals) stands. */
  questionRow(layoutRow: number): number;
  /** The column at which a column of the layout stands. */
  column(layoutColumn: string): string;
  notes: Note[];
}

/** The column in which every layout has its labels. */
const LABEL_COLUMN = "B";

interface Label {
  key: string;
  /** As printed: "3" or "B". */
  mark: string;
  /** Words that its English text has. */
  probe: RegExp | undefined;
  row: number;
}

/** Compares the numbers and letters before the questions with the layout. */
export function findPlacement(template: DetectedTemplate): Placement {
  const { family, layout, declaration: sheet } = template;
  const probe = (key: string) =>
    [...family.questions, ...family.practices].find((one) => one.key === key)?.probe;
  const expected: Label[] = [
    ...layout.questions.map(({ key, number, row }) => ({ key, mark: number, row, probe: probe(key) })),
    ...layout.policies.map(({ key, letter, row }) => ({ key, mark: letter, row, probe: probe(key) })),
  ];
  const { column, rows } = findLabels(sheet, expected);
  const notes: Note[] = [];
  const enough = expected.filter(({ mark }) => rows.has(mark)).length * 2 > expected.length;
  if (!enough) {
    if (layout.inferred) {
      notes.push({
        at: sheet.name,
        kind: "labels",
        note: `The question labels cannot be read, so the addresses assumed for generation ${layout.generation} could not be verified.`,
      });
    }
    return { company: (address) => address, questionRow: (row) => row, column: (letters) => letters, notes };
  }

  const columnShift = column - columnNumber(LABEL_COLUMN);
  // A label that is lost moves with the one before it.
  const shifts: { row: number; by: number }[] = [];
  for (const { mark, row } of expected) {
    const found = rows.get(mark);
    shifts.push({ row, by: found === undefined ? (shifts.at(-1)?.by ?? 0) : found - row });
  }
  const firstShift = shifts[0]?.by ?? 0;
  const companyFrom =
    firstShift === 0 ? Number.POSITIVE_INFINITY : findInsertion(sheet, layout, firstShift, column);

  if (columnShift !== 0) {
    notes.push({
      at: `${sheet.name}!${columnLetters(column)}:${columnLetters(column)}`,
      kind: "shifted",
      note: `The question labels stand in column ${columnLetters(column)} instead of ${LABEL_COLUMN}: every cell of the declaration is read ${moved(columnShift, "column")}.`,
    });
  }
  const distinct = new Set(shifts.map(({ by }) => by));
  if (distinct.size > 1 || !distinct.has(0)) {
    const first = shifts.find(({ by }) => by !== 0) as { row: number; by: number };
    notes.push({
      at: `${sheet.name}!${columnLetters(column)}${first.row + first.by}`,
      kind: "shifted",
      note:
        distinct.size === 1
          ? `The question labels stand ${moved(first.by, "row")} from where the template has them: the questions are read there.`
          : `The question labels do not stand where the template has them (first at row ${first.row + first.by} instead of ${first.row}): each question is read below its own label.`,
    });
  }
  notes.push(...checkMeanings(template, expected, rows, column));

  return {
    company: (address) => {
      const cell = parseAddress(address);
      return `${columnLetters(cell.column + columnShift)}${cell.row >= companyFrom ? cell.row + firstShift : cell.row}`;
    },
    questionRow: (row) => row + (shifts.findLast((shift) => shift.row <= row)?.by ?? firstShift),
    column: (letters) => columnLetters(columnNumber(letters) + columnShift),
    notes,
  };
}

function moved(by: number, unit: "row" | "column"): string {
  const count = Math.abs(by);
  const direction = unit === "row" ? (by > 0 ? "down" : "up") : by > 0 ? "to the right" : "to the left";
  return `${count} ${unit}${count === 1 ? "" : "s"} ${direction}`;
}

/** The column with the most labels, and the first row of each label in it. */
function findLabels(sheet: Sheet, expected: readonly Label[]): { column: number; rows: Map<string, number> } {
  const last = (expected.at(-1)?.row ?? 0) + 30;
  const wanted = new Set(expected.map(({ mark }) => mark));
  let best = { column: columnNumber(LABEL_COLUMN), rows: new Map<string, number>() };
  for (let column = 1; column <= 6; column++) {
    const rows = new Map<string, number>();
    for (const row of sheet.rows) {
      if (row.row > last) break;
      const mark = labelMark(cellText(findCell(row, column)));
      // The labels come in order; what follows the last one are hidden tables that repeat them.
      if (mark !== undefined && wanted.has(mark) && !rows.has(mark)) rows.set(mark, row.row);
    }
    const better =
      column === columnNumber(LABEL_COLUMN) ? rows.size >= best.rows.size : rows.size > best.rows.size;
    if (better) best = { column, rows };
  }
  return best;
}

/** "3) …" → "3", "B. …" → "B"; undefined for other text. */
function labelMark(text: string | undefined): string | undefined {
  const match = /^\s*(?:(\d{1,2})\s*[)）]|([A-K])\s*[.．、)）])/.exec(text ?? "");
  return match?.[1] ?? match?.[2];
}

/**
 * The first row of the company block that moved along with the questions: the one for which every field has a label
 * beside it again. Rows inserted below the block move none of it.
 */
function findInsertion(sheet: Sheet, layout: Layout, shift: number, labelColumn: number): number {
  const cells = [...Object.values(layout.company), ...Object.values(layout.dateParts ?? {})];
  const rows = [...new Set(cells.map((address) => parseAddress(address).row))].sort((a, b) => a - b);
  const labelled = (row: number) => cellText(findCell(findRow(sheet, row), labelColumn)) !== undefined;
  let best = { from: Number.POSITIVE_INFINITY, score: -1 };
  for (const from of [Number.POSITIVE_INFINITY, ...rows]) {
    const score = rows.filter((row) => labelled(row >= from ? row + shift : row)).length;
    if (score > best.score) best = { from, score };
  }
  return best.from;
}

const IS_ENGLISH = /\b(?:the|your|you|any|is|are|do|has|have)\b/i;

/** Notes on labels that ask something else than the layout has them ask, and on questions that it does not know. */
function checkMeanings(
  template: DetectedTemplate,
  expected: readonly Label[],
  rows: ReadonlyMap<string, number>,
  column: number,
): Note[] {
  const { declaration: sheet, layout } = template;
  const notes: Note[] = [];
  for (const { key, mark, probe } of expected) {
    const row = rows.get(mark);
    if (row === undefined) continue;
    const text = cellText(findCell(findRow(sheet, row), column)) ?? "";
    // The language cell may have been changed without the labels being calculated again.
    if (!IS_ENGLISH.test(text) || probe === undefined || probe.test(text)) continue;
    notes.push({
      at: `${sheet.name}!${columnLetters(column)}${row}`,
      kind: "labels",
      note: `The text of question ${mark} is not the one that generation ${layout.generation} asks there (${key}); its answers were read as such.`,
    });
  }
  const next = String(layout.questions.length + 1);
  for (const row of sheet.rows) {
    if (row.row > (expected.at(-1)?.row ?? 0) + 12) break;
    if (labelMark(cellText(findCell(row, column))) !== next) continue;
    notes.push({
      at: `${sheet.name}!${columnLetters(column)}${row.row}`,
      kind: "labels",
      note: `The declaration asks a question ${next} that generation ${layout.generation} does not have; it was not read.`,
    });
    break;
  }
  return notes;
}
