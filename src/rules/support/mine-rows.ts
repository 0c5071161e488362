// Helpers for rules that read mine rows.
import type { MineRow } from "../../model/response.ts";

/** Names a row in a message: by its mine, else its ID, else its smelter. */
export function mineName(row: MineRow): string {
  return row.name ?? row.id ?? row.smelter ?? `row ${row.row}`;
}

/** Whether the row names a mine, by name or ID. */
export function namesMine(row: MineRow): boolean {
  return row.name !== undefined || row.id !== undefined;
}
