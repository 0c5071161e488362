// Responses that took the place of an earlier one in their period, and what they changed.
import { countedResponses } from "../../domain/standing.ts";
import { compareTexts } from "../../lib/compare-texts.ts";
import { groupBy } from "../../lib/group-by.ts";
import type { EvaluatedResponse, Evaluation } from "../../model/evaluation.ts";
import type { ResponseDiff } from "../../model/response-diff.ts";
import { sourceText } from "../../model/workbook.ts";
import { diffResponses } from "./diff-responses.ts";

/** Orders responses of a supplier by date, when they were saved, and name; the newest last. */
export function compareAge(a: EvaluatedResponse, b: EvaluatedResponse): number {
  const key = ({ response: { company, source } }: EvaluatedResponse) =>
    [company.effectiveDate?.value ?? "", source.modified ?? "", sourceText(source)].join("\u0000");
  return compareTexts(key(a), key(b));
}

/**
 * The newest of a supplier's responses that gave way to this one: superseded by it, or gone from the place where its file
 * is now. Undefined where none did.
 */
export function predecessorOf(
  own: readonly EvaluatedResponse[],
  { response }: EvaluatedResponse,
): EvaluatedResponse | undefined {
  return own
    .filter(
      (one) =>
        one.supersededBy === response.id ||
        ((one.standing === "replaced" || one.standing === "withdrawn") &&
          sourceText(one.response.source) === sourceText(response.source)),
    )
    .toSorted(compareAge)
    .at(-1);
}

/** What each response that counts changed against the one before it in the period, by supplier. */
export function correctionsOf(evaluation: Evaluation, internal: ReadonlySet<string>): ResponseDiff[] {
  const bySupplier = groupBy(evaluation.responses, ({ supplier }) => supplier.key);
  return countedResponses(evaluation.responses).flatMap((after) => {
    const before = predecessorOf(bySupplier.get(after.supplier.key) ?? [], after);
    if (before === undefined) return [];
    const file = sourceText(after.response.source);
    const notRun = evaluation.notRun.filter((one) => one.file === null || one.file === file);
    return [diffResponses(before, after, { internal, notRun: new Set(notRun.map(({ rule }) => rule)) })];
  });
}
