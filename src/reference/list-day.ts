// The day for which a template's look-up list speaks: not that of the release, which comes weeks later.
import { cellText } from "../model/cells.ts";
import type { Workbook } from "../model/workbook.ts";
import { readAsOf } from "./read-as-of.ts";

/** A revision's words on the list, in English in the templates of every language. */
const ON_THE_LIST = /\bsmelter lists?\b.*\bas of\b/is;

/**
 * The last day that the Revision sheet gives for the list ("… the Standard Smelter List as of March 5, 2025"), where it is
 * not later than the release; else the release. Null where neither is known.
 */
export function dayOfList(workbook: Workbook, released: string | undefined): string | null {
  let last: string | undefined;
  for (const { cells } of workbook.sheet("Revision")?.rows ?? []) {
    for (const cell of cells) {
      const text = cellText(cell) ?? "";
      const day = ON_THE_LIST.test(text) ? readAsOf(text.replace(/^.*\bsmelter lists?\b/is, "")) : undefined;
      if (day === undefined || (released !== undefined && day > released)) continue;
      if (last === undefined || day > last) last = day;
    }
  }
  return last ?? released ?? null;
}
