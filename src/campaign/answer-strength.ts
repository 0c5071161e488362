// How strong an answer is, so that two answers to one question can be told apart as weaker and stronger.
import type { Question } from "../forms/form.ts";
import type { TalliedAnswer } from "../model/consolidation.ts";
import { meansYes, RESPONSE_RATES } from "../model/vocabulary.ts";

/** A question and its better answer; one without only describes the supplier and is not compared. */
export type Compared = Pick<Question, "key" | "better">;

/** From weakest to strongest: what is not answered, not known, adverse, good. Questions not asked are not compared. */
export function strength({ better }: Compared, answer: TalliedAnswer): number | undefined {
  if (answer === "not asked" || answer === "not required") return undefined;
  if (answer === "not answered" || answer === "not understood") return 0;
  if (answer === "unknown") return 1;
  const rate = (RESPONSE_RATES as readonly TalliedAnswer[]).indexOf(answer);
  if (rate >= 0) return 2 + rate;
  const good = better === "no" ? answer === "no" : meansYes(answer);
  return good ? 3 : 2;
}
