// Smelter rows with what the reference list says of them.
import type { RowMatch } from "../../model/match.ts";
import { type SmelterRow, smelterCell } from "../../model/response.ts";
import type { SmelterColumn } from "../../model/vocabulary.ts";
import type { Subject } from "../rule.ts";
import { rowName } from "./rows.ts";

export interface MatchedRow {
  row: SmelterRow;
  match: RowMatch;
  /** Facts that name the row. */
  facts: { row: number; metal: string | null; smelter: string };
  at(column: SmelterColumn): string;
}

/** Each row with its match; rows that were not matched (no reference list) are left out. */
export function* matchedRows({ response, matches }: Subject): Generator<MatchedRow> {
  for (const [index, row] of response.smelters.entries()) {
    const match = matches[index];
    if (match === undefined) continue;
    yield {
      row,
      match,
      facts: { row: row.row, metal: row.metal ?? null, smelter: rowName(row) },
      at: (column) => smelterCell(response, row, column),
    };
  }
}

/** The column in which a row says which smelter it means: its name where it has one, else its choice or ID. */
export function nameColumn(row: SmelterRow): SmelterColumn {
  if (row.lookupName !== undefined) return "lookupName";
  return row.name !== undefined ? "name" : "id";
}

/** The column in which the row's ID was typed: the input column where it holds that ID. */
export function idColumn(row: SmelterRow): SmelterColumn {
  return row.id === undefined || row.id === row.idInput ? "idInput" : "id";
}
