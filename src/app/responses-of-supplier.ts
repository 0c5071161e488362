// Finds the responses of a supplier by name.
import { compareAge } from "../campaign/diff/corrections.ts";
import { countedResponses } from "../domain/standing.ts";
import { UsageError } from "../lib/errors.ts";
import { withFullStop } from "../lib/full-stop.ts";
import { groupBy } from "../lib/group-by.ts";
import { fold } from "../lib/text.ts";
import type { EvaluatedResponse } from "../model/evaluation.ts";

/**
 * The responses of the supplier whose name contains this text; an exact match takes precedence. Undefined if no name
 * matches. Throws UsageError if several match, with `advice` on what to give instead.
 */
export function responsesOfSupplier(
  supplier: string,
  responses: readonly EvaluatedResponse[],
  advice: string,
): readonly [EvaluatedResponse, ...EvaluatedResponse[]] | undefined {
  const fitting = groupBy(
    responses.filter((one) => fold(one.supplier.name).includes(fold(supplier))),
    (one) => one.supplier.key,
  );
  const exact = [...fitting.values()].filter(([one]) => fold(one.supplier.name) === fold(supplier));
  const [own, other] = exact.length === 1 ? exact : [...fitting.values()];
  if (other === undefined) return own;
  const names = [...fitting.values()].map(([one]) => one.supplier.name);
  throw new UsageError(
    `${withFullStop(`“${supplier}” fits ${names.length} suppliers: ${names.join(", ")}`)} ${advice}`,
  );
}

/** The newest response; of the same day, one that counts takes precedence. */
export function newestOf(responses: readonly EvaluatedResponse[]): EvaluatedResponse | undefined {
  const there = countedResponses(responses);
  return (there.length > 0 ? there : responses).toSorted(compareAge).at(-1);
}
