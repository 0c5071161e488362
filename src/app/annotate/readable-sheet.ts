import { type Sheet, UnreadableError, type Workbook } from "../../model/workbook.ts";

/** A sheet by its name; undefined where there is none and where it is damaged. */
export function readableSheet(workbook: Workbook, name: string): Sheet | undefined {
  try {
    return workbook.sheet(name);
  } catch (error) {
    if (error instanceof UnreadableError) return undefined;
    throw error;
  }
}
