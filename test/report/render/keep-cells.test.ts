import fc from "fast-check";
import { expect, test } from "vitest";
import { keepCells } from "../../../src/report/render/keep-cells.ts";
import { type FilledTable, fillTable } from "../../../src/report/render/table.ts";

type Row = readonly (string | number | null)[];

/** A table of these rows, and how often its cells were made. */
function tableOf(width: number, rows: readonly Row[]): { table: FilledTable; made(): number } {
  let made = 0;
  const columns = Array.from({ length: width }, (_, index) => ({
    name: `c${index}`,
    type: "text" as const,
    about: "",
    value: (row: Row) => {
      made += 1;
      return row[index];
    },
  }));
  const table = fillTable({ file: "t.csv", title: "t", onePer: "row", columns }, rows);
  return { table, made: () => made };
}

test("gives the cells of the table, whole and by column, as often as they are asked for", () => {
  const cell = fc.oneof(fc.constantFrom("", "a", "1", null, 0, 1, -1.5), fc.string());
  const rows = fc
    .integer({ min: 1, max: 4 })
    .chain((width) =>
      fc.tuple(
        fc.constant(width),
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 300 }),
        fc.array(fc.nat({ max: width - 1 }), { maxLength: 3 }),
      ),
    );
  fc.assert(
    fc.property(rows, ([width, all, only]) => {
      const { table } = tableOf(width, all);
      const kept = keepCells(table);
      expect([...kept.cells(only)]).toEqual([...table.cells(only)]);
      expect([...kept.cells()]).toEqual([...table.cells()]);
      expect([...kept.cells()]).toEqual(all);
    }),
  );
});

test("makes each cell once", () => {
  const { table, made } = tableOf(2, [
    ["a", 1],
    ["b", 2],
  ]);
  const kept = keepCells(table);
  expect(made()).toBe(0);
  for (const only of [undefined, [1], []]) for (const _cells of kept.cells(only));
  expect(made()).toBe(4);
});

test("holds as many different values as there are", () => {
  const all = Array.from({ length: 70_000 }, (_, index): Row => [`value ${index}`, index % 300]);
  const kept = keepCells(tableOf(2, all).table);
  for (const _ of [1, 2]) expect([...kept.cells()]).toEqual(all);
});
