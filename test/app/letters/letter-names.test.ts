import fc from "fast-check";
import { expect, test } from "vitest";
import { letterNames, sameName } from "../../../src/app/letters/letter-names.ts";

test("letters and digits of any script make the name", () => {
  const names = letterNames(["Acme & Söhne GmbH", "製錬所 株式会社", "!!!"]);
  expect(Object.fromEntries(names)).toEqual({
    "Acme & Söhne GmbH": "acme-söhne-gmbh",
    "製錬所 株式会社": "製錬所-株式会社",
    "!!!": "supplier",
  });
});

test.each([
  ["letter case and marks", ["Acme, Inc.", "ACME INC"]],
  [
    "an astral letter at the end of what fits",
    [`${"a".repeat(59)}𝐀x`, `${"a".repeat(59)}𝐁x`, `${"a".repeat(59)}𐐷x`],
  ],
  ["a long beginning", [`${"a".repeat(70)}x`, `${"a".repeat(70)}y`]],
  ["letters that only some file systems tell apart", ["Maſs", "Mass", "MAẞ", "mass"]],
])("suppliers that agree in their names' beginnings get names of their own: %s", (_name, suppliers) => {
  const names = [...letterNames(suppliers).values()];
  expect(new Set(names.map(sameName)).size).toBe(suppliers.length);
  for (const name of names) expect(Buffer.from(name).toString("utf8")).toBe(name);
});

test("a name does not depend on which of the others is written to", () => {
  const [one, other] = ["Acme.", "ACME"];
  const both = letterNames([one, other]);
  expect(both.get(one)).not.toBe("acme");
  expect(letterNames([other, one, "Bolt"]).get(one)).toBe(both.get(one));
});

test.each(["CON", "nul", "Aux", "Com1", "LPT9", "com²"])("%s is no name on Windows", (supplier) => {
  expect(letterNames([supplier]).get(supplier)).toMatch(/^.+-[0-9a-f]{8}$/u);
});

test("whatever the suppliers, names are whole, short and different", () => {
  const name = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 90 }),
    fc.string({ unit: fc.constantFrom("a", "A", "-", "𐐷", "ſ", "s"), maxLength: 70 }),
  );
  fc.assert(
    fc.property(fc.uniqueArray(name, { maxLength: 8 }), (suppliers) => {
      const names = [...letterNames(suppliers).values()];
      expect(new Set(names.map(sameName)).size).toBe(suppliers.length);
      for (const each of names) {
        expect(each).toMatch(/^[\p{L}\p{N}-]+$/u);
        expect(Buffer.byteLength(each)).toBeLessThan(220);
      }
    }),
  );
});
