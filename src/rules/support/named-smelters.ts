// Summarises the smelters that a response names.
import { facilityKey } from "../../domain/facility.ts";
import type { ReferenceList } from "../../model/reference.ts";
import { smelterCell } from "../../model/response.ts";
import type { CheckedResponse, NamedSmelters } from "../rule.ts";

/** The distinct keys of the facilities that a response names. */
export function facilities({ selected, matches }: CheckedResponse): Set<string> {
  const keys = selected.response.smelters.map((row, index) => facilityKey(row, matches[index]));
  return new Set(keys.filter((key) => key !== null));
}

/** The facilities on a list per metal: by ID, else by name. */
export function listedByMetal(list: ReferenceList | null): ReadonlyMap<string, ReadonlySet<string>> {
  const listed = new Map<string, Set<string>>();
  for (const { metal, id, standardName } of list?.entries ?? []) {
    const its = listed.get(metal) ?? new Set();
    listed.set(metal, its.add(id ?? standardName));
  }
  return listed;
}

/**
 * Summarises a response's smelters for campaign rules; `listed` holds the facilities on the reference list.
 */
export function nameSmelters(
  checked: CheckedResponse,
  listed: ReadonlyMap<string, ReadonlySet<string>>,
): NamedSmelters {
  const { response } = checked.selected;
  const all = new Set<string>();
  const byMetal = new Map<string, Set<string>>();
  const onList = new Map<string, Set<string>>();
  const firstCells = new Map<string, string>();
  for (const [index, row] of response.smelters.entries()) {
    const match = checked.matches[index];
    const { metal } = row;
    if (metal !== undefined && !firstCells.has(metal))
      firstCells.set(metal, smelterCell(response, row, "metal"));
    const key = facilityKey(row, match);
    if (key !== null) {
      all.add(key);
      if (metal !== undefined) add(byMetal, metal, key);
    }
    const named = match?.id ?? match?.standardName;
    if (match?.metal != null && named !== undefined && listed.get(match.metal)?.has(named))
      add(onList, match.metal, named);
  }
  const [first] = response.smelters;
  return {
    facilities: [...all],
    byMetal: sizes(byMetal),
    listed: sizes(onList),
    firstCell: first ? smelterCell(response, first, "metal") : null,
    firstCells: Object.fromEntries(firstCells),
  };
}

function add(sets: Map<string, Set<string>>, key: string, value: string): void {
  const set = sets.get(key) ?? new Set();
  sets.set(key, set.add(value));
}

function sizes(sets: ReadonlyMap<string, ReadonlySet<string>>): Record<string, number> {
  return Object.fromEntries([...sets].map(([key, set]) => [key, set.size]));
}
