import { expect, test } from "vitest";
import { withFullStop } from "../../src/lib/full-stop.ts";

test.each([
  ["1 supplier is missing: Acme Ltd", "1 supplier is missing: Acme Ltd."],
  ["1 supplier is missing: Acme Inc.", "1 supplier is missing: Acme Inc."],
  ["Is it Acme?", "Is it Acme?"],
  ["田中貴金属工業。", "田中貴金属工業。"],
  ["", "."],
])("%j ends as %j", (text, ended) => {
  expect(withFullStop(text)).toBe(ended);
});
