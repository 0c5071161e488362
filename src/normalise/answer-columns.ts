// Finds the columns of a declaration's answers and comments by their headings beside the questions.
import type { ColumnHead, Layout } from "../forms/form.ts";
import type { LabelReader } from "../forms/read-labels.ts";
import { cellText, columnLetters, columnNumber, findCell, findRow } from "../model/cells.ts";
import type { Sheet } from "../model/workbook.ts";
import { align, type Labelled, movedRuns } from "./align.ts";
import { LABEL_COLUMN } from "./form-labels.ts";
import { errorIn } from "./missing-results.ts";
import type { PlacementNotes } from "./placement-notes.ts";

export interface HeadSearch {
  sheet: Sheet;
  layout: Layout;
  reader: LabelReader<ColumnHead>;
  /** The column of the labels. */
  labels: number;
  questionRows: readonly number[];
}

/** The columns with a heading beside the questions; a heading beside only a few of them was not meant as one. */
function headsOf(
  head: "answer" | "comment",
  { sheet, reader, labels, questionRows }: HeadSearch,
): Labelled<string>[] {
  const counts = new Map<number, number>();
  // As with other labels, headings that somebody added are not formulas.
  const formulas = new Set<number>();
  for (const row of questionRows) {
    for (const cell of findRow(sheet, row)?.cells ?? []) {
      if (cell.column === labels || reader.key(cellText(cell)) !== head) continue;
      counts.set(cell.column, (counts.get(cell.column) ?? 0) + 1);
      if (cell.formula) formulas.add(cell.column);
    }
  }
  const most = Math.max(...counts.values());
  return [...counts].flatMap(([at, count]) =>
    count * 2 > most ? [{ key: head, at, weight: formulas.has(at) ? 1 : 0 }] : [],
  );
}

/**
 * Whether headings that show errors are in other columns than the layout's, and none in those: the templates look
 * headings up by the cell's own address, which fails after they have moved.
 */
function showErrorsElsewhere({ sheet, layout, labels, questionRows }: HeadSearch): boolean {
  const usual = [columnNumber(layout.answerColumn), columnNumber(layout.commentColumns[0] ?? "G")];
  const rows = questionRows.map((row) => findRow(sheet, row));
  const isElsewhere = rows.filter((row) =>
    row?.cells.some(
      (cell) => cell.column !== labels && !usual.includes(cell.column) && errorIn(cell) !== undefined,
    ),
  );
  const isHere = rows.filter((row) =>
    usual.some((column) => findCell(row, column)?.formula || row?.blankFormulas.includes(column)),
  );
  return isElsewhere.length * 2 > rows.length && isHere.length * 2 < rows.length;
}

/** The columns of answers and comments, by their headings beside the questions. */
export function findAnswerColumns(search: HeadSearch, notes: PlacementNotes): Map<string, number> {
  const { sheet, layout, labels: column, questionRows } = search;
  const text = (row: number, at: number) => cellText(findCell(findRow(sheet, row), at));
  const isElsewhere = showErrorsElsewhere(search);
  const heads = isElsewhere ? [] : (["answer", "comment"] as const).flatMap((head) => headsOf(head, search));
  const cannotTell = heads.length === 0 && !isElsewhere;
  const expected = [
    { key: "label", at: LABEL_COLUMN },
    { key: "answer", at: columnNumber(layout.answerColumn) },
    { key: "comment", at: columnNumber(layout.commentColumns[0] ?? "G") },
  ];
  const labels = [{ key: "label", at: column, weight: 0 }, ...heads];
  const { found, assumed, lost } = align(
    expected,
    labels,
    (_, at, isLast) => cannotTell || (!isLast && questionRows.every((row) => text(row, at) === undefined)),
  );
  const moved = movedRuns(expected, found).flatMap(({ keys, by }) =>
    keys.map((key) => {
      const at = found.get(key) ?? 0;
      return {
        at,
        text: `${COLUMN_NAMES[key]} in ${columnLetters(at)} instead of ${columnLetters(at - by)}`,
      };
    }),
  );
  const [first] = moved;
  if (first !== undefined) {
    notes.add("shifted", `${columnLetters(first.at)}:${columnLetters(first.at)}`, [
      "Columns of the declaration are not where the template has them and are read where they are: ",
      `${moved.map(({ text }) => text).join("; ")}.`,
    ]);
  }
  for (const key of heads.length > 0 ? assumed : []) {
    const letters = columnLetters(found.get(key) ?? 0);
    notes.add("labels", `${letters}:${letters}`, [
      `No column has the head of ${COLUMN_NAMES[key]}: they${key === "answer" ? ", and the company fields above them," : ""} were read from column ${letters}, by the columns beside it.`,
    ]);
  }
  for (const { key, why } of lost) {
    const which = why === "twice" ? "Several columns have" : "No column has";
    notes.add("labels", undefined, [
      `${which} the head of ${COLUMN_NAMES[key]}: `,
      key === "answer"
        ? "neither they and the comments on them were read, nor the company fields beside them."
        : "they were not read.",
    ]);
  }
  return found;
}

const COLUMN_NAMES: Readonly<Record<string, string>> = {
  label: "the labels",
  answer: "the answers",
  comment: "the comments",
};
