// The labels of a form: the rows in which a layout has them, and how the labels of minerals are read.
import type { DetectedTemplate } from "../forms/detect.ts";
import type { Layout, QuestionLayout } from "../forms/form.ts";
import { readMineralOf } from "../forms/minerals.ts";
import { labelMark } from "../forms/read-labels.ts";
import { cellText, findCell, parseAddress } from "../model/cells.ts";
import { COMPANY_FIELDS, type CompanyField, type MineralId } from "../model/vocabulary.ts";
import type { Row, Sheet } from "../model/workbook.ts";
import { endsForm } from "./footer.ts";

/** The column of the labels in every layout. */
export const LABEL_COLUMN = 2;
/** How far below the last label to look for more. */
const ROWS_BELOW = 40;

/** The rows of the form, without the hidden tables below the questions, which repeat words of the labels. */
export function formRows({ rows }: Sheet, { questions, policies }: Layout): readonly Row[] {
  const last = Math.max(...[...questions, ...policies].map(({ row }) => row)) + ROWS_BELOW;
  const end = rows.findIndex((row) => row.row > last || endsForm(row));
  return end < 0 ? rows : rows.slice(0, end);
}

/** Whether it is a question per mineral among the company questions, without column headings of its own. */
export function isLettered({ number }: QuestionLayout): boolean {
  return !/\d/.test(number);
}

/** The mark and row of a question that the layout does not have: the number or letter after its last. */
export function newQuestion({ questions, policies }: Layout, rows: readonly Row[], column: number) {
  const lettered = questions.filter(isLettered).length;
  const next = new Set([
    String(questions.length - lettered + 1),
    String.fromCharCode("A".charCodeAt(0) + policies.length + lettered),
  ]);
  for (const row of rows) {
    const mark = labelMark(cellText(findCell(row, column)) ?? "");
    if (mark !== undefined && next.has(mark)) return { mark, row: row.row };
  }
  return undefined;
}

/** The company fields of a layout with their rows, from top to bottom. */
export function fieldsOf({ company, dateParts }: Layout): { field: CompanyField; row: number }[] {
  return COMPANY_FIELDS.flatMap((field) => {
    const address = company[field] ?? (field === "effectiveDate" ? dateParts?.day : undefined);
    return address === undefined ? [] : [{ field, row: parseAddress(address).row }];
  }).sort((a, b) => a.row - b.row);
}

/** The mark on labels of mandatory rows. */
export const STAR = /[(（]\s*\*\s*[)）]/g;

/** "Tantalum (Ta) (*)", "Tin  (*)". */
export function readMineralLabel(
  text: string | undefined,
  template: DetectedTemplate,
): MineralId | undefined {
  return text === undefined || text.length > 60
    ? undefined
    : readMineralOf(text.replace(STAR, "").replace(/\*/g, ""), template);
}
