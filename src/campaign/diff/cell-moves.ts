// Locates cells of the earlier response in the later one.
import type { Response } from "../../model/response.ts";
import { declarationCells } from "./declaration-cells.ts";
import type { RowPairs } from "./pair-rows.ts";

/** Maps a cell to the later response: null if its row is gone, undefined if the later edition has no such cell. */
export type CellMoves = (at: string) => string | null | undefined;

/** Maps cells by their meaning and by the smelter of their row, whatever the layouts of the two editions. */
export function cellMoves(before: Response, after: Response, { pairs }: RowPairs): CellMoves {
  const rows = new Map(pairs.map((pair) => [pair.before.row.row, pair.after.row.row]));
  const now = declarationCells(after);
  const declared = new Map(
    [...declarationCells(before)].flatMap(([key, cell]): [string, string | null | undefined][] =>
      cell === null ? [] : [[cell, now.get(key)]],
    ),
  );
  const named = new Set(before.smelters.map(({ row }) => row));
  const sameLayout =
    before.template.layout === after.template.layout && !isEdited(before) && !isEdited(after);
  return (at) => {
    if (declared.has(at)) return declared.get(at);
    const [, sheet, letters = "", row = ""] = /^(.*)!([A-Z]+)(\d+)$/.exec(at) ?? [];
    if (sheet !== before.smelterSheet || !named.has(Number(row))) return sameLayout ? at : undefined;
    const moved = rows.get(Number(row));
    return moved === undefined ? null : `${after.smelterSheet}!${columnOf(before, after, letters)}${moved}`;
  };
}

/**
 * Whether the sheet was edited so that cells are not where the edition has them, which makes addresses useless in
 * another workbook.
 */
function isEdited({ movedCells, productColumns, productFirstRow }: Response): boolean {
  return [movedCells, productColumns, productFirstRow].some((each) => each !== undefined);
}

/** The column with the same meaning in the later response. */
function columnOf(before: Response, after: Response, letters: string): string {
  const known = Object.entries(before.smelterColumns).find(([, letter]) => letter === letters)?.[0];
  return after.smelterColumns[known as keyof Response["smelterColumns"]] ?? letters;
}
