// Whether a comparison knows how many suppliers the earlier period asked.
import type { Comparison } from "../model/comparison.ts";

/** The figure of a comparison that counts the suppliers asked. */
export const SURVEYED = "suppliers surveyed";

/** How many were asked is known of the later period alone: the earlier one's figures count every supplier heard. */
export function askedUnknown({ changes }: Pick<Comparison, "changes">): boolean {
  const surveyed = changes.find(({ kind, subject }) => kind === "figure" && subject === SURVEYED);
  return surveyed?.before === null && surveyed.after !== null;
}
