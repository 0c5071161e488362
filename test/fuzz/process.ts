// Runs cases one after another and tells the parent of each, so that a hang or a death can be laid at a case's door.
import { bytesOf, runCase } from "./fuzz-case.ts";
import { allSeeds } from "./seeds.ts";

const [seed, first, step, last] = process.argv.slice(2).map(Number) as [number, number, number, number];
const seeds = await allSeeds();
for (let fuzzCase = first; fuzzCase < last; fuzzCase += step) {
  process.send?.({ begins: fuzzCase });
  try {
    process.send?.({ ended: fuzzCase, outcome: await runCase(bytesOf(seeds, seed, fuzzCase)) });
  } catch (error) {
    const why = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.send?.({ ended: fuzzCase, error: why });
  }
}
process.disconnect?.();
