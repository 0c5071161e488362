// Whether two files are snapshots of one list, whatever their names: names of downloads may include the date, the
// browser's count or anything else.
import { compareTexts } from "../lib/compare-texts.ts";
import { fold } from "../lib/text.ts";
import type { ReferenceEntry, ReferenceList } from "../model/reference.ts";

/** Minimum share of common facilities, of all in either snapshot, for snapshots of one list. */
const LEAST_IN_COMMON = 0.5;

/** Parts of a file name that differ between downloads: days, months, quarters, the count of a copy. */
const TELLS_DOWNLOADS =
  /(?<![\p{L}\p{N}])(?:(?:19|20)\d\d[-_.]?[01]\d(?:[-_.]?[0-3]\d)?|[0-3]?\d[-_. ]?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*[-_. ]?(?:19|20)?\d\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*[-_. ]?(?:19|20)\d\d|q[1-4][-_. ]?(?:19|20)\d\d|(?:19|20)\d\d[-_. ]?q[1-4]|\(\d+\))(?![\p{L}\p{N}])/giu;

/** The name of a list from its file's name, without what differs between downloads, unless nothing else is left. */
export function nameByFile(stem: string): string {
  // In regular expressions "_" is a word character.
  const spaced = stem.replaceAll("_", " ");
  const bare = spaced
    .replace(TELLS_DOWNLOADS, " ")
    .replace(/\s+/g, " ")
    .replace(/^[\s\-.,]+|[\s\-.,]+$/g, "");
  return bare === "" || bare === spaced ? stem : bare;
}

/**
 * The list of which `list` is a snapshot on another day: of the same kind and with most of the same facilities;
 * undefined if there is none. A list with a single status is not a snapshot of one that has other statuses for
 * facilities missing from it: that is a selection. Of several, the one with most in common, then the newest. Look-up
 * lists are left out, as each counts by its date, whatever its name.
 */
export function snapshotOf(list: ReferenceList, lists: readonly ReferenceList[]): ReferenceList | undefined {
  if (list.kind === "look-up") return undefined;
  const own = keysOf(list);
  const known = lists
    .filter((other) => other.kind === list.kind)
    .filter((other) => !hasOtherOfDay(lists, other.name, list) && !isSelection(list, other))
    .map((other) => ({ other, common: inCommon(own, keysOf(other)) }))
    .filter(({ common }) => common >= LEAST_IN_COMMON)
    .sort((a, b) => b.common - a.common || compareTexts(b.other.asOf ?? "", a.other.asOf ?? ""));
  return known[0]?.other;
}

/** Whether the list of this name has another snapshot of the same day: two files of one day are two lists. */
function hasOtherOfDay(lists: readonly ReferenceList[], name: string, list: ReferenceList): boolean {
  return lists.some(
    (other) =>
      other.name === name &&
      other.kind === list.kind &&
      other.asOf === list.asOf &&
      other.source.sha256 !== list.source.sha256,
  );
}

/** The identity of what an entry is about. */
function keyOf({ metal, id, standardName, country = "", state = "" }: ReferenceEntry): string {
  return id === undefined ? `${metal} ${country} ${state} ${fold(standardName)}` : `${metal} ${id}`;
}

function keysOf({ entries }: ReferenceList): ReadonlySet<string> {
  return new Set(entries.map(keyOf));
}

/** The share of all keys that both have. */
function inCommon(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const both = [...a].filter((key) => b.has(key)).length;
  return both === 0 ? 0 : both / (a.size + b.size - both);
}

/** Whether one list has a single status, and lacks most facilities for which the other has another one. */
function isSelection(a: ReferenceList, b: ReferenceList): boolean {
  return selects(a, b) || selects(b, a);
}

function selects(selection: ReferenceList, whole: ReferenceList): boolean {
  const statuses = new Set(selection.entries.map(({ status }) => status));
  const [only] = statuses;
  if (statuses.size !== 1 || only === undefined) return false;
  const others = whole.entries.filter(({ status }) => status !== only);
  const own = keysOf(selection);
  return others.filter((entry) => !own.has(keyOf(entry))).length > others.length / 2;
}
