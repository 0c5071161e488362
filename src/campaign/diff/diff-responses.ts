// What changed between a supplier's response and a later one.
import type { EvaluatedResponse } from "../../model/evaluation.ts";
import type { Finding } from "../../model/finding.ts";
import type { Response } from "../../model/response.ts";
import type { DiffSide, ResponseDiff } from "../../model/response-diff.ts";
import { sourceText } from "../../model/workbook.ts";
import { cellMoves } from "./cell-moves.ts";
import { diffAnswers, diffDeclarations, diffRows } from "./diff-cells.ts";
import { diffFindings } from "./diff-findings.ts";
import { diffSmelters } from "./diff-smelters.ts";
import { pairRows } from "./pair-rows.ts";

export interface DiffOptions {
  /** Rules whose findings are not put to suppliers; they are left out. */
  internal: ReadonlySet<string>;
  /** Rules that could not run on the later response. */
  notRun: ReadonlySet<string>;
}

/**
 * Compares two responses, the earlier one first. Text that names or identifies a person is reported only as changed.
 */
export function diffResponses(
  before: EvaluatedResponse,
  after: EvaluatedResponse,
  { internal, notRun }: DiffOptions,
): ResponseDiff {
  const rows = pairRows(before, after);
  const answers = diffAnswers(before.response, after.response);
  const cells = [
    ...diffDeclarations(before.response, after.response),
    ...diffRows(before.response, after.response, rows),
  ];
  const moves = cellMoves(before.response, after.response, rows);
  const asked = ({ findings }: EvaluatedResponse): Finding[] =>
    findings.filter(({ rule }) => !internal.has(rule));
  const found = { before: asked(before), after: asked(after), notRun };
  return {
    supplier: after.supplier.name,
    before: sideOf(before.response),
    after: sideOf(after.response),
    cells,
    answers,
    smelters: diffSmelters(before.response, after.response, rows),
    findings: diffFindings(found, moves, [...answers, ...cells]),
  };
}

function sideOf({ id, source, template, company, smelters }: Response): DiffSide {
  return {
    id,
    file: sourceText(source),
    templateVersion: template.version,
    effectiveDate: company.effectiveDate?.value ?? null,
    smelterRows: smelters.length,
  };
}
