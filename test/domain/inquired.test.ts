import { expect, test } from "vitest";
import { CMRT } from "../../fixtures/cmrt.ts";
import { isInquired, isInquiredEitherWay, namesInquired, readOrigins } from "../../src/domain/inquired.ts";
import { countryName } from "../../src/forms/countries.ts";

test("the ten countries that the inquiry asks about, each with a name of its own", () => {
  const countries = CMRT.inquiry?.countries ?? [];
  expect(countries).toHaveLength(10);
  expect(new Set(countries.map(countryName)).size).toBe(10);
  expect(isInquired(CMRT, "CD")).toBe(true);
  expect(isInquired(CMRT, "SD")).toBe(false);
});

test.each([
  ["Rwanda", true],
  ["Peru; DRC (Katanga)", true],
  ["Congo", true],
  ["Peru", false],
  ["Guinea", false],
  ["recycled", false],
  ["", false],
])("%j names a country that is asked about: %s", (text, named) => {
  expect(namesInquired(readOrigins(CMRT, text))).toBe(named);
});

test("a name that may mean two countries counts where both are asked about", () => {
  expect(isInquiredEitherWay(CMRT, "Congo")).toBe(true);
  expect(isInquiredEitherWay(CMRT, "Korea")).toBe(false);
  expect(readOrigins(CMRT, "Congo, Rwanda").covered).toEqual({ countries: ["RW"], ambiguous: ["Congo"] });
});

test("a family that serves no inquiry asks about no country", () => {
  const none = { ...CMRT, inquiry: null };
  expect(isInquired(none, "CD")).toBe(false);
  expect(namesInquired(readOrigins(none, "Rwanda; Congo"))).toBe(false);
});
