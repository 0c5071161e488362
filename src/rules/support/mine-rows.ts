// Reading mine rows the way rules do.
import type { MineRow } from "../../model/response.ts";

/** Names a row in a message: its mine, else its ID, else the smelter. */
export function mineName(row: MineRow): string {
  return row.name ?? row.id ?? row.smelter ?? `row ${row.row}`;
}

/** The row names a mine, by its name or ID. */
export function namesMine(row: MineRow): boolean {
  return row.name !== undefined || row.id !== undefined;
}
