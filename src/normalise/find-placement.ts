// Finds where a declaration's cells are.
import type { DetectedTemplate } from "../forms/detect.ts";
import type { Workbook } from "../model/workbook.ts";
import { isAsLaidOut } from "./as-laid-out.ts";
import { readersOf } from "./declaration-labels.ts";
import { LabelSearch } from "./label-search.ts";
import { asLaidOut, type Placement } from "./placement.ts";

/** Finds the placement by comparing the labels with the layout. */
export function findPlacement(workbook: Workbook, template: DetectedTemplate): Placement {
  const readers = readersOf(template);
  if (isAsLaidOut(template, readers)) return asLaidOut(template, readers.heads);
  return new LabelSearch(workbook, template, readers).placement();
}
