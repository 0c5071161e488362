// Whether the labels of a declaration are where its layout has them, so that its addresses are valid.
import type { DetectedTemplate } from "../forms/detect.ts";
import type { Layout } from "../forms/form.ts";
import { mineralsOf, rowOf } from "../forms/layouts.ts";
import { cellText, columnNumber, findCell, findRow, parseAddress } from "../model/cells.ts";
import type { Sheet } from "../model/workbook.ts";
import { type DeclarationReaders, practiceKey, questionKey } from "./declaration-labels.ts";
import {
  fieldsOf,
  formRows,
  isLettered,
  LABEL_COLUMN,
  newQuestion,
  readMineralLabel,
} from "./form-labels.ts";

/** Whether every label names what the layout has beside it. */
export function isAsLaidOut(template: DetectedTemplate, readers: DeclarationReaders): boolean {
  const { layout, declaration } = template;
  const answer = columnNumber(layout.answerColumn);
  const comment = columnNumber(layout.commentColumns[0] ?? "G");
  const text = (row: number, column = LABEL_COLUMN) => cellText(findCell(findRow(declaration, row), column));
  return (
    fieldsOf(layout).every(({ field, row }) => readers.company.key(text(row)) === field) &&
    layout.questions.every(
      (question) =>
        readers.question(text(question.row) ?? "") === questionKey(question.key) &&
        (isLettered(question) ||
          (readers.heads.key(text(question.row, answer)) === "answer" &&
            readers.heads.key(text(question.row, comment)) === "comment")) &&
        mineralsOf(layout, question).every(
          (mineral) => readMineralLabel(text(rowOf(layout, question, mineral)), template) === mineral,
        ),
    ) &&
    layout.policies.every(({ key, row }) => readers.question(text(row) ?? "") === practiceKey(key)) &&
    (layout.dateParts === undefined || isDateAsLaidOut(layout.dateParts, declaration, readers)) &&
    newQuestion(layout, formRows(declaration, layout), LABEL_COLUMN) === undefined &&
    // A failed look-up may have moved out of its row, although all remaining labels seem to be in place.
    !formRows(declaration, layout).some((row) => findCell(row, LABEL_COLUMN)?.value.type === "error")
  );
}

function isDateAsLaidOut(
  parts: NonNullable<Layout["dateParts"]>,
  sheet: Sheet,
  readers: DeclarationReaders,
): boolean {
  return (["day", "month", "year"] as const).every((part) => {
    const { row, column } = parseAddress(parts[part]);
    return readers.heads.key(cellText(findCell(findRow(sheet, row), column - 1))) === part;
  });
}
