// Where the columns or rows of a layout are, by their labels. Positions are numbers of columns or rows.

/** A key at the position that the layout has it. */
export interface Expected<Key> {
  key: Key;
  at: number;
}

/** A label that was recognised. */
export interface Labelled<Key> extends Expected<Key> {
  /** How much evidence there is for it, where several labels say the same. */
  weight: number;
}

export interface Alignment<Key> {
  /** The position of each key that was found. */
  found: Map<Key, number>;
  /** Of the found ones those that no label says, placed by their neighbours alone. */
  assumed: Key[];
  /** Keys whose position nothing tells, by `why`: no label says it, several do, or (`at`) the one there says something else. */
  lost: Lost<Key>[];
}

export interface Lost<Key> {
  key: Key;
  why: "gone" | "twice" | "other";
  /** Where the label in question is. */
  at?: number;
}

/**
 * Places each key where its label is. Of several labels that say the same the weightiest counts, then the one that stands
 * between its neighbours. A label that cannot be read, or says less than it should, lies between its neighbours too: where the keys before and after it
 * moved alike, it moved with them. What lies before the first key did not move.
 *
 * @param expected in the order of the positions
 * @param fits whether a position may be a key's by what its label says, which is nothing or less than the key's own
 * label; `isLast` where no key after it was found, so that it may as well be gone
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
    // The one that is where the layout has it counts, as long as its neighbours did not move either.
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

/** The nearest keys before and after one that were found, with where the layout has them. */
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

/** Keys that moved alike, one beside the other in the layout. */
export interface Moved<Key> {
  keys: Key[];
  /** By how many positions, to the right or down. */
  by: number;
}

/** Where keys moved to, in the order of the layout; those that are where the layout has them are left out. */
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
