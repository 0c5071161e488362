import { expect, test } from "vitest";
import { withFullStop, withOneStop } from "../../src/lib/full-stop.ts";

test.each([
  ["1 supplier is missing: Acme Ltd", "1 supplier is missing: Acme Ltd."],
  ["1 supplier is missing: Acme Inc.", "1 supplier is missing: Acme Inc."],
  ["Is it Acme?", "Is it Acme?"],
  ["田中貴金属工業。", "田中貴金属工業。"],
  ["", "."],
])("%j ends as %j", (text, ended) => {
  expect(withFullStop(text)).toBe(ended);
});

test.each([
  ["Nothing was received from Acme Ltd.", "Nothing was received from Acme Ltd."],
  ["Nothing was received from Acme Inc..", "Nothing was received from Acme Inc."],
  ["Nothing was received from Yahoo!.", "Nothing was received from Yahoo!"],
  ['The name is "Acme Inc.".', 'The name is "Acme Inc.".'],
  ["", ""],
])("%j is %j with one stop", (text, ended) => {
  expect(withOneStop(text)).toBe(ended);
});
