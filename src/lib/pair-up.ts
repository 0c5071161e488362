import { groupBy } from "./group-by.ts";

/** The key of an item on either side; null if this key does not apply to it. */
type PairKey<T> = (item: T, side: "before" | "after") => string | null;

/**
 * Pairs the items of two lists: first all that the first key makes equal, then the remaining ones by the
 * second key, and so on. Items with the same key are paired in order. Items without a partner are returned in
 * their order.
 */
export function pairUp<T>(
  before: readonly T[],
  after: readonly T[],
  keys: readonly PairKey<T>[],
): { pairs: [T, T][]; before: T[]; after: T[] } {
  const pairs: [T, T][] = [];
  let [left, right] = [[...before], [...after]];
  for (const keyOf of keys) {
    const waiting = groupBy(right, (item) => keyOf(item, "after"));
    const reversed = new Map([...waiting].map(([key, items]) => [key, items.toReversed()]));
    const taken = new Set<T>();
    left = left.filter((item) => {
      const key = keyOf(item, "before");
      const partner = key === null ? undefined : reversed.get(key)?.pop();
      if (partner === undefined) return true;
      pairs.push([item, partner]);
      taken.add(partner);
      return false;
    });
    right = right.filter((item) => !taken.has(item));
  }
  return { pairs, before: left, after: right };
}
