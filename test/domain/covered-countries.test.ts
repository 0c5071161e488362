import { expect, test } from "vitest";
import {
  COVERED_COUNTRIES,
  isCoveredCountry,
  isCoveredEitherWay,
  namesCovered,
  readOrigins,
} from "../../src/domain/covered-countries.ts";
import { countryName } from "../../src/forms/countries.ts";

test("the ten covered countries, each with a name of its own", () => {
  expect(COVERED_COUNTRIES).toHaveLength(10);
  expect(new Set(COVERED_COUNTRIES.map(countryName)).size).toBe(10);
  expect(isCoveredCountry("CD")).toBe(true);
  expect(isCoveredCountry("SD")).toBe(false);
});

test.each([
  ["Rwanda", true],
  ["Peru; DRC (Katanga)", true],
  ["Congo", true],
  ["Peru", false],
  ["Guinea", false],
  ["recycled", false],
  ["", false],
])("%j names a covered country: %s", (text, covered) => {
  expect(namesCovered(readOrigins(text))).toBe(covered);
});

test("a name of two countries is covered where both are", () => {
  expect(isCoveredEitherWay("Congo")).toBe(true);
  expect(isCoveredEitherWay("Korea")).toBe(false);
  expect(readOrigins("Congo, Rwanda").covered).toEqual({ countries: ["RW"], ambiguous: ["Congo"] });
});
