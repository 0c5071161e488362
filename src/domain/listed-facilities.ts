// Which list entries are about a facility.

import { fold } from "../lib/text.ts";
import type { ReferenceEntry, ReferenceList } from "../model/reference.ts";
import type { FacilityName } from "../model/status-history.ts";
import { currentId } from "./smelter-id.ts";

export interface Listed {
  list: ReferenceList;
  entry: ReferenceEntry;
}

/**
 * Returns a look-up of list entries by a facility's ID, or by its name within the metal for entries without
 * an ID. Keeps the order of the lists.
 */
export function entriesOfFacilities(lists: readonly ReferenceList[]): (facility: FacilityName) => Listed[] {
  const byId = new Map<string, Listed[]>();
  const byName = new Map<string, Listed[]>();
  const order = new Map(lists.map((list, at) => [list, at]));
  const add = (map: Map<string, Listed[]>, key: string, listed: Listed) => {
    const known = map.get(key);
    if (!known) map.set(key, [listed]);
    else if (!known.includes(listed)) known.push(listed);
  };
  for (const list of lists) {
    for (const entry of list.entries) {
      const listed = { list, entry };
      if (entry.id !== undefined) add(byId, currentId(entry.id), listed);
      else for (const name of [entry.standardName, ...entry.lookupNames]) add(byName, fold(name), listed);
    }
  }
  return ({ id, metal, standardName }) => {
    const withId = (byId.get(id ?? "") ?? []).filter(
      ({ entry }) => entry.metal === "" || entry.metal === metal,
    );
    // A name identifies a facility only within its metal.
    const named = (byName.get(fold(standardName ?? "")) ?? []).filter(({ entry }) => entry.metal === metal);
    if (named.length === 0) return withId;
    return [...withId, ...named].sort((a, b) => (order.get(a.list) ?? 0) - (order.get(b.list) ?? 0));
  };
}
