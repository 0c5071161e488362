import { type Sheet, UnreadableError, type Workbook } from "../../model/workbook.ts";

/** A sheet by name; undefined if it does not exist or is damaged. */
export function readableSheet(workbook: Workbook, name: string): Sheet | undefined {
  try {
    return workbook.sheet(name);
  } catch (error) {
    if (error instanceof UnreadableError) return undefined;
    throw error;
  }
}
