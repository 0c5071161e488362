// Terminal tables: aligned columns in any script.
import { printable } from "../../lib/printable.ts";
import { padText, shortenText, textWidth } from "../../lib/text-width.ts";

export interface TextColumn {
  /** Empty in a table without headers. */
  header: string;
  /** "start" right-aligns numbers. */
  side?: "start" | "end";
  /** Maximum width on a terminal; wider cells are truncated. */
  widest?: number;
}

/** Minimum width of the last column in a truncated line. */
const LEAST = 20;
/**
 * Without a terminal a wider cell pushes the following columns to the right, so that one long cell does not pad every
 * line with blanks.
 */
const WIDEST = 60;

/**
 * Formats rows of cells as lines, with headers first if there are any. With `width`, the terminal's columns, cells are
 * truncated so that each line fits; without it (a file, a pipe) nothing is truncated. Cells may contain any text.
 */
export function textTable(
  columns: readonly TextColumn[],
  rows: readonly (readonly string[])[],
  width?: number,
): string[] {
  const headers = columns.map(({ header }) => header);
  const hasHeaders = headers.some((header) => header !== "");
  const cells = [...(hasHeaders ? [headers] : []), ...rows.map((row) => row.map(printable))];
  const widths = columns.map(({ widest = WIDEST }, index) =>
    cells.reduce(
      (most, row) =>
        Math.min(width === undefined ? WIDEST : widest, Math.max(most, textWidth(row[index] ?? ""))),
      0,
    ),
  );
  const last = columns.length - 1;
  const before = widths.slice(0, last).reduce((sum, columnWidth) => sum + columnWidth + GAP.length, 0);
  const room = width === undefined ? undefined : Math.max(LEAST, width - before);
  return cells.map((row) =>
    row
      .map((cell, index) => {
        if (index === last) return room === undefined ? cell : shortenText(cell, room);
        const columnWidth = widths[index] ?? 0;
        const text = width === undefined ? cell : shortenText(cell, columnWidth);
        return padText(text, columnWidth, columns[index]?.side === "start" ? "start" : "end");
      })
      .join(GAP)
      .trimEnd(),
  );
}

const GAP = "  ";
