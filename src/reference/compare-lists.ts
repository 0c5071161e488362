// Compares two lists.

import { currentId } from "../domain/smelter-id.ts";
import { compareTexts } from "../lib/compare-texts.ts";
import { fold } from "../lib/text.ts";
import type { ListChange, ListComparison } from "../model/list-comparison.ts";
import type { ReferenceEntry, ReferenceList } from "../model/reference.ts";

/**
 * Compares two lists by metal and ID (2.x IDs translated), facilities without an ID by metal and name. A removed
 * facility whose name the other list resolves to one of its own has a successor. Sorted by metal, name and ID.
 */
export function compareLists(before: ReferenceList, after: ReferenceList): ListComparison {
  const old = byKey(before);
  const now = byKey(after);
  const byName = new Map(
    after.entries.flatMap((entry) => entry.lookupNames.map((name) => [nameKeyOf(entry.metal, name), entry])),
  );
  const result: ListComparison = {
    added: [],
    removed: [],
    renamed: [],
    status: [],
    country: [],
    unchanged: 0,
  };
  for (const [key, entry] of now) if (!old.has(key)) result.added.push(change(entry));
  for (const [key, entry] of old) {
    const is = now.get(key);
    if (!is) {
      const successor = byName.get(nameKeyOf(entry.metal, entry.standardName));
      result.removed.push({
        ...change(entry),
        ...(successor?.id === undefined ? {} : { successor: successor.id }),
      });
      continue;
    }
    const renamed = fold(entry.standardName) !== fold(is.standardName);
    if (renamed) result.renamed.push({ ...change(is), was: entry.standardName });
    const moved = differ(entry.status, is.status);
    if (moved) result.status.push({ ...change(is), ...moved });
    const country = differ(entry.country ?? entry.countryText, is.country ?? is.countryText);
    if (country) result.country.push({ ...change(is), ...country });
    if (!renamed && !moved && !country) result.unchanged++;
  }
  for (const changes of [result.added, result.removed, result.renamed, result.status, result.country]) {
    changes.sort(byMetalNameId);
  }
  return result;
}

function nameKeyOf(metal: string, name: string): string {
  return JSON.stringify([metal, fold(name)]);
}

function byKey(list: ReferenceList): Map<string, ReferenceEntry> {
  return new Map(
    list.entries.map((entry) => [
      entry.id === undefined
        ? nameKeyOf(entry.metal, entry.standardName)
        : JSON.stringify([entry.metal, currentId(entry.id)]),
      entry,
    ]),
  );
}

/** The two texts if they differ; undefined if either is missing. */
function differ(was: string | undefined, is: string | undefined): { was: string; is: string } | undefined {
  return was === undefined || is === undefined || fold(was) === fold(is) ? undefined : { was, is };
}

function change({ metal, id, standardName }: ReferenceEntry): ListChange {
  return { metal, ...(id === undefined ? {} : { id }), standardName };
}

function byMetalNameId(a: ListChange, b: ListChange): number {
  const text = (each: ListChange) => `${each.metal}\u0000${each.standardName}\u0000${each.id ?? ""}`;
  return compareTexts(text(a), text(b));
}
