// The cells of a declaration by what they mean, blank ones too.
import { editionOf } from "../../forms/editions.ts";
import { answerCell, commentCell, companyCell, policyCell, policyCommentCell } from "../../forms/layouts.ts";
import type { Response } from "../../model/response.ts";
import { COMPANY_FIELDS } from "../../model/vocabulary.ts";

/**
 * The cells of company fields, answers and comments as the edition lays them out, by the keys of their changes.
 */
export function declarationCells(response: Response): Map<string, string> {
  const { layout } = editionOf(response);
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
  return new Map([...fields, ...answers, ...policies]);
}
