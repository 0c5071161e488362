// Presents what was not run to a person.

import { compareTexts, sortTexts } from "../lib/compare-texts.ts";
import { groupBy } from "../lib/group-by.ts";
import type { NotRun } from "../model/finding.ts";

/** Groups what was not run by reason, since most entries share one. */
export function notRunGroups(
  notRun: readonly NotRun[],
): { reason: string; rules: string[]; files: string[] }[] {
  return [...groupBy(notRun, (one) => one.reason)]
    .map(([reason, group]) => ({
      reason,
      rules: sortTexts(new Set(group.map((one) => one.rule))),
      files: sortTexts(new Set(group.flatMap((one) => one.file ?? []))),
    }))
    .sort((a, b) => compareTexts(a.reason, b.reason));
}
