import { expect, test } from "vitest";
import { readDays } from "../../src/lib/read-days.ts";

test.each<[string, string[], (string | undefined)[]]>([
  ["ISO days", ["2017-03-01", " 2017-3-2 "], ["2017-03-01", "2017-03-02"]],
  ["days by name", ["1 Mar 2017", "March 2, 2017"], ["2017-03-01", "2017-03-02"]],
  ["points are day first", ["01.03.2017"], ["2017-03-01"]],
  ["a column day first", ["05/06/2017", "25/06/2017"], ["2017-06-05", "2017-06-25"]],
  ["a column month first", ["5/6/2017", "6/25/17"], ["2017-05-06", "2017-06-25"]],
  ["a column that tells nothing", ["05/06/2017", "06/06/2017"], [undefined, "2017-06-06"]],
  [
    "a column that tells both",
    ["05/06/2017", "25/06/2017", "06/25/2017"],
    [undefined, "2017-06-25", "2017-06-25"],
  ],
  ["points tell nothing of slashes", ["25.06.2017", "05/06/2017"], ["2017-06-25", undefined]],
  ["other texts", ["", "soon", "2017-02-30"], [undefined, undefined, undefined]],
])("%s", (_name, texts, days) => {
  expect(readDays(texts)).toEqual(days);
});
