// Whether a comparison knows how many suppliers were asked in the earlier period.
import type { Comparison } from "../model/comparison.ts";

/** The figure of a comparison that counts the suppliers asked. */
export const SURVEYED = "suppliers surveyed";

/**
 * Whether the number of suppliers asked is known for the later period only, so that the earlier figures count
 * every supplier heard from.
 */
export function askedUnknown({ changes }: Pick<Comparison, "changes">): boolean {
  const surveyed = changes.find(({ kind, subject }) => kind === "figure" && subject === SURVEYED);
  return surveyed?.before === null && surveyed.after !== null;
}
