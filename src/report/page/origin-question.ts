import { newestEdition } from "../../forms/editions.ts";
import type { Family, QuestionLayout } from "../../forms/form.ts";
import { findQuestion } from "../../forms/layouts.ts";

/**
 * A family's question about the origin of a mineral: whether it is from a country of its inquiry, else from a high-risk
 * area.
 */
export function originQuestion(family: Family): QuestionLayout | undefined {
  const { layout } = newestEdition(family);
  return findQuestion(layout, "coveredOrigin") ?? findQuestion(layout, "cahraOrigin");
}
