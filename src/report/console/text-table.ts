// Tables of a terminal: aligned columns, whatever script the texts are in.
import { printable } from "../../lib/printable.ts";
import { padText, shortenText, textWidth } from "../../lib/text-width.ts";

export interface TextColumn {
  /** Empty in a table without a line of headers. */
  header: string;
  /** Numbers are set to the right. */
  side?: "start" | "end";
  /** Columns that it takes at most on a terminal; wider cells are cut there. */
  widest?: number;
}

/** The last column of a cut line keeps at least so much. */
const LEAST = 20;
/** Elsewhere a wider cell pushes what follows to the right: one must not fill every line with blanks. */
const WIDEST = 60;

/**
 * Rows of cells as lines, the headers first where there are any. With `width`, the columns of the terminal, cells are cut
 * so that each line stays within it; without it (a file, a pipe) nothing is cut. Cells may hold any text.
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
