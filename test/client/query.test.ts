// What the page's script does with rows, without a browser.

import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { csvText } from "../../src/client/data/csv-text.ts";
import { countValues, measure, selectRows } from "../../src/client/data/query.ts";
import { rowsWhere } from "../../src/client/data/row.ts";
import { type ClientTable, cellOf, readTable } from "../../src/client/data/unpack-table.ts";
import { packTable } from "../../src/report/page/pack-table.ts";
import type { CsvValue } from "../../src/report/render/csv.ts";

function tableOf(rows: readonly (readonly CsvValue[])[], names: readonly string[]): ClientTable {
  const columns = names.map((name) => ({ name, type: "text" as const, about: "" }));
  const table = { file: "x.csv", title: "X", onePer: "x", columns, hidden: [], cells: () => rows };
  return readTable(gunzipSync(packTable(table).packed));
}

const cells = (table: ClientTable): CsvValue[][] =>
  Array.from({ length: table.rows }, (_, row) => table.columns.map((column) => cellOf(column, row)));

test("what is packed comes out as it was", () => {
  const cell = fc.oneof(fc.constant(null), fc.integer(), fc.string({ minLength: 1, unit: "binary" }));
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 400 }), (rows) => {
      expect(cells(tableOf(rows, ["a", "b"]))).toEqual(rows);
    }),
    { numRuns: 60 },
  );
});

test("codes of one, two and four bytes, counted up, down and not at all", () => {
  for (const count of [255, 256, 65_535, 65_536]) {
    const rows = Array.from({ length: count }, (_, row) => [
      `v${row}`,
      count - row,
      row % 3 === 0 ? null : "same",
    ]);
    // Compared as one text: comparing so many cells one by one would take long.
    expect(JSON.stringify(cells(tableOf(rows, ["a", "b", "c"]))) === JSON.stringify(rows)).toBe(true);
  }
});

test("codes go with their words: those are shown and searched; codes are filtered by and copied", () => {
  const about = { type: "text" as const, about: "" };
  const names: Readonly<Record<string, string>> = { pct100: "100 %" };
  const columns = [
    { name: "answer", ...about, words: (code: string) => names[code] ?? code },
    { name: "as_is", ...about, words: (code: string) => code },
  ];
  const rows = [
    ["pct100", "a"],
    ["yes", "b"],
    [null, "a"],
  ];
  const table = { file: "x.csv", title: "X", onePer: "x", columns, hidden: [], cells: () => rows };
  const read = readTable(gunzipSync(packTable(table).packed));
  expect(
    rowsWhere(read, { answer: "pct100" }).map((row) => [row.text("answer"), row.shown("answer")]),
  ).toEqual([["pct100", "100 %"]]);
  expect(rowsWhere(read, { as_is: "b" }).map((row) => row.shown("answer"))).toEqual(["yes"]);
  expect(rowsWhere(read, { answer: "" }).map((row) => row.shown("answer"))).toEqual([""]);
  expect([...selectRows(read, { where: [], search: "100 %" })]).toEqual([0]);
  expect([...selectRows(read, { where: [], search: "PCT" })]).toEqual([0]);
  expect(csvText(read, Uint32Array.of(0), ["answer"])).toContain("pct100");
  // Words that are the same as the codes are not included.
  expect(read.columns.map(({ words }) => words)).toEqual([["100 %", "yes"], undefined]);
});

const TABLE = tableOf(
  [
    ["tin", "Ätna", 10, "s1"],
    ["gold", "beta", 9, "s2"],
    ["tin", null, 2, "s1"],
    ["tin", "Beta Works", 10, null],
  ],
  ["metal", "name", "rows", "supplier"],
);
const select = (query: Partial<Parameters<typeof selectRows>[1]>) => [
  ...selectRows(TABLE, { where: [], ...query }),
];

test.each([
  ["no condition", {}, [0, 1, 2, 3]],
  ["one value", { where: [{ column: "metal", values: ["tin"] }] }, [0, 2, 3]],
  ["an empty cell", { where: [{ column: "name", values: [""] }] }, [2]],
  ["a number", { where: [{ column: "rows", values: ["10"] }] }, [0, 3]],
  ["an unknown column", { where: [{ column: "nosuch", values: ["x"] }] }, []],
  ["words in any column, in any case", { search: "BETA tin" }, [3]],
  ["numbers by size", { sort: { column: "rows", descending: false } }, [2, 1, 0, 3]],
  ["down, rows of one value in their order", { sort: { column: "rows", descending: true } }, [0, 3, 1, 2]],
  ["texts, empty ones last", { sort: { column: "name", descending: false } }, [0, 1, 3, 2]],
  ["texts down, empty ones last", { sort: { column: "name", descending: true } }, [3, 1, 0, 2]],
])("%s", (_, query, rows) => {
  expect(select(query)).toEqual(rows);
});

test("what figures take from rows", () => {
  const rows = selectRows(TABLE, { where: [] });
  expect(measure(TABLE, rows, {})).toBe(4);
  expect(measure(TABLE, rows, { distinct: "supplier" })).toBe(2);
  expect(measure(TABLE, rows, { sum: "rows" })).toBe(31);
  expect(measure(TABLE, rows, { sum: "rows", once: "supplier" })).toBe(19);
  const metal = TABLE.columns[0];
  expect(metal && countValues(metal, rows)).toEqual([
    { value: "tin", rows: 3 },
    { value: "gold", rows: 1 },
  ]);
});

test("copied rows do nothing in a spreadsheet", () => {
  const table = tableOf([["=1+1", 'a "b"; -c', -3]], ["a", "b", "c"]);
  expect(csvText(table, selectRows(table, { where: [] }), ["c", "a", "b"])).toBe(
    'c,a,b\r\n-3,\'=1+1,"a ""b""; \'-c"\r\n',
  );
});
