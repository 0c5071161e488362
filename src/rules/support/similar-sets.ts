// Finds pairs of sets that are nearly equal without comparing all pairs.

/** A set of numbered elements: thousands of sets of hundreds of texts would take too much memory. */
export type NumberedSet = Uint32Array;

/**
 * Returns a function that converts sets of texts to numbered sets, with the same number for the same text.
 */
export function createNumbering(): (texts: Iterable<string>) => NumberedSet {
  const numbers = new Map<string, number>();
  return (texts) =>
    Uint32Array.from(texts, (text) => {
      const known = numbers.get(text) ?? numbers.size;
      if (known === numbers.size) numbers.set(text, known);
      return known;
    });
}

/**
 * Yields each pair whose overlap (Jaccard: intersection over union) is at least `share`, once. In such a pair
 * the smaller set has at least that share of the larger one's size, and both share an element among the first
 * few of each in a fixed order; only sets that do so are compared. `share` must be above 0.
 */
export function* similarPairs<T>(
  items: readonly T[],
  setOf: (item: T) => NumberedSet,
  share: number,
): Generator<[T, T]> {
  const sets = rareFirst(items.map(setOf));
  const met = new Map<number, number[]>();
  for (const [at, set] of sets.entries()) {
    const prefix = set.subarray(0, set.length - Math.ceil(share * set.length) + 1);
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
      if (overlapReaches(share, set, sets[other] as NumberedSet)) yield [items[other] as T, items[at] as T];
    }
  }
}

/**
 * The sets renumbered and sorted by rarity: rare elements are in few sets, so that few pairs have to be
 * compared.
 */
function rareFirst(sets: readonly NumberedSet[]): NumberedSet[] {
  const frequency = new Map<number, number>();
  for (const set of sets)
    for (const element of set) frequency.set(element, (frequency.get(element) ?? 0) + 1);
  const byRarity = [...frequency].sort(([a, often], [b, oftener]) => often - oftener || a - b);
  const rank = new Map(byRarity.map(([element], index) => [element, index]));
  return sets.map((set) => set.map((element) => rank.get(element) as number).sort());
}

/**
 * Whether the overlap of two sorted sets is at least `share`. Stops as soon as too many elements are missing.
 */
function overlapReaches(share: number, a: NumberedSet, b: NumberedSet): boolean {
  const [small, large] = a.length <= b.length ? [a, b] : [b, a];
  // common / (small + large - common) >= share, solved for common.
  const needed = (share * (small.length + large.length)) / (1 + share);
  let mayMiss = small.length - needed;
  let at = 0;
  for (const element of small) {
    if (mayMiss < 0) return false;
    while (at < large.length && (large[at] as number) < element) at++;
    if (large[at] !== element) mayMiss--;
  }
  return mayMiss >= 0;
}
