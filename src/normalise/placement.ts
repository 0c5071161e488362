// Where a declaration's cells are: at the layout's addresses if the labels beside them agree, otherwise at their
// labels.
import type { DetectedTemplate } from "../forms/detect.ts";
import type { ColumnHead, Layout, PolicyLayout, QuestionLayout } from "../forms/form.ts";
import { mineralsOf, rowOf } from "../forms/layouts.ts";
import type { LabelReader } from "../forms/read-labels.ts";
import { cellText, columnLetters, findCell, findRow } from "../model/cells.ts";
import type { Note } from "../model/response.ts";
import { COMPANY_FIELDS, type CompanyField, type MineralId } from "../model/vocabulary.ts";
import type { Sheet } from "../model/workbook.ts";
import { LABEL_COLUMN } from "./form-labels.ts";

/** The place of each value; undefined if the labels do not show it. */
export interface Placement {
  /** The address of a company field in a single cell. */
  company(field: CompanyField): string | undefined;
  /** The addresses of a date in three cells. */
  dateParts: Layout["dateParts"] | undefined;
  /** The column of the labels. */
  labelColumn: string;
  /** An address in the company block without a label of its own: it moved with the field above it. */
  besideField(address: string): string | undefined;
  /** The row of a question's text. */
  questionRow(question: QuestionLayout): number | undefined;
  /** The row of a question's answer for a mineral. */
  answerRow(question: QuestionLayout, mineral: MineralId): number | undefined;
  policyRow(policy: PolicyLayout): number | undefined;
  answerColumn: string | undefined;
  commentColumns: readonly string[];
  /** Whether a column, by number, has labels or a heading, so that its text was not typed beside a value. */
  hasOwnHead(column: number): boolean;
  notes: Note[];
}

/** Whether somebody wrote a heading beside the questions, where the template has links to other sheets. */
export function isHeaded(
  sheet: Sheet,
  questionRows: readonly number[],
  column: number,
  heads: LabelReader<ColumnHead>,
): boolean {
  return questionRows.some((row) => {
    const cell = findCell(findRow(sheet, row), column);
    const text = cellText(cell);
    return text !== undefined && (cell?.formula ? heads.key(text) !== undefined : !LINK.test(text));
  });
}

/** In English in every language if it is not a formula. */
const LINK = /^\s*(?:click here|link to)\b/i;

/** The placement if the place of every value is unknown. */
export function nowhere(notes: Note[]): Placement {
  return {
    company: () => undefined,
    dateParts: undefined,
    labelColumn: columnLetters(LABEL_COLUMN),
    besideField: () => undefined,
    questionRow: () => undefined,
    answerRow: () => undefined,
    policyRow: () => undefined,
    answerColumn: undefined,
    commentColumns: [],
    hasOwnHead: () => true,
    notes,
  };
}

/** The placement with every value at its address in the layout. */
export function asLaidOut(
  { layout, declaration }: DetectedTemplate,
  heads: LabelReader<ColumnHead>,
): Placement {
  const rows = layout.questions.map(({ row }) => row);
  return {
    hasOwnHead: (column) => isHeaded(declaration, rows, column, heads),
    company: (field) => layout.company[field],
    dateParts: layout.dateParts,
    labelColumn: columnLetters(LABEL_COLUMN),
    besideField: (address) => address,
    questionRow: ({ row }) => row,
    answerRow: (question, mineral) => rowOf(layout, question, mineral),
    policyRow: ({ row }) => row,
    answerColumn: layout.answerColumn,
    commentColumns: layout.commentColumns,
    notes: [],
  };
}

/** The cells of a layout that are elsewhere, by their layout address; null if their place is unknown. */
export function movedCells(layout: Layout, placement: Placement): Record<string, string | null> {
  const moved: Record<string, string | null> = {};
  const add = (usual: string | undefined, address: string | undefined) => {
    if (usual !== undefined && usual !== address) moved[usual] = address ?? null;
  };
  const inColumn = (column: string | undefined, row: number | undefined) =>
    column === undefined || row === undefined ? undefined : `${column}${row}`;
  const addRow = (usual: number, row: number | undefined) => {
    add(`${layout.answerColumn}${usual}`, inColumn(placement.answerColumn, row));
    add(`${layout.commentColumns[0]}${usual}`, inColumn(placement.commentColumns[0], row));
  };
  for (const field of COMPANY_FIELDS) add(layout.company[field], placement.company(field));
  add(layout.dateParts?.day, placement.dateParts?.day);
  for (const question of layout.questions) {
    for (const mineral of mineralsOf(layout, question)) {
      addRow(rowOf(layout, question, mineral), placement.answerRow(question, mineral));
    }
  }
  for (const policy of layout.policies) addRow(policy.row, placement.policyRow(policy));
  for (const { at } of layout.selection?.cells ?? []) add(at, placement.besideField(at));
  return moved;
}
