import { describe, expect, test } from "vitest";
import { readDate, readMonth, serialToDate } from "../../src/lib/read-date.ts";

test("serial numbers in both date systems", () => {
  expect(serialToDate(45820, false)).toBe("2025-06-12");
  expect(serialToDate(45820.75, false)).toBe("2025-06-12");
  expect(serialToDate(40328, true)).toBe("2014-05-31");
  expect(serialToDate(40328, false)).toBe("2010-05-30");
  expect(serialToDate(0, false)).toBeUndefined();
  expect(serialToDate(1e9, false)).toBeUndefined();
});

describe("readDate", () => {
  test.each([
    ["2025-05-31", "2025-05-31"],
    ["2025/5/31", "2025-05-31"],
    ["2025.05.31", "2025-05-31"],
    ["2025-05-31T00:00:00", "2025-05-31"],
    ["2025-05-31 13:45", "2025-05-31"],
    ["20250531", "2025-05-31"],
    ["31-May-2025", "2025-05-31"],
    ["31-MAY-25", "2025-05-31"],
    ["May 31st, 2025", "2025-05-31"],
    ["Saturday, 31 May 2025", "2025-05-31"],
    ["31. Mai 2025", "2025-05-31"],
    ["31 de mayo de 2025", "2025-05-31"],
    ["1er août 2024", "2024-08-01"],
    ["3 Şubat 2024", "2024-02-03"],
    ["12 dic 2024", "2024-12-12"],
    ["5-Sept-2024", "2024-09-05"],
    ["2025年5月31日", "2025-05-31"],
    ["令和7年5月31日", "2025-05-31"],
    ["令和元年6月1日", "2019-06-01"],
    ["民國114年5月31日", "2025-05-31"],
    ["２０２５年５月３１日", "2025-05-31"],
    ["2025년 5월 31일", "2025-05-31"],
    ["2025. 5. 31.", "2025-05-31"],
    ["31.05.2025", "2025-05-31"],
    ["05.06.2025", "2025-06-05"],
    ["31/05/2025", "2025-05-31"],
    ["05/31/2025", "2025-05-31"],
    ["06/06/2025", "2025-06-06"],
    [" 45808 ", "2025-05-31"],
  ])("%j is %s", (text, date) => {
    expect(readDate(text, false)).toEqual({ date });
  });

  test.each(["05/06/2025", "5-6-25"])("%j could be either day", (text) => {
    expect(readDate(text, false)).toEqual({ date: null, reason: "dayAndMonthUnclear" });
  });

  test.each(["", "soon", "2025", "May 2025", "31-Feb-2025", "2025-13-01", "31/31/2025", "0", "n/a"])(
    "%j is no date",
    (text) => {
      expect(readDate(text, false)).toEqual({ date: null, reason: "notADate" });
    },
  );
});

test("months by name, number and abbreviation; what fits two is none", () => {
  expect([
    readMonth("July"),
    readMonth("7"),
    readMonth("7月"),
    readMonth("juillet"),
    readMonth("Mär"),
  ]).toEqual([7, 7, 7, 7, 3]);
  expect([readMonth("jui"), readMonth("ma"), readMonth("13"), readMonth("Foo")]).toEqual(
    Array(4).fill(undefined),
  );
});
