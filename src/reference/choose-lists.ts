// Chooses which of the available lists is in effect for a run, and what the others are used for.

import { compareVersions, releasedBy } from "../forms/editions.ts";
import { DEFAULT_FAMILY, findFamily } from "../forms/families.ts";
import type { Family } from "../forms/form.ts";
import { compareTexts } from "../lib/compare-texts.ts";
import { daysBetween } from "../lib/dates.ts";
import type { ChosenList } from "../model/evaluation.ts";
import type { ReferenceList } from "../model/reference.ts";

export interface ListChoice {
  /** The look-up list used for matching; null if there is none. */
  counting: ChosenList | null;
  /** Older look-up lists: what they have but the chosen one lacks was removed. */
  earlier: ReferenceList[];
  /** Newer look-up lists: what only they have was added later. */
  later: ReferenceList[];
  /** Look-up lists of other templates, without any of the family's minerals: used to identify wrong IDs. */
  other: ReferenceList[];
  /** Lists of other kinds from the same time, newest first; one snapshot per list name. */
  status: ReferenceList[];
  origin: ReferenceList[];
  revision: ReferenceList[];
  watch: ReferenceList[];
  alias: ReferenceList[];
  sanctions: ReferenceList[];
  area: ReferenceList[];
}

export interface ListWish {
  /** The family whose minerals are matched; the default family unless given. */
  family?: Family;
  /** The list to use, one of the lists given, whatever its kind and date. */
  list?: ReferenceList;
  /**
   * Lists named by the user, whatever their date and in any order: the newest look-up list among them is used, and one
   * of another kind replaces the snapshot of its name that would have been chosen.
   */
  named?: readonly ReferenceList[];
  /** The requested year; without it the newest list is used. */
  period?: number | null;
  /** ISO date; later lists do not count for the period. By default 31 May of the next year. */
  cutoff?: string | null;
}

/**
 * Chooses among `lists` the look-up list nearest to the end of the period and not later than the cut-off (without a
 * period the newest one). If all lists are later than the cut-off, the oldest is used, and the reason says so. For
 * lists of the other kinds the same choice is made among the snapshots of each name, except that none later than the
 * cut-off is used. The result does not depend on the order of the input.
 */
export function chooseLists(lists: readonly ReferenceList[], wish: ListWish = {}): ListChoice {
  const newestFirst = [...lists].sort((a, b) => compareAge(b, a));
  const ofKind = (kind: ReferenceList["kind"]) => newestFirst.filter((list) => list.kind === kind);
  const end = wish.period == null ? null : `${wish.period}-12-31`;
  const cutoff = wish.period == null ? null : (wish.cutoff ?? `${wish.period + 1}-05-31`);
  const oneOfEach = (kind: ReferenceList["kind"]): ReferenceList[] => {
    const named = (wish.named ?? []).filter((list) => list.kind === kind);
    const others = ofKind(kind).filter((list) => !named.some(({ name }) => name === list.name));
    const inTime = others.filter((list) => cutoff === null || dayOf(list) <= cutoff);
    const chosen = [...new Set(inTime.map(({ name }) => name))].map((name) =>
      nearest(
        inTime.filter((list) => list.name === name),
        end,
      ),
    );
    return ofKind(kind).filter((list) => named.includes(list) || chosen.includes(list));
  };

  const { family = DEFAULT_FAMILY } = wish;
  const minerals = new Set(family.minerals.map(({ id }) => id));
  const isOfFamily = (list: ReferenceList) =>
    list.kind === "look-up" &&
    (templateOf(list) ?? family) === family &&
    list.entries.some(({ metal }) => minerals.has(metal));
  const lookUps = newestFirst.filter(isOfFamily);
  const named = (wish.named ?? []).filter(isOfFamily).sort((a, b) => compareAge(b, a));
  const asked = wish.list ?? named[0];
  const newest = wish.list === undefined && named.length > 1 ? `, the newest of ${named.length}` : "";
  const counting = asked
    ? { list: asked, why: `${titleOf(asked)}, named with --reference${newest}` }
    : pick(lookUps, end, cutoff);
  // What is missing from an undated list may have been removed or not yet added; it counts as removed.
  const isEarlier = (list: ReferenceList) =>
    counting !== null && (dayOf(counting.list) === NO_DAY || compareAge(list, counting.list) < 0);
  const others = lookUps.filter((list) => counting !== null && list !== counting.list);
  return {
    counting,
    earlier: others.filter(isEarlier),
    later: others.filter((list) => !isEarlier(list)),
    other: ofKind("look-up").filter((list) => list !== counting?.list && !isOfFamily(list)),
    status: oneOfEach("status"),
    origin: oneOfEach("origin"),
    revision: oneOfEach("revision"),
    watch: oneOfEach("watch"),
    alias: oneOfEach("alias"),
    sanctions: oneOfEach("sanctions"),
    area: oneOfEach("area"),
  };
}

