import { groupBy } from "./group-by.ts";

/** The key of an item of either side; null for one that this key cannot pair. */
type PairKey<T> = (item: T, side: "before" | "after") => string | null;

/**
 * Pairs the items of two lists by the first key that makes two of them equal: all by the first key, those that are left by
 * the second, and so on. Items with one key are paired in their order. What has no partner comes back in its order.
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
