import { expect, test } from "vitest";
import { addDays, daysBetween, isDay } from "../../src/lib/dates.ts";

test.each([
  ["2024-02-29", true],
  ["2025-02-29", false],
  ["2025-13-01", false],
  ["2025-1-1", false],
  ["2025-01-01T00:00:00Z", false],
  ["soon", false],
])("%s is a day: %s", (text, is) => {
  expect(isDay(text)).toBe(is);
});

test("days later and between, over a leap day and a change of the year", () => {
  expect(addDays("2024-02-28", 2)).toBe("2024-03-01");
  expect(addDays("2025-01-01", -1)).toBe("2024-12-31");
  expect(daysBetween("2024-12-31", "2025-01-02")).toBe(2);
  expect(daysBetween("2025-01-02", "2024-12-31")).toBe(-2);
  expect(daysBetween("", "2024-12-31")).toBeNaN();
});
