// A version released after this cmrt: read with the layout of the newest edition that fits.
import { expect, test } from "vitest";
import { detect } from "../../src/forms/detect.ts";
import { responseSchema } from "../../src/forms/schemas.ts";
import { normalise } from "../../src/normalise/normalise.ts";
import { buildCmrt } from "../helpers/build-cmrt.ts";
import type { BuiltValue } from "../helpers/build-workbook.ts";

function read(like: string, products: Record<string, BuiltValue>) {
  const workbook = buildCmrt(like, {
    sheets: { Declaration: { J3: "Revision 7.0\nApril 30, 2027" }, "Product List": products },
  });
  const detected = detect(workbook);
  if (!detected.ok) throw new Error(detected.unreadable.reason);
  const source = { path: "acme.xlsx", container: null, sha256: "0".repeat(64), bytes: 1 };
  return responseSchema.parse(normalise(workbook, detected.template, source));
}

test.each([
  ["6.5", { B6: "P-1", D6: "drawing 4" }, { number: "P-1", comments: "drawing 4" }, "6.5"],
  [
    "6.6",
    { B6: "P-1", D6: "R-1", F6: "drawing 4" },
    { number: "P-1", requesterNumber: "R-1", comments: "drawing 4" },
    "6.6.1",
  ],
])(
  "one with the labels and headers of %s has its values where that has them",
  (like, cells, product, named) => {
    const { template, products, notes } = read(like, cells);
    expect(template.version).toBe("7.0");
    expect(products).toEqual([{ row: 6, ...product }]);
    expect(notes).toMatchObject([
      { kind: "version", note: expect.stringContaining(`read with the layout of ${named}.`) },
    ]);
  },
);

test("one with headers of its own is read by them, with a note", () => {
  const { products, notes } = read("6.5", { D5: "Approved by", E5: "Comments", B6: "P-1", E6: "drawing 4" });
  expect(products).toEqual([{ row: 6, number: "P-1", comments: "drawing 4" }]);
  expect(notes.map(({ kind }) => kind)).toEqual(["version", "shifted"]);
});
