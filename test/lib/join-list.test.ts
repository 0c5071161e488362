import { expect, test } from "vitest";
import { joinList } from "../../src/lib/join-list.ts";

test("names are one cell, cut with a count where a spreadsheet could not hold them", () => {
  expect(joinList(["A", "B"])).toBe("A; B");
  const joined = joinList(Array.from({ length: 10_000 }, (_, index) => `Name ${index}`));
  expect(joined.length).toBeLessThan(32_767);
  expect(joined).toMatch(/^Name 0; .*; Name \d+; … and \d{4} more$/);
  expect(joinList(["x".repeat(40_000), "A"])).toBe("… and 2 more");
});
