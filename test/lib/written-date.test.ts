import { expect, test } from "vitest";
import { writtenDate } from "../../src/lib/written-date.ts";

test.each([
  ["2016-05-31", "May 31, 2016"],
  ["2017-01-01", "January 1, 2017"],
  ["2016-13-01", "2016-13-01"],
  ["soon", "soon"],
])("%s is written %s", (day, written) => {
  expect(writtenDate(day)).toBe(written);
});
