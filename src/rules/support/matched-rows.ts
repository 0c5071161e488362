// Smelter rows with what the reference list says about them.
import type { RowMatch } from "../../model/match.ts";
import { type SmelterRow, smelterCell } from "../../model/response.ts";
import type { SmelterColumn } from "../../model/vocabulary.ts";
import type { Subject } from "../rule.ts";
import { rowName } from "./rows.ts";

export interface MatchedRow {
  row: SmelterRow;
  match: RowMatch;
  /** Facts that identify the row. */
  facts: { row: number; metal: string | null; smelter: string };
  at(column: SmelterColumn): string;
}

/** Each row with its match. Rows that were not matched, for lack of a reference list, are left out. */
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

/** Whether a row that may name a facility was not matched to one. */
export function isUntied({ kind }: RowMatch): boolean {
  return kind === "none" || kind === "candidates";
}

/** The column that identifies the smelter of a row: its name if it has one, else its choice or ID. */
export function nameColumn(row: SmelterRow): SmelterColumn {
  if (row.lookupName !== undefined) return "lookupName";
  return row.name !== undefined ? "name" : "id";
}

/** The column in which the row's ID was typed: the input column if it holds that ID. */
export function idColumn(row: SmelterRow): SmelterColumn {
  return row.id === undefined || row.id === row.idInput ? "idInput" : "id";
}

/**
 * Candidates below this score share only a common word or the country; naming them to a supplier would be
 * misleading.
 */
const WORTH_NAMING = 0.35;

const likely = new WeakMap<RowMatch, string[]>();

/**
 * The candidates worth naming for an unmatched row. Rows with equal content share a match and these texts.
 */
export function likelyCandidates(match: RowMatch | undefined): string[] {
  if (match?.kind !== "candidates") return [];
  const known = likely.get(match);
  if (known) return known;
  const texts = match.candidates
    .filter(({ score }) => score >= WORTH_NAMING)
    .map(({ standardName, id }) => `${standardName} (${id})`);
  likely.set(match, texts);
  return texts;
}
