// A short run with a fixed seed. The long one: npm run fuzz -- --seed 1 --minutes 10.
import { expect, test } from "vitest";
import { bytesOf, runCase } from "./fuzz-case.ts";
import { madeSeeds } from "./seeds.ts";

test("mutated workbooks end in an outcome, never in an error", async () => {
  const seeds = { made: await madeSeeds(), real: [] };
  const outcomes = { read: 0, unreadable: 0 };
  for (let fuzzCase = 0; fuzzCase < 400; fuzzCase++) {
    const bytes = bytesOf(seeds, 1, fuzzCase);
    outcomes[
      await runCase(bytes).catch((cause: unknown) => {
        throw new Error(`case ${fuzzCase} of seed 1`, { cause });
      })
    ]++;
  }
  // Mutations that all miss or all hit would test nothing.
  expect(outcomes.read).toBeGreaterThan(50);
  expect(outcomes.unreadable).toBeGreaterThan(50);
});

test("a case is the same every time", async () => {
  const seeds = { made: await madeSeeds(), real: [] };
  expect(bytesOf(seeds, 7, 3).equals(bytesOf(seeds, 7, 3))).toBe(true);
  expect(bytesOf(seeds, 7, 3).equals(bytesOf(seeds, 8, 3))).toBe(false);
});
