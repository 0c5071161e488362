import { expect, test } from "vitest";
import { CMRT } from "../../fixtures/cmrt.ts";
import { isInquired, isInquiredEitherWay } from "../../src/domain/inquired.ts";
import { countryName } from "../../src/forms/countries.ts";

test("the ten countries that the inquiry asks about, each with a name of its own", () => {
  const countries = CMRT.inquiry?.countries ?? [];
  expect(countries).toHaveLength(10);
  expect(new Set(countries.map(countryName)).size).toBe(10);
  expect(isInquired(CMRT, "CD")).toBe(true);
  expect(isInquired(CMRT, "SD")).toBe(false);
});

test("a name that may mean two countries counts where both are asked about", () => {
  expect(isInquiredEitherWay(CMRT, "Congo")).toBe(true);
  expect(isInquiredEitherWay(CMRT, "Korea")).toBe(false);
});

test("a family that serves no inquiry asks about no country", () => {
  const none = { ...CMRT, inquiry: null };
  expect(isInquired(none, "CD")).toBe(false);
});
