// Smelters that were added, removed or rewritten.
import { facilityKey, reportedName, reportedNameKey, reportedNameOrId } from "../../domain/facility.ts";
import { isNoName } from "../../domain/sentinels.ts";
import type { RowMatch } from "../../model/match.ts";
import { type Response, type SmelterRow, smelterCell } from "../../model/response.ts";
import type { SmelterChange } from "../../model/response-diff.ts";
import type { MatchedRow, RowPairs } from "./pair-rows.ts";

/** The changes of the smelter list in the order of the later one, followed by what only the earlier one has. */
export function diffSmelters(before: Response, after: Response, rows: RowPairs): SmelterChange[] {
  const gone = (row: MatchedRow) => oneSided("out", before, row);
  const added = (row: MatchedRow) => oneSided("in", after, row);
  return [
    ...rows.pairs.flatMap((pair) =>
      isFirstNamed(pair.before, pair.after)
        ? added(pair.after)
        : meanDifferent(pair.before, pair.after)
          ? [...gone(pair.before), ...added(pair.after)]
          : changesOf(before, after, pair.before, pair.after),
    ),
    ...rows.in.flatMap(added),
    ...rows.out.flatMap(gone),
  ];
}

/**
 * Whether a row without a smelter's name, at most with a choice such as "Smelter not listed", now names one that is not
 * listed.
 */
function isFirstNamed(before: MatchedRow, after: MatchedRow): boolean {
  return (
    namesNothing(before) &&
    !namesNothing(after) &&
    after.match?.id === undefined &&
    after.row.id === undefined
  );
}

function namesNothing({ row, match }: MatchedRow): boolean {
  const name = reportedName(row);
  return match?.id === undefined && (name === "" || isNoName(name));
}

/** Whether a row now means a different facility. A name that could not be matched may have meant the same one. */
function meanDifferent(before: MatchedRow, after: MatchedRow): boolean {
  const [was, is] = [before, after].map(({ row, match }) => facilityKey(row, match));
  if (was === is || !was || !is || namesNothing(before)) return false;
  if (before.match?.id !== undefined && after.match?.id !== undefined) return true;
  return before.match?.id !== undefined || !speaksOfOne(before, after);
}

/** Whether two rows share an ID or name, or one of them is a candidate for the other. */
function speaksOfOne({ row: was, match }: MatchedRow, { row: is, match: found }: MatchedRow): boolean {
  return (
    (was.id !== undefined && was.id === is.id) ||
    reportedNameKey(was) === reportedNameKey(is) ||
    (match?.candidates.some(({ id }) => id === found?.id) ?? false)
  );
}

function changesOf(
  before: Response,
  after: Response,
  { row: was, match: matched }: MatchedRow,
  { row: is, match }: MatchedRow,
): SmelterChange[] {
  const at = { before: smelterCell(before, was, "lookupName"), after: smelterCell(after, is, "lookupName") };
  const [nameBefore, nameAfter] = [reportedNameOrId(was), reportedNameOrId(is)];
  const common = { ...facilityOf(is, match), at };
  const changes: SmelterChange[] = [];
  const isNamed = (key: string | null) => key !== null && key !== "";
  if (match?.id !== undefined && matched?.id === undefined) {
    changes.push({ kind: "identified", ...common, text: { before: nameBefore || null, after: nameAfter } });
  } else if (reportedNameKey(was) !== reportedNameKey(is) && isNamed(facilityKey(is, match))) {
    changes.push({
      kind: "renamed",
      ...common,
      text: { before: nameBefore || null, after: nameAfter || null },
    });
  }
  const ids = { before: was.id ?? was.idInput ?? null, after: is.id ?? is.idInput ?? null };
  if (ids.before !== ids.after) changes.push({ kind: "id", ...common, text: ids });
  return changes;
}

function oneSided(kind: "in" | "out", response: Response, { row, match }: MatchedRow): SmelterChange[] {
  const name = reportedNameOrId(row);
  const cell = smelterCell(response, row, "lookupName");
  return [
    {
      kind,
      ...facilityOf(row, match),
      at: kind === "in" ? { before: null, after: cell } : { before: cell, after: null },
      text: kind === "in" ? { before: null, after: name } : { before: name, after: null },
      ...(kind === "out" && match?.removed ? { removedFrom: match.removed.list } : {}),
    },
  ];
}

function facilityOf(
  row: SmelterRow,
  match: RowMatch | undefined,
): Pick<SmelterChange, "metal" | "name" | "id"> {
  return {
    metal: match?.metal ?? row.metal ?? null,
    name: match?.standardName ?? reportedNameOrId(row),
    id: match?.id ?? row.id ?? row.idInput ?? null,
  };
}
