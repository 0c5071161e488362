// Reading mine rows the way rules do.
import type { MineRow, Response } from "../../model/response.ts";
import type { MineColumn } from "../../model/vocabulary.ts";

/** The cell of a mine row's column. */
export function mineCell(response: Response, row: MineRow, column: MineColumn): string {
  const letters = response.mineColumns?.[column];
  const sheet = row.sheet ?? response.mineSheet ?? "";
  return letters === undefined ? `${sheet}!${row.row}:${row.row}` : `${sheet}!${letters}${row.row}`;
}

/** Names a row in a message: its mine, else its ID, else the smelter. */
export function mineName(row: MineRow): string {
  return row.name ?? row.id ?? row.smelter ?? `row ${row.row}`;
}

/** The row names a mine, by its name or ID. */
export function namesMine(row: MineRow): boolean {
  return row.name !== undefined || row.id !== undefined;
}
