// Reproducible randomness.

export interface Random {
  /** 0 to below 1. */
  next(): number;
  /** 0 to below `limit`. */
  below(limit: number): number;
  /** True with probability `share`. */
  chance(share: number): boolean;
  pick<T>(from: readonly T[]): T;
}

/** Random numbers of one case: the same seed and case give the same numbers (mulberry32). */
export function randomOf(seed: number, fuzzCase: number): Random {
  let state = (Math.imul(seed, 0x9e3779b1) ^ Math.imul(fuzzCase + 1, 0x85ebca6b)) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    next,
    below,
    chance: (share) => next() < share,
    pick: (from) => from[below(from.length)] as (typeof from)[number],
  };
}
