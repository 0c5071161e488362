import fc from "fast-check";
import { expect, test } from "vitest";
import { createReplacer } from "../../../src/report/render/replace-known.ts";

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");

/** The same with one regular expression, which is sufficient for a few short texts. */
function byPattern(texts: readonly string[], text: string): string {
  if (texts.length === 0) return text;
  const longestFirst = [...texts].sort((a, b) => b.length - a.length);
  const pattern = `(?<![\\p{L}\\p{N}])(?:${longestFirst.map(escaped).join("|")})(?![\\p{L}\\p{N}])`;
  return text.replace(new RegExp(pattern, "gu"), "[x]");
}

test("whole words are replaced, the longest first", () => {
  const replace = createReplacer(["Ada", "Ada Example", "+44 1"], "[x]");
  expect(replace("Ada Example, Ada, Adam, (Ada) and +44 1 but not +44 12")).toBe(
    "[x], [x], Adam, ([x]) and [x] but not +44 12",
  );
});

test("any texts in any text, as a regular expression would do it", () => {
  const unit = fc.constantFrom("a", "b", " ", "-", "é", ".", "1", "(", "𠀀");
  const text = fc.string({ unit, maxLength: 30 });
  const known = fc.array(
    fc.string({ unit, minLength: 1, maxLength: 5 }).map((each) => each.trim() || "a"),
    {
      maxLength: 6,
    },
  );
  fc.assert(
    fc.property(known, text, (texts, whole) => {
      expect(createReplacer(texts, "[x]")(whole)).toBe(byPattern(texts, whole));
    }),
    { numRuns: 2_000 },
  );
});

test("a very long text is known by its beginning, and nothing of it is left", () => {
  const long = "Ada Example, ".repeat(1_000);
  const replace = createReplacer([long, "Bob"], "[x]");
  expect(replace(`Bob wrote "${long}" here.`)).toBe('[x] wrote "[x]');
  expect(replace(`"${long.slice(0, 150)}"`)).toBe(`"${long.slice(0, 150)}"`);
});

test("as many texts as a workbook has rows", { timeout: 120_000 }, () => {
  const names = Array.from({ length: 200_000 }, (_, index) => `Contact ${"x".repeat(index % 50)}${index}`);
  const replace = createReplacer(names, "[x]");
  expect(replace("Contact 0, Contact x1, Contact y")).toBe("[x], [x], Contact y");
  replace("Contact x".repeat(100_000));
  replace(`${"Contact ".repeat(50_000)}Contact 0`);
});
