// Whether an answer is one of the choices that the template offers.

import type { Choice } from "../../forms/form.ts";
import type { Answer } from "../../model/response.ts";

/** How workbooks store 100 %: 6.01–6.22 offer the number 1, later versions the text. */
const ONE_HUNDRED = new Set(["1", "1.0", "100%", "100 %"]);

/**
 * Ignores letter case, but not blanks unless the choice itself ends with one. If the template's choices were
 * inferred, any answer that cmrt understands counts as offered.
 */
export function isOffered(answer: Answer, choices: readonly Choice[], inferred: boolean): boolean {
  if (inferred) return answer.value !== null;
  if (answer.raw === undefined) return choices.some((choice) => choice.code === answer.value);
  const text = answer.raw.toLowerCase();
  return choices.some(
    (choice) =>
      choice.text.toLowerCase() === text ||
      choice.text.trim().toLowerCase() === text ||
      (choice.code === "pct100" && answer.value === "pct100" && ONE_HUNDRED.has(text)),
  );
}
