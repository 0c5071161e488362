// What the list of the letters of a period says, for the report.
import { sortTexts } from "../../lib/compare-texts.ts";
import { isDay } from "../../lib/dates.ts";
import { UsageError } from "../../lib/errors.ts";
import { readCsv } from "../../lib/read-csv.ts";
import { LETTERS_FOLDER } from "../../model/workspace-files.ts";
import type { Workspace } from "../../store/open-workspace.ts";

/** The list of the letters that `cmrt letters` wrote for a period, by its path in the workspace. */
export function lettersIndex(period: number): string {
  return `${LETTERS_FOLDER}/${period}/index.csv`;
}

/**
 * To how many suppliers letters of a period were written, and on which day where the list says it; undefined where there
 * is no list of them, or none that can be understood.
 */
export function lettersWritten(
  workspace: Workspace,
  period: number,
): { suppliers: number; written?: string } | undefined {
  const file = lettersIndex(period);
  const text = workspace.readUserFile(file);
  if (text === undefined) return undefined;
  const rows = rowsOf(text, file);
  const [head, ...lines] = rows;
  const [supplier, written] = ["supplier", "written"].map((name) => head?.indexOf(name) ?? -1) as [
    number,
    number,
  ];
  if (supplier < 0) return undefined;
  const days = sortTexts(
    lines.flatMap((cells) => (isDay(cells[written] ?? "") ? (cells[written] ?? "") : [])),
  );
  const last = days.at(-1);
  return {
    suppliers: new Set(lines.map((cells) => cells[supplier])).size,
    ...(last === undefined ? {} : { written: last }),
  };
}

/** The rows; none where somebody made it another file. */
function rowsOf(text: string, file: string): string[][] {
  try {
    return readCsv(text, file).map(({ cells }) => cells);
  } catch (error) {
    if (error instanceof UsageError) return [];
    throw error;
  }
}