function pick(
  lookUps: readonly ReferenceList[],
  end: string | null,
  cutoff: string | null,
): ChosenList | null {
  const newest = lookUps[0];
  if (!newest) return null;
  if (end === null || cutoff === null) {
    return { list: newest, why: `${titleOf(newest)}, the newest of ${count(lookUps.length)}` };
  }
  const inTime = lookUps.filter((list) => dayOf(list) <= cutoff);
  if (inTime.length === 0) {
    const oldest = lookUps.at(-1) as ReferenceList;
    return {
      list: oldest,
      why: `${titleOf(oldest)}, although it is later than the cut-off ${cutoff}: no older list is available`,
    };
  }
  const list = nearest(inTime, end);
  return {
    list,
    why: `${titleOf(list)}, the list nearest to ${end} that is not later than the cut-off ${cutoff}, of ${count(lookUps.length)}`,
  };
}

/** The list nearest to a day; the newest without a day. `newestFirst` must not be empty. */
function nearest(newestFirst: readonly ReferenceList[], day: string | null): ReferenceList {
  return newestFirst.reduce((best, list) =>
    day !== null && distance(list, day) < distance(best, day) ? list : best,
  );
}

function count(lists: number): string {
  return lists === 1 ? "1 list" : `${lists} lists`;
}

/** Name, date and file of a list, for people. */
function titleOf(list: ReferenceList): string {
  const date = list.asOf === null ? "date not known" : `as of ${list.asOf}`;
  return `${list.name} (${date}; from ${list.source.file})`;
}

/** The family of the template whose look-up sheet a list is; undefined if its name does not say. */
function templateOf({ name, source }: ReferenceList): Family | undefined {
  return source.templateVersion === undefined ? undefined : findFamily(name.split(" ")[0] ?? "");
}

/** Sorts before every day. */
const NO_DAY = "0000-00-00";

/** The day by which lists are ordered. A template release of unknown date counts as later than the one before it. */
function dayOf(list: ReferenceList): string {
  if (list.asOf !== null) return list.asOf;
  return releasedBy(templateOf(list) ?? DEFAULT_FAMILY, list.source.templateVersion ?? "") ?? NO_DAY;
}

function compareAge(a: ReferenceList, b: ReferenceList): number {
  return (
    compareTexts(dayOf(a), dayOf(b)) ||
    compareVersions(
      templateOf(a) ?? DEFAULT_FAMILY,
      a.source.templateVersion ?? "",
      b.source.templateVersion ?? "",
    ) ||
    compareTexts(b.name, a.name) ||
    compareTexts(b.source.sha256, a.source.sha256)
  );
}

/** Days between a list and a day; an undated list is farthest. */
function distance(list: ReferenceList, day: string): number {
  const days = Math.abs(daysBetween(dayOf(list), day));
  return Number.isNaN(days) ? Number.POSITIVE_INFINITY : days;
}
