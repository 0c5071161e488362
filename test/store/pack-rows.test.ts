import fc from "fast-check";
import { expect, test } from "vitest";
import type { Response, SmelterRow } from "../../src/model/response.ts";
import { createRowPacker } from "../../src/store/pack-rows.ts";
import { buildResponse } from "../helpers/build-response.ts";

function response(file: string, smelters: SmelterRow[]): Response {
  return { ...buildResponse({ file }), smelters };
}

const TIN: Omit<SmelterRow, "row"> = {
  metal: "tin",
  lookupName: "Operaciones Metalurgicas S.A.",
  raw: { country: "BOLIVIA (PLURINATIONAL STATE OF)" },
};

test("a packed response reads and prints as before, in the order of its keys", () => {
  const plain = response("a.xlsx", [
    { row: 5, ...TIN },
    { row: 9, ...TIN, comments: "See below" },
  ]);
  const text = JSON.stringify(plain);
  const packed = createRowPacker().pack(plain);
  expect(JSON.stringify(packed)).toBe(text);
  expect(packed.smelters).toBe(packed.smelters);
});

test("a text beyond all measure is cut, and says so", () => {
  const long = `x${"\u202e".repeat(32_600)}`;
  const plain = response("a.xlsx", [{ row: 5, metal: "tin", name: long, raw: { country: long } }]);
  const [row] = createRowPacker().pack(plain).smelters;
  expect(row?.name).toHaveLength(4_000 + "… [cut off: 32601 characters]".length);
  expect(row?.name).toMatch(/^x.*… \[cut off: 32601 characters\]$/s);
  expect(row?.raw?.country).toBe(row?.name);
});

test("rows share what they have in common, in all responses", () => {
  const packer = createRowPacker();
  const [a, b] = ["a.xlsx", "b.xlsx"].map((file) =>
    packer.pack(response(file, [{ row: 5, ...structuredClone(TIN), comments: file }])),
  ) as [Response, Response];
  expect(a.smelters[0]?.raw).toBe(b.smelters[0]?.raw);
});

test("what is changed in an unpacked row is in no other row", () => {
  const packer = createRowPacker();
  const [a, b, c] = ["a.xlsx", "b.xlsx", "c.xlsx"].map((file) =>
    packer.pack(response(file, [{ row: 5, ...TIN }])),
  ) as [Response, Response, Response];
  (a.smelters[0] as SmelterRow).comments = "changed";
  expect(b.smelters).toEqual([{ row: 5, ...TIN }]);
  expect(c.smelters).toEqual([{ row: 5, ...TIN }]);
  expect(a.smelters).toEqual([{ row: 5, ...TIN }]);
});

test("rows that differ in anything stay apart, whatever the others say", () => {
  const text = fc.constantFrom("", "a", "b", "ab", "a longer text", "another long text");
  const row = fc.record(
    {
      name: text,
      comments: text,
      inOwnList: fc.boolean(),
      raw: fc.record({ country: text, name: text }, { requiredKeys: [] }),
      recovered: fc.constantFrom<("name" | "id")[]>(["name"], ["id"]),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.array(fc.array(row, { maxLength: 6 }), { maxLength: 6 }), (sheets) => {
      const packer = createRowPacker();
      const plain = sheets.map((rows) => rows.map((one, index) => ({ row: index + 5, ...one })));
      const packed = plain.map((rows, index) =>
        packer.pack(response(`${index}.xlsx`, structuredClone(rows))),
      );
      for (const [index, rows] of plain.entries()) expect(packed[index]?.smelters).toEqual(rows);
    }),
    { seed: 1, numRuns: 300 },
  );
});
