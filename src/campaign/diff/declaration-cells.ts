// The cells of a declaration by meaning, including blank ones.
import {
  answerCell,
  commentCell,
  companyCell,
  isNowhere,
  policyCell,
  policyCommentCell,
} from "../../forms/layouts.ts";
import { placedLayout } from "../../forms/placed-layout.ts";
import type { Response } from "../../model/response.ts";
import { COMPANY_FIELDS } from "../../model/vocabulary.ts";

/**
 * The cells of company fields, answers and comments in the workbook, by the keys of their changes; null if their place
 * is unknown.
 */
export function declarationCells(response: Response): Map<string, string | null> {
  const layout = placedLayout(response);
  const fields = COMPANY_FIELDS.flatMap((field): [string, string][] => {
    const cell = companyCell(layout, field);
    return cell === undefined ? [] : [[field, cell]];
  });
  const answers = layout.questions.flatMap((question) =>
    layout.minerals.flatMap((metal): [string, string][] => [
      [`${metal}.${question.key}`, answerCell(layout, question, metal)],
      [`${metal}.${question.key}.comment`, commentCell(layout, question, metal)],
    ]),
  );
  const policies = layout.policies.flatMap((policy): [string, string][] => [
    [policy.key, policyCell(layout, policy)],
    [`${policy.key}.comment`, policyCommentCell(layout, policy)],
  ]);
  const cells = [...fields, ...answers, ...policies];
  return new Map(cells.map(([key, cell]) => [key, isNowhere(cell) ? null : cell]));
}
