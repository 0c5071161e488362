// Compares facility names with sanctions lists, which have no smelter IDs: an equal name is a reason to look.
import { nameKey } from "../lib/text.ts";
import type { SanctionsHit } from "../model/match.ts";
import type { ReferenceEntry, ReferenceList } from "../model/reference.ts";
import { sameCountry } from "./same-country.ts";

/** Shorter names without their legal form are shared by many companies. */
const SHORTEST_NAME = 4;

export type SanctionsScreen = (
  names: readonly string[],
  country: string | undefined,
) => readonly SanctionsHit[];

/**
 * Returns a screening function. An entry is a hit, at most once, if one of its names equals a given name except for
 * legal form, letter case and punctuation.
 */
export function createSanctionsScreen(lists: readonly ReferenceList[]): SanctionsScreen {
  const byName = new Map<string, { list: ReferenceList; entry: ReferenceEntry; name: string }[]>();
  for (const list of lists) {
    for (const entry of list.entries) {
      for (const name of new Set([entry.standardName, ...entry.lookupNames])) {
        const key = nameKey(name);
        if (key.length < SHORTEST_NAME) continue;
        byName.set(key, [...(byName.get(key) ?? []), { list, entry, name }]);
      }
    }
  }
  return (names, country) => {
    if (byName.size === 0) return [];
    const hits = new Map<ReferenceEntry, SanctionsHit>();
    for (const key of new Set(names.map(nameKey))) {
      for (const { list, entry, name } of byName.get(key) ?? []) {
        if (hits.has(entry)) continue;
        const countries = entry.countries ?? (entry.country === undefined ? [] : [entry.country]);
        const program = entry.more?.program;
        hits.set(entry, {
          name,
          list: list.name,
          asOf: list.asOf,
          at: entry.at,
          ...(program === undefined ? {} : { program }),
          ...(countries.length > 0 && country !== undefined
            ? { sameCountry: countries.some((each) => sameCountry(each, country)) }
            : {}),
        });
      }
    }
    return [...hits.values()];
  };
}
