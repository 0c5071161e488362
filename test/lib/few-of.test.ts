import { expect, test } from "vitest";
import { fewOf } from "../../src/lib/few-of.ts";

test.each([
  [[], 2, []],
  [["A", "B"], 2, ["A", "B"]],
  [["A", "B", "C", "D", "E"], 2, ["A", "B", "3 more"]],
])("%j, at most %d: %j", (names, most, few) => {
  expect(fewOf(names, most)).toEqual(few);
});
