import fc from "fast-check";
import { expect, test } from "vitest";
import { METALS } from "../../fixtures/cmrt.ts";
import type { OwnSmelter } from "../../src/model/own-declaration.ts";

import { splitSmelters } from "../../src/rollup/split.ts";

const smelters = (counts: readonly number[]): OwnSmelter[] =>
  METALS.flatMap((metal, index) =>
    Array.from(
      { length: counts[index] ?? 0 },
      (_, number): OwnSmelter => ({
        metal,
        kind: "matched",
        id: `${metal} ${number}`,
        sources: [],
      }),
    ),
  );

test("5,200 smelters are three files whose union is the list", () => {
  const list = smelters([1000, 4000, 199, 1]);
  const files = splitSmelters({ smelters: list, metals: [...METALS] }, 2500);
  expect(files).toHaveLength(3);
  expect(new Set(files.flat())).toEqual(new Set(list));
});

test("every file fits, has every metal, and together they are the list", () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(60), { minLength: 4, maxLength: 4 }),
      fc.integer({ min: 8, max: 40 }),
      (counts, capacity) => {
        const list = smelters(counts);
        const files = splitSmelters({ smelters: list, metals: [...METALS] }, capacity);
        const seen = new Set<OwnSmelter>();
        for (const file of files) {
          expect(file.length).toBeLessThanOrEqual(capacity);
          expect(new Set(file.map(({ metal }) => metal))).toEqual(new Set(list.map(({ metal }) => metal)));
          for (const smelter of file) seen.add(smelter);
        }
        expect(seen).toEqual(new Set(list));
        if (list.length <= capacity) expect(files).toEqual([list]);
      },
    ),
  );
});
