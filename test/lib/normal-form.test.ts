import fc from "fast-check";
import { expect, test } from "vitest";
import { normalForm } from "../../src/lib/normal-form.ts";

const FORMS = ["NFC", "NFD", "NFKC", "NFKD"] as const;

test("texts that people write are normalised as Unicode has it, however long", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.constantFrom(...FORMS), (text, form) => {
      const long = `${text} `.repeat(200);
      expect(normalForm(text, form)).toBe(text.normalize(form));
      expect(normalForm(long, form)).toBe(long.normalize(form));
    }),
  );
});

test.each(FORMS)("no mark of a long row is lost in %s", (form) => {
  const marks = (text: string) => [...text.replaceAll("\u034f", "")].sort().join("");
  const text = `a${"\u0316\u0301\u05b0".repeat(2_000)}`;
  expect(marks(normalForm(text, form)).length).toBe(marks(text.normalize(form)).length);
  expect(normalForm("ﾞ".repeat(2_000), form)).toHaveLength(normalForm("ﾞ", form).length * 2_000 + 66);
});
