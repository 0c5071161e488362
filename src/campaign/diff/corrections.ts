// Responses that replaced an earlier one in their period, and what they changed.
import { countedResponses } from "../../domain/standing.ts";
import { compareTexts } from "../../lib/compare-texts.ts";
import { groupBy } from "../../lib/group-by.ts";
import type { EvaluatedResponse, Evaluation } from "../../model/evaluation.ts";
import type { ResponseDiff } from "../../model/response-diff.ts";
import { sourceText } from "../../model/workbook.ts";
import { diffResponses } from "./diff-responses.ts";

/** Orders a supplier's responses by date, time of saving and name; newest last. */
export function compareAge(a: EvaluatedResponse, b: EvaluatedResponse): number {
  const key = ({ response: { company, source } }: EvaluatedResponse) =>
    [company.effectiveDate?.value ?? "", source.modified ?? "", sourceText(source)].join("\u0000");
  return compareTexts(key(a), key(b));
}

/**
 * The newest of the supplier's responses that this one replaced: superseded by it, or removed from the path where its
 * file is now. Undefined if there is none.
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

/** What each counted response changed compared with the one that it replaced in the period, by supplier. */
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
