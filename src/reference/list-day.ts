// The date of a template's look-up list. It is not the release date, which is weeks later.
import { cellText } from "../model/cells.ts";
import type { Workbook } from "../model/workbook.ts";
import { readAsOf } from "./read-as-of.ts";

/** The Revision sheet's words about the list, which are in English in all languages of the template. */
const ON_THE_LIST = /\bsmelter lists?\b.*\bas of\b/is;

/**
 * The last date that the Revision sheet gives for the list ("… the Standard Smelter List as of March 5, 2025"), if it
 * is not later than the release; else the release date. Null if neither is known.
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
