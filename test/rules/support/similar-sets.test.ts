import fc from "fast-check";
import { expect, test } from "vitest";
import { createNumbering, similarPairs } from "../../../src/rules/support/similar-sets.ts";

/** Compares all pairs. */
function plainPairs(sets: readonly ReadonlySet<string>[], share: number): string[] {
  const pairs: string[] = [];
  for (const [a, one] of sets.entries()) {
    for (const [b, other] of sets.entries()) {
      if (a >= b) continue;
      const common = [...one].filter((element) => other.has(element)).length;
      if (common / (one.size + other.size - common) >= share) pairs.push(`${a} ${b}`);
    }
  }
  return pairs.sort();
}

test("the pairs are those that comparing each with each finds", () => {
  const someSets = fc.array(fc.uniqueArray(fc.constantFrom(..."abcdefghij"), { minLength: 1 }), {
    maxLength: 8,
  });
  fc.assert(
    fc.property(someSets, fc.constantFrom(0.3, 0.5, 0.8, 0.98, 1), (lists, share) => {
      const sets = lists.map((list) => new Set(list));
      const numbered = createNumbering();
      const found = [
        ...similarPairs(
          sets.map((set, index) => ({ set: numbered(set), index })),
          ({ set }) => set,
          share,
        ),
      ];
      expect(found.map(([a, b]) => `${a.index} ${b.index}`).sort()).toEqual(plainPairs(sets, share));
    }),
    { seed: 1, numRuns: 300 },
  );
});
