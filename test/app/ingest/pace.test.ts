import { expect, test } from "vitest";
import { paceOf } from "../../../src/app/ingest/progress.ts";

test.each([
  ["nothing before some files were read", [0, 38, 10], ""],
  ["nothing in the first moment", [20, 38, 1], ""],
  ["seconds, rounded up", [10, 38, 20], " · 0.5/s · about 1 min left"],
  ["minutes and seconds", [5, 38, 20], " · 0.3/s · about 2 min 20 s left"],
  ["never no time while files are left", [37, 38, 37], " · 1.0/s · about 5 s left"],
  ["whole minutes where it takes long", [100, 5_000, 50], " · 2.0/s · about 41 min left"],
  ["the pace alone at the end", [38, 38, 2_000], " · 0.0/s"],
] as const)("the pace of reading says %s", (_, [done, total, seconds], said) => {
  expect(paceOf(done, total, seconds)).toBe(said);
});
