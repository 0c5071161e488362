import fc from "fast-check";
import { expect, test } from "vitest";
import { padText, shortenText, textWidth } from "../../src/lib/text-width.ts";

test.each([
  ["Acme", 4],
  ["星空電子", 8],
  ["ｱｸﾒ", 3],
  ["（株）三ツ峰", 12],
  ["Weißenfels", 10],
  ["e\u0301", 1],
  ["한국", 4],
  ["", 0],
])("%j takes %i columns", (text, columns) => {
  expect(textWidth(text)).toBe(columns);
  expect(textWidth(padText(text, 14))).toBe(14);
  expect(padText(text, 14, "start").endsWith(text)).toBe(true);
});

test("a text is cut between letters, never in one", () => {
  expect(shortenText("星空電子株式会社", 8)).toBe("星空電…");
  expect(shortenText("星空電子", 8)).toBe("星空電子");
  expect(shortenText("ne\u0301e", 2)).toBe("n…");
});

test("what was cut fits, whatever the script", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme", maxLength: 40 }),
      fc.integer({ min: 1, max: 30 }),
      (text, width) => {
        expect(textWidth(shortenText(text, width))).toBeLessThanOrEqual(Math.max(width, 1));
      },
    ),
    { numRuns: 200 },
  );
});
