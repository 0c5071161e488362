// Pairs the rows of the earlier and the later smelter list.
import { facilityKey, reportedNameKey } from "../../domain/facility.ts";
import { pairUp } from "../../lib/pair-up.ts";
import type { EvaluatedResponse } from "../../model/evaluation.ts";
import type { RowMatch } from "../../model/match.ts";
import type { SmelterRow } from "../../model/response.ts";

/** A row of a smelter list with its match. */
export interface MatchedRow {
  row: SmelterRow;
  match: RowMatch | undefined;
}

export interface RowPairs {
  pairs: readonly { before: MatchedRow; after: MatchedRow }[];
  /** Rows in only one of the lists, in order. */
  out: readonly MatchedRow[];
  in: readonly MatchedRow[];
}

type Key = (row: MatchedRow) => string | null;

const facility: Key = ({ row, match }) => facilityKey(row, match);
const id: Key = ({ row }) => joined(row.id ?? row.idInput, row.metal ?? "");
const name: Key = ({ row }) => joined(reportedNameKey(row), row.metal ?? "");

/**
 * What makes two rows the same, the most certain first: the same place and the same facility, ID or name; the same
 * facility, ID or name in different places; the same place alone, that is, the row was changed there.
 */
const KEYS: readonly Key[] = [
  ...[facility, name, id].map(
    (keyOf): Key =>
      (one) =>
        joined(keyOf(one), one.row.row),
  ),
  ...[facility, id, name],
  ({ row }) => joined(row.metal, row.row),
  ({ row }) => String(row.row),
];

function joined(first: string | null | undefined, second: string | number): string | null {
  return first ? `${first}\u0000${second}` : null;
}

/** Pairs the rows of two smelter lists. Equal rows are paired in order. */
export function pairRows(before: EvaluatedResponse, after: EvaluatedResponse): RowPairs {
  const paired = pairUp(rowsOf(before), rowsOf(after), KEYS);
  const pairs = paired.pairs.map(([was, is]) => ({ before: was, after: is }));
  pairs.sort((a, b) => a.after.row.row - b.after.row.row);
  return { pairs, out: paired.before, in: paired.after };
}

function rowsOf({ response, matches }: EvaluatedResponse): MatchedRow[] {
  return response.smelters.map((row, index) => ({ row, match: matches[index] }));
}
