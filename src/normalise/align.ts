// Finds the columns or rows of a layout by their labels. Positions are column or row numbers.

/** A key and its position in the layout. */
export interface Expected<Key> {
  key: Key;
  at: number;
}

/** A recognised label. */
export interface Labelled<Key> extends Expected<Key> {
  /** Its weight as evidence, compared with other labels for the same key. */
  weight: number;
}

export interface Alignment<Key> {
  /** The position of each key that was found. */
  found: Map<Key, number>;
  /** Found keys without a label, placed by their neighbours alone. */
  assumed: Key[];
  /**
   * Keys whose position is unknown. `why`: no label names the key, several do, or (with `at`) the label in its place
   * names something else.
   */
  lost: Lost<Key>[];
}

export interface Lost<Key> {
  key: Key;
  why: "gone" | "twice" | "other";
  /** The position of the label in question. */
  at?: number;
}

/**
 * Places each key at its label. If several labels name a key, the one with the greatest weight counts, then the one
 * between its neighbours. A key whose label cannot be read, or says less than it should, is placed between its
 * neighbours too: if the keys before and after it moved by the same distance, so did it. What is before the first key
 * did not move.
 * @param expected in position order
 * @param fits whether a position may be a key's, given that its label is unreadable or says less than the key's own;
 * `isLast` if no later key was found, so that the key may also be missing
 */
export function align<Key>(
  expected: readonly Expected<Key>[],
  labels: readonly Labelled<Key>[],
  fits: (key: Key, at: number, isLast: boolean) => boolean,
): Alignment<Key> {
  const found = new Map<Key, number>();
  const several = new Map<Key, readonly number[]>();
  for (const { key } of expected) {
    const own = labels.filter((label) => label.key === key);
    const weight = Math.max(...own.map((label) => label.weight));
    const [first, ...more] = own.filter((label) => label.weight === weight).map(({ at }) => at);
    if (first === undefined) continue;
    if (more.length === 0) found.set(key, first);
    else several.set(key, [first, ...more]);
  }
  const lost: Lost<Key>[] = [];
  for (const [key, positions] of several) {
    const { before, after } = neighbours(expected, found, key);
    const usual = expected.find((one) => one.key === key)?.at ?? 0;
    const shift = before === undefined ? 0 : before.found - before.at;
    // The one in its layout position counts, unless its neighbours moved.
    const unmoved =
      shift === 0 && (after === undefined || after.found === after.at) && positions.includes(usual);
    const between = positions.filter(
      (at) => (before === undefined || before.found < at) && (after === undefined || at < after.found),
    );
    const [only] = unmoved ? [usual] : between;
    if (only !== undefined && (unmoved || between.length === 1)) found.set(key, only);
    else lost.push({ key, why: "twice", at: positions[0] as number });
  }

  const assumed: Key[] = [];
  const read = new Map(found);
  const taken = new Set([...found.values(), ...[...several.values()].flat()]);
  for (const { key, at } of expected) {
    if (read.has(key) || several.has(key)) continue;
    const { before, after } = neighbours(expected, read, key);
    const shift = before === undefined ? 0 : before.found - before.at;
    const position = at + shift;
    const alike = after === undefined || after.found - after.at === shift;
    if (!alike || position < 1 || taken.has(position)) lost.push({ key, why: "gone" });
    else if (fits(key, position, after === undefined)) {
      found.set(key, position);
      assumed.push(key);
      taken.add(position);
    } else lost.push({ key, why: "other", at: position });
  }
  return { found, assumed, lost };
}

/** The nearest found keys before and after a key, with their layout positions. */
function neighbours<Key>(expected: readonly Expected<Key>[], found: ReadonlyMap<Key, number>, key: Key) {
  const index = expected.findIndex((one) => one.key === key);
  const placed = ({ key: other, at }: Expected<Key>) => {
    const position = found.get(other);
    return position === undefined ? [] : [{ at, found: position }];
  };
  return {
    before: expected.slice(0, index).flatMap(placed).at(-1),
    after: expected
      .slice(index + 1)
      .flatMap(placed)
      .at(0),
  };
}

/** Adjacent keys that moved by the same distance. */
export interface Moved<Key> {
  keys: Key[];
  /** By how many positions, to the right or down. */
  by: number;
}

/** Where keys moved to, in layout order; keys in their layout position are left out. */
export function movedRuns<Key>(
  expected: readonly Expected<Key>[],
  found: ReadonlyMap<Key, number>,
): Moved<Key>[] {
  const runs: (Moved<Key> & { last: number })[] = [];
  for (const [index, { key, at }] of expected.entries()) {
    const position = found.get(key);
    if (position === undefined || position === at) continue;
    const last = runs.at(-1);
    if (last?.by === position - at && last.last === index - 1) {
      last.keys.push(key);
      last.last = index;
    } else runs.push({ keys: [key], by: position - at, last: index });
  }
  return runs;
}
