// A template with the minerals that a workbook selects.
import { compareTexts } from "../lib/compare-texts.ts";
import type { SelectedMineral } from "../model/response.ts";
import type { DetectedTemplate } from "./detect.ts";
import { withMinerals } from "./editions.ts";

/** The template for these minerals, in the order of the rows below each question. */
export function withSelected(
  template: DetectedTemplate,
  minerals: readonly SelectedMineral[],
): DetectedTemplate {
  const edition = withMinerals(
    template.edition,
    minerals.map(({ id }) => id),
  );
  return { ...template, edition, layout: edition.layout, minerals };
}

/** Each mineral once, sorted by name ignoring case, as in the template's formulas. */
export function inRowOrder<Mineral extends { id: string; name: string }>(
  minerals: readonly Mineral[],
): Mineral[] {
  return minerals
    .filter(({ id }, index) => minerals.findIndex((other) => other.id === id) === index)
    .sort((a, b) => compareTexts(a.name.toLowerCase(), b.name.toLowerCase()));
}
