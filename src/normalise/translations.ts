// Reads label translations from a workbook's own language sheet.
import type { LabelReader } from "../forms/read-labels.ts";
import { cellText, findCell } from "../model/cells.ts";
import type { Workbook } from "../model/workbook.ts";

/** One label per row, one language per column from the fourth; the second column names the sheet that it is for. */
const LANGUAGE_SHEET = "L";
const FIRST_LANGUAGE = 4;

/**
 * The texts of a sheet's labels in all languages of the workbook, by key: those in a row with a text that the reader
 * recognises. Texts in the rows of two keys are ignored.
 * @param of name of the sheet in the layout
 */
export function translations<Key extends string>(
  workbook: Workbook,
  of: string,
  reader: LabelReader<Key>,
): [Key, string[]][] {
  const keys = new Map<string, Set<Key>>();
  for (const row of workbook.sheet(LANGUAGE_SHEET)?.rows ?? []) {
    if (cellText(findCell(row, 2)) !== of) continue;
    const texts = row.cells.flatMap((cell) => (cell.column >= FIRST_LANGUAGE ? (cellText(cell) ?? []) : []));
    const known = new Set(texts.flatMap((text) => reader.key(text) ?? []));
    const [key] = known;
    if (key === undefined || known.size > 1) continue;
    for (const text of texts) keys.set(text, (keys.get(text) ?? new Set()).add(key));
  }
  return [...keys].flatMap(([text, named]) => {
    const [key] = named;
    return key !== undefined && named.size === 1 ? [[key, [text]] as [Key, string[]]] : [];
  });
}
