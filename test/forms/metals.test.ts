import { expect, test } from "vitest";
import { readMetal } from "../../src/forms/metals.ts";
import { METAL_WORDS } from "../../src/forms/option-words.ts";
import { METALS } from "../../src/model/vocabulary.ts";

test("every word of the ten languages is its metal", () => {
  for (const metal of METALS) {
    for (const word of METAL_WORDS[metal]) expect([word, readMetal(word)]).toEqual([word, metal]);
  }
});

test.each([
  ["GOLD", "gold"],
  ["Gold (Au) ", "gold"],
  ["Au", "gold"],
  ["タングステン（W）", "tungsten"],
  ["etain", "tin"],
])("%j is %s", (text, metal) => {
  expect(readMetal(text)).toBe(metal);
});

test.each(["Metal (*)", "金属", "Cobalt", ""])("%j is no metal", (text) => {
  expect(readMetal(text)).toBeUndefined();
});
