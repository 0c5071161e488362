// The line about responses that count for another period as well.
import { expect, test } from "vitest";
import { countsTooLines } from "../../src/domain/counts-too.ts";

test.each([
  ["Acme", "1 response counts for 2015, too, as its date is in both periods: Acme."],
  ["Acme Inc.", "1 response counts for 2015, too, as its date is in both periods: Acme Inc."],
])("the line about %s ends with one full stop", (supplier, line) => {
  expect(countsTooLines([{ supplier, countsToo: [2015] }, { supplier: "Bolt" }])).toEqual([line]);
});
