// Compares the smelters of two periods: added, removed, or identified, each with the cause.
import { facilityKey } from "../domain/facility.ts";
import { countedResponses } from "../domain/standing.ts";
import { groupBy } from "../lib/group-by.ts";
import type { Change, ChangeKind } from "../model/comparison.ts";
import type { Facility } from "../model/consolidation.ts";
import type { RowMatch } from "../model/match.ts";
import type { SmelterRow } from "../model/response.ts";
import type { MineralId } from "../model/vocabulary.ts";
import { change, type PeriodResult } from "./compare-change.ts";

/**
 * Facilities added, removed, identified and renamed, and changed statuses. `both` holds the suppliers heard from in
 * both periods.
 */
export function compareSmelters(
  before: PeriodResult,
  after: PeriodResult,
  both: ReadonlySet<string>,
): Change[] {
  const { facilities: earlier, statusesKnown: knownBefore } = before.consolidation;
  const { facilities: later, statusesKnown: knownAfter } = after.consolidation;
  const past = new Map(earlier.map((one) => [one.key, one]));
  const now = new Map(later.map((one) => [one.key, one]));
  const came = later.filter((one) => !past.has(one.key));
  const rows = rowsByFacility(before);
  const gone = earlier
    .filter((one) => !now.has(one.key))
    .map((one) => ({ one, found: identifiedAs(one, rows.get(one.key) ?? [], now, after) }));
  const identified = new Map(gone.flatMap(({ one, found }) => (found ? [[found.key, one] as const] : [])));
  const heardInBoth = ({ suppliers }: Facility) => suppliers.some((name) => both.has(name));
  const unidentified = notIdentified(before);
  const leads = new Map(
    gone.flatMap(({ one, found }) => {
      const lead = found ? undefined : candidateNow(one, rows.get(one.key) ?? [], came);
      return lead ? [[one, lead] as const] : [];
    }),
  );
  const leadsTo = new Map([...leads].map(([one, lead]) => [lead, one]));

  const causeOfNew = (one: Facility): string => {
    const name = leadsTo.get(one);
    if (name) return `perhaps “${name.reportedName}” of the year before, identified`;
    if (!heardInBoth(one)) return "supplier responded only in the later";
    return one.suppliers.some(
      (supplier) => both.has(supplier) && unidentified.has(`${one.metal} ${supplier}`),
    )
      ? "named by a supplier with a response in both, which had smelters “not yet identified” before"
      : "named by a supplier with a response in both";
  };
  const causeOfGone = (one: Facility): string => {
    const lead = leads.get(one);
    if (lead) return `perhaps identified: its supplier now names ${nameOf(lead)}, a candidate for this name`;
    if (!heardInBoth(one)) return "supplier responded only in the earlier";
    return one.removedFrom === undefined
      ? "no longer named by a supplier with a response in both"
      : "removed from the list";
  };
  return [
    ...came
      .filter(({ key }) => !identified.has(key))
      .map((one) =>
        ofFacility("smelterNew", one, { before: null, after: one.suppliers.length, cause: causeOfNew(one) }),
      ),
    ...gone
      .filter(({ found }) => found === undefined)
      .map(({ one }) =>
        ofFacility("smelterGone", one, {
          before: one.suppliers.length,
          after: null,
          cause: causeOfGone(one),
        }),
      ),
    ...gone.flatMap(({ one, found }) =>
      found === undefined
        ? []
        : [
            ofFacility("smelterIdentified", found, {
              before: one.reportedName,
              after: found.standardName ?? found.reportedName,
              cause: "the lists and decisions of the later period know the name",
            }),
          ],
    ),
    ...later.flatMap((one) => {
      const earlierOne = past.get(one.key);
      return earlierOne === undefined ? [] : moves(earlierOne, one, knownBefore && knownAfter);
    }),
  ];
}

function ofFacility(
  kind: ChangeKind,
  one: Facility,
  values: Pick<Change, "before" | "after" | "cause">,
): Change {
  return change(kind, {
    metal: one.metal as MineralId | null,
    subject: nameOf(one),
    ...(one.id === undefined ? {} : { smelterId: one.id }),
    ...values,
  });
}

function nameOf({ standardName, reportedName }: Facility): string {
  return standardName ?? reportedName;
}

interface MatchedRow {
  row: SmelterRow;
  match: RowMatch;
}

/** The counted rows of each facility, by its key. */
function rowsByFacility({ evaluation }: PeriodResult): Map<string, MatchedRow[]> {
  const rows = countedResponses(evaluation.responses).flatMap(({ response, matches }) =>
    response.smelters.flatMap((row, index) => {
      const match = matches[index];
      const key = match && facilityKey(row, match);
      return match && key ? [{ key, row, match }] : [];
    }),
  );
  return groupBy(rows, ({ key }) => key);
}

/**
 * The facility to which the later period's lists and decisions match the rows of an earlier unmatched one; undefined if
 * they do not, or match them to several.
 */
function identifiedAs(
  one: Facility,
  rows: readonly MatchedRow[],
  now: ReadonlyMap<string, Facility>,
  { evaluation: { match } }: PeriodResult,
): Facility | undefined {
  if (one.id !== undefined || match === undefined) return undefined;
  const keys = new Set(rows.map(({ row }) => facilityKey(row, match(row))));
  const [key] = keys;
  return keys.size === 1 && key ? now.get(key) : undefined;
}

/** The only candidate for an unmatched name that one of its suppliers names for the first time in the later period. */
function candidateNow(
  one: Facility,
  rows: readonly MatchedRow[],
  came: readonly Facility[],
): Facility | undefined {
  if (one.id !== undefined) return undefined;
  const candidates = new Set(rows.flatMap(({ match }) => match.candidates.map(({ id }) => id)));
  const fits = came.filter(
    ({ id, metal, suppliers }) =>
      metal === one.metal &&
      id !== undefined &&
      candidates.has(id) &&
      suppliers.some((name) => one.suppliers.includes(name)),
  );
  return fits.length === 1 ? fits[0] : undefined;
}

/** Metals for which suppliers state "not yet identified", as "metal supplier". */
function notIdentified({ evaluation }: PeriodResult): Set<string> {
  return new Set(
    countedResponses(evaluation.responses).flatMap(({ matches, supplier }) =>
      matches.flatMap(({ kind, metal }) => (kind === "notIdentified" ? [`${metal} ${supplier.name}`] : [])),
    ),
  );
}

/** The changes of a facility that is named in both periods. */
function moves(earlier: Facility, one: Facility, statusesKnown: boolean): Change[] {
  const [was, is] = [statusOf(earlier), statusOf(one)];
  const [nameBefore, nameAfter] = [earlier.standardName, one.standardName];
  const removed = earlier.removedFrom !== undefined || one.removedFrom !== undefined;
  return [
    ...(nameBefore !== undefined && nameAfter !== undefined && nameBefore !== nameAfter
      ? [ofFacility("smelterRenamed", one, { before: nameBefore, after: nameAfter })]
      : []),
    // Statuses are not compared if there was no list of statuses in one of the periods.
    ...(was !== is && (statusesKnown || removed)
      ? [ofFacility("smelterStatus", one, { before: was ?? null, after: is ?? null })]
      : []),
  ];
}

function statusOf({ status, removedFrom }: Facility): string | undefined {
  return removedFrom === undefined ? status?.status : "removed from the list";
}
