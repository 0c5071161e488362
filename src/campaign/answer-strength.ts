// Ranks answers, so that of two answers to one question the weaker can be identified.
import type { Question } from "../forms/form.ts";
import type { TalliedAnswer } from "../model/consolidation.ts";
import { meansYes, RESPONSE_RATES } from "../model/vocabulary.ts";

/** A question and its better answer. A question without one only describes the supplier and is not compared. */
export type Compared = Pick<Question, "key" | "better">;

/**
 * The rank of an answer, from weakest to strongest: not answered, unknown, adverse, good. Undefined for questions that
 * are not asked or compared.
 */
export function strength({ better }: Compared, answer: TalliedAnswer): number | undefined {
  if (answer === "not asked" || answer === "not required") return undefined;
  if (answer === "not answered" || answer === "not understood") return 0;
  if (answer === "unknown") return 1;
  const rate = (RESPONSE_RATES as readonly TalliedAnswer[]).indexOf(answer);
  if (rate >= 0) return 2 + rate;
  const good = better === "no" ? answer === "no" : meansYes(answer);
  return good ? 3 : 2;
}
