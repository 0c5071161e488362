import fc from "fast-check";
import { expect, test } from "vitest";
import { compareTexts, sortTexts } from "../../src/lib/compare-texts.ts";

test("by code units, in no language's order", () => {
  expect(sortTexts(["é", "z", "Z", "a", "10", "9", "", "Ä", "鉱"])).toEqual(
    // biome-ignore format: one line shows the order
    ["", "10", "9", "Z", "a", "z", "Ä", "é", "鉱"],
  );
});

test("sorting and comparing are one order, and what is given stays as it was", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "binary" })), (texts) => {
      const before = [...texts];
      expect(sortTexts(texts)).toEqual([...texts].sort(compareTexts));
      expect(texts).toEqual(before);
    }),
  );
});

test("an order: antisymmetric, and zero only for what is equal", () => {
  const text = fc.string({ unit: "binary" });
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(compareTexts(a, b)).toBe(0 - compareTexts(b, a));
      expect(compareTexts(a, b) === 0).toBe(a === b);
    }),
  );
});
