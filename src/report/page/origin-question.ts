import { newestEdition } from "../../forms/editions.ts";
import type { Family, QuestionLayout } from "../../forms/form.ts";
import { findQuestion } from "../../forms/layouts.ts";

/** The question of a family on where a mineral comes from: on the countries of its inquiry, else on high-risk areas. */
export function originQuestion(family: Family): QuestionLayout | undefined {
  const { layout } = newestEdition(family);
  return findQuestion(layout, "coveredOrigin") ?? findQuestion(layout, "cahraOrigin");
}
