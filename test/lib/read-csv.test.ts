import { expect, test } from "vitest";
import { UsageError } from "../../src/lib/errors.ts";
import { delimiterOf, readCsv } from "../../src/lib/read-csv.ts";

test("records end where they end, whatever the lines before did", () => {
  const text = '\uFEFFname,id\r\n"Acme, Ltd", 1 \r\nBolt,2\nCog,3\rDrill,4';
  expect(readCsv(text, "a.csv")).toEqual([
    { line: 1, cells: ["name", "id"] },
    { line: 2, cells: ["Acme, Ltd", "1"] },
    { line: 3, cells: ["Bolt", "2"] },
    { line: 4, cells: ["Cog", "3"] },
    { line: 5, cells: ["Drill", "4"] },
  ]);
});

test.each([
  ["semicolons", "name;id\nAcme, Ltd;1\n"],
  ["tabs", "name\tid\nAcme, Ltd\t1\n"],
  ["blank lines first", '\n\nname,id\n"Acme, Ltd",1\n'],
])("the first line tells the delimiter: %s", (_name, text) => {
  expect(readCsv(text, "a.csv").map(({ cells }) => cells)).toEqual([
    ["name", "id"],
    ["Acme, Ltd", "1"],
  ]);
});

test.each([
  ["sep=;", "sep=;\r\nname;a,b,c\r\nAcme, Ltd;1\r\n"],
  ["with a mark and quotes", '\uFEFF"sep=;"\nname;a,b,c\nAcme, Ltd;1\n'],
  ["filled up by a spreadsheet", "SEP=;;;\nname;a,b,c\nAcme, Ltd;1\n"],
  ["a bar", "sep=|\nname|a,b,c\nAcme, Ltd|1\n"],
])("a first line may tell the delimiter: %s", (_name, text) => {
  const records = [
    { line: 2, cells: ["name", "a,b,c"] },
    { line: 3, cells: ["Acme, Ltd", "1"] },
  ];
  expect(readCsv(text, "a.csv")).toEqual(records);
  expect(readCsv(text, "a.csv", ",")).toEqual(records);
  expect(delimiterOf(text)).toBe(text.includes("|") ? "|" : ";");
});

test("blank records are passed over, short and long ones kept, quotes inside a cell stand for themselves", () => {
  expect(readCsv('a,b\n,\n \nx\ny,"z",more\nthe "best" one,w\n', "a.csv").map(({ cells }) => cells)).toEqual([
    ["a", "b"],
    ["x"],
    ["y", "z", "more"],
    ['the "best" one', "w"],
  ]);
  expect(readCsv("", "a.csv")).toEqual([]);
});

test("a quote that is never closed is the user's to put right, with its line", () => {
  expect(() => readCsv('a,b\n"x,y\n', "a.csv")).toThrow(UsageError);
  expect(() => readCsv('a,b\n"x,y\n', "a.csv")).toThrow(/^a\.csv is not a valid CSV table: .*line 2/);
});
