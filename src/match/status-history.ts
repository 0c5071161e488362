// The statuses of facilities over time: what the available lists said on a given day.
import { assessmentOf } from "../domain/assessments.ts";
import { entriesOfFacilities, type Listed } from "../domain/listed-facilities.ts";
import { compareTexts, sortTexts } from "../lib/compare-texts.ts";
import type { ReferenceList } from "../model/reference.ts";
import type { DatedStatus, FacilityName, StatusHistory } from "../model/status-history.ts";
import { firstOf, toStatus } from "./facility-facts.ts";

/** A list with a date. */
type Snapshot = ReferenceList & { asOf: string };

/**
 * Indexes the statuses in lists, in any order: status lists, and look-up lists with statuses. Snapshots of one list
 * have the same name; only the newest up to a day counts for that day, so that a facility removed from the list is not
 * on it. Undated lists are ignored.
 */
export function createStatusHistory(lists: readonly ReferenceList[]): StatusHistory {
  const snapshots = lists
    .filter((list): list is Snapshot => list.asOf !== null && tellsStatus(list))
    .sort((a, b) => compareTexts(b.asOf, a.asOf) || compareTexts(a.name, b.name));
  const entriesOf = entriesOfFacilities(snapshots);
  const speaking = new Map<string, readonly Snapshot[]>();
  /** Keyed by the facility object: rows with the same content share a match. */
  const known = new WeakMap<FacilityName, readonly DatedStatus[]>();

  /** The newest snapshot of each list up to the day, newest first. */
  function speakingOn(day: string): readonly Snapshot[] {
    const before = speaking.get(day);
    if (before) return before;
    const names = new Set<string>();
    const chosen = snapshots.filter(({ name, asOf }) => {
      if (asOf > day || names.has(name)) return false;
      names.add(name);
      return true;
    });
    speaking.set(day, chosen);
    return chosen;
  }

  /** Newest first. */
  function statusesOf(facility: FacilityName): readonly DatedStatus[] {
    const before = known.get(facility);
    if (before) return before;
    const statuses = entriesOf(facility)
      .filter(({ entry }) => entry.status !== undefined)
      .map(toDatedStatus);
    known.set(facility, statuses);
    return statuses;
  }

  return {
    days: sortTexts(new Set(snapshots.map(({ asOf }) => asOf))),
    on(facility, day) {
      const asked = speakingOn(day);
      const said = statusesOf(facility).filter(({ list, asOf }) =>
        asked.some((snapshot) => snapshot.name === list && snapshot.asOf === asOf),
      );
      const status = firstOf(said) ?? null;
      return {
        day,
        status,
        also: said.filter((one) => one !== status && one.list !== status?.list),
        lists: asked.map(({ name, asOf }) => ({ name, asOf })),
      };
    },
    all: (facility) => [...statusesOf(facility)].reverse(),
  };
}

function tellsStatus({ kind, entries }: ReferenceList): boolean {
  return kind === "status" || (kind === "look-up" && entries.some(({ status }) => status !== undefined));
}

function toDatedStatus({ list, entry }: Listed): DatedStatus {
  const assessment = assessmentOf(entry);
  return {
    ...toStatus({ list, entry }),
    asOf: list.asOf as string,
    at: entry.at,
    ...(assessment === undefined ? {} : { assessment }),
  };
}
