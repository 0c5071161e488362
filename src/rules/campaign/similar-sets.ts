// Pairs of sets that are nearly equal, without comparing each with each.

/**
 * The pairs whose overlap (Jaccard: common through all) is at least `share`, each once. Of two such sets the smaller
 * one has at least that share of the larger one's size, and they share an element among the first few of each in one
 * fixed order; only sets that meet there are compared. `share` must be above 0.
 */
export function* similarPairs<T>(
  items: readonly T[],
  setOf: (item: T) => ReadonlySet<string>,
  share: number,
): Generator<[T, T]> {
  // Rare elements first: they lie in few sets, so few sets meet.
  const frequency = new Map<string, number>();
  for (const item of items)
    for (const element of setOf(item)) frequency.set(element, (frequency.get(element) ?? 0) + 1);
  const rank = (element: string): number => frequency.get(element) ?? 0;

  const met = new Map<string, number[]>();
  for (const [at, item] of items.entries()) {
    const set = setOf(item);
    const ordered = [...set].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
    const prefix = ordered.slice(0, set.size - Math.ceil(share * set.size) + 1);
    const candidates = new Set<number>();
    for (const element of prefix) {
      const others = met.get(element);
      if (others === undefined) met.set(element, [at]);
      else {
        for (const other of others) candidates.add(other);
        others.push(at);
      }
    }
    for (const other of candidates) {
      const earlier = items[other] as T;
      if (overlapReaches(share, set, setOf(earlier))) yield [earlier, item];
    }
  }
}

/** Whether the overlap is at least `share`; counts no further than until too many elements are missing. */
function overlapReaches(share: number, a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  // common / (small + large - common) >= share, solved for common.
  const needed = (share * (small.size + large.size)) / (1 + share);
  let mayMiss = small.size - needed;
  for (const element of small) {
    if (mayMiss < 0) return false;
    if (!large.has(element)) mayMiss--;
  }
  return mayMiss >= 0;
}
