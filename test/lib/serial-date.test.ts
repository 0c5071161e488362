import fc from "fast-check";
import { expect, test } from "vitest";
import { dateToSerial, serialToDay } from "../../src/lib/serial-date.ts";

test.each([
  ["2025-06-12", false, 45820],
  ["2014-05-31", true, 40328],
  ["1900-01-01", false, 1],
  ["1900-02-28", false, 59],
  ["1900-03-01", false, 61],
  ["1904-01-01", true, 0],
] as const)("%s in the system of 1904: %s is %i", (day, date1904, serial) => {
  expect(dateToSerial(day, date1904)).toBe(serial);
  expect(serialToDay(serial, date1904)).toBe(day);
});

test("a time of day is a fraction, and is left out of the day", () => {
  expect(dateToSerial("2025-06-12T18:00:00Z", false)).toBe(45820.75);
  expect(serialToDay(45820.75, false)).toBe("2025-06-12");
});

test("what is no date has no number, and what no date reaches no day", () => {
  expect(dateToSerial("12.06.2025", false)).toBeUndefined();
  expect(dateToSerial("", false)).toBeUndefined();
  for (const serial of [1e9, -1e9, Number.NaN, Number.POSITIVE_INFINITY])
    expect(serialToDay(serial, false)).toBeUndefined();
});

test("there and back in both systems", () => {
  const days = fc.date({ min: new Date("1900-03-01"), max: new Date("9999-12-31"), noInvalidDate: true });
  fc.assert(
    fc.property(days, fc.boolean(), (date, date1904) => {
      const day = date.toISOString().slice(0, 10);
      expect(serialToDay(dateToSerial(day, date1904) ?? Number.NaN, date1904)).toBe(day);
    }),
  );
});
