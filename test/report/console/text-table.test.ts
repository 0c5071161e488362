import { expect, test } from "vitest";
import { textWidth } from "../../../src/lib/text-width.ts";
import { textTable } from "../../../src/report/console/text-table.ts";

const COLUMNS = [
  { header: "supplier", widest: 12 },
  { header: "errors", side: "start" as const },
  { header: "most serious" },
];
const ROWS = [
  ["Acme", "3", "Whether a metal is used is not answered"],
  ["星空電子株式会社", "12", "The contact e-mail is empty"],
];

test("columns are aligned whatever the script, and nothing is cut without a terminal", () => {
  expect(textTable(COLUMNS, ROWS)).toEqual([
    "supplier          errors  most serious",
    "Acme                   3  Whether a metal is used is not answered",
    "星空電子株式会社      12  The contact e-mail is empty",
  ]);
});

test("lines stay within a terminal", () => {
  const lines = textTable(COLUMNS, ROWS, 50);
  for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(50);
  expect(lines[2]).toMatch(/^星空電子株… +12 /);
  expect(lines[1]).toMatch(/…$/);
});

test("a name of hundreds of letters pushes its own line alone, and control characters are shown", () => {
  const [, long, short] = textTable(COLUMNS, [
    ["x".repeat(300), "1", "a"],
    ["\u001b[31mred", "2", "b"],
  ]);
  expect(long?.length).toBeGreaterThan(300);
  expect(short?.length).toBeLessThan(80);
  expect(short).not.toContain("\u001b");
});
