import { expect, test } from "vitest";
import { FAMILIES } from "../../src/forms/families.ts";
import { readAnyMineral, readKnownMineral, readMineral } from "../../src/forms/minerals.ts";

test.each(FAMILIES.map((family) => [family.id, family] as const))(
  "every word of the languages of the %s is its mineral",
  (_, family) => {
    for (const { id, names, symbol } of family.minerals) {
      for (const word of [...names, symbol ?? id])
        expect([word, readMineral(word, family)]).toEqual([word, id]);
    }
  },
);

test.each([
  ["GOLD", "gold"],
  ["Gold (Au) ", "gold"],
  ["Au", "gold"],
  ["タングステン（W）", "tungsten"],
  ["etain", "tin"],
  ["スズ(Sn)", "tin"],
  ["Tin / Sn", "tin"],
  ["Sn - Zinn (Sn)", "tin"],
  ["WOLFRÂMIO", "tungsten"],
  ["鎢 (W)", "tungsten"],
  ["золото", "gold"],
])("%j is %s", (text, metal) => {
  expect(readKnownMineral(text)).toBe(metal);
});

test.each(["Metal (*)", "金属", "Bismuth", "", "Tin, Gold", "Tin (Au)", "Tin ore", "- / -"])(
  "%j is no metal",
  (text) => {
    expect(readKnownMineral(text)).toBeUndefined();
  },
);

test("a list may name a mineral that no template has", () => {
  expect(readAnyMineral("Cobalt")).toBe("cobalt");
  expect(readAnyMineral("Titanium")).toBe("titanium");
  expect(readAnyMineral("Au")).toBe("gold");
  expect(readAnyMineral("Unobtainium")).toBeUndefined();
});
