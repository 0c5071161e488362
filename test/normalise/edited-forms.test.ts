// Rows and columns of a form inserted, deleted and moved: each value is read correctly, or not at all with a note that
// names it. CMRT_EDITS=5000 npx vitest run test/normalise/edited-forms.test.ts runs more of them.
import fc from "fast-check";
import { expect, test } from "vitest";
import { compareVersions, layoutFor } from "../../fixtures/cmrt.ts";
import { buildCmrt } from "../helpers/build-cmrt.ts";
import { editsOf, filledForm, type SheetEdit } from "../helpers/edited-forms.ts";

const RUNS = Number(process.env.CMRT_EDITS ?? 150);

/** One of each layout, and those whose labels or columns changed. */
const VERSIONS = ["2.00", "2.02", "2.03a", "3.01", "4.20", "5.12", "6.01", "6.31", "6.5", "6.6"];

const fullForm = (version: string) => filledForm(buildCmrt(version), layoutFor(version));
const full = new Map(VERSIONS.map((version) => [version, fullForm(version)]));
const sparse = new Map(
  VERSIONS.map((version) => [version, filledForm(buildCmrt(version), layoutFor(version), "sparsely")]),
);

function faults(version: string, edits: readonly SheetEdit[], forms = full): string[] {
  const form = forms.get(version);
  if (form === undefined) throw new Error(`${version} is not among the versions of this test.`);
  return form.faultsAfter(edits);
}

test.each(VERSIONS)("a form of %s that nobody edited is read whole", (version) => {
  expect(faults(version, [])).toEqual([]);
  expect(full.get(version)?.count).toBeGreaterThan(100);
});

/** A version and an edit of it. */
const edited = fc
  .constantFrom(...VERSIONS)
  .chain((version) => fc.record({ version: fc.constant(version), edit: editsOf(layoutFor(version)) }));

test("whatever row or column is inserted, deleted or moved", () => {
  fc.assert(
    fc.property(edited, fc.boolean(), ({ version, edit }, isFull) => {
      expect(faults(version, [edit], isFull ? full : sparse)).toEqual([]);
    }),
    { numRuns: RUNS },
  );
});

/** Row and column edits of forms whose labels are looked up by address; where they moved, rows seem to be in place. */
const LOOKED_UP = VERSIONS.filter((version) => compareVersions(version, "3.01") >= 0);
const recalculated = fc
  .constantFrom(...LOOKED_UP)
  .chain((version) => fc.record({ version: fc.constant(version), edit: editsOf(layoutFor(version)) }))
  .filter(({ edit: { change } }) => change.kind !== "move");

test("whatever row or column is inserted or deleted, once the labels are calculated again", () => {
  fc.assert(
    fc.property(recalculated, fc.boolean(), fc.boolean(), ({ version, edit }, isFull, isTwice) => {
      // Two rows or columns at one place preserve the distance of labels in every second row.
      const edits = isTwice && edit.change.kind === "insert" ? [edit, edit] : [edit];
      expect((isFull ? full : sparse).get(version)?.faultsCalculated(edits)).toEqual([]);
    }),
    { numRuns: RUNS },
  );
});

const rows = (text: string) =>
  Object.fromEntries(Array.from({ length: 100 }, (_, index) => [index + 1, text]));

/** Edits after which values were once read wrongly or lost without a note. */
const FAILED: readonly [about: string, version: string, SheetEdit][] = [
  ["the column of labels is gone", "2.00", declaration({ kind: "delete", line: "column", at: 2 })],
  ["the column of comments is gone", "2.03a", declaration({ kind: "delete", line: "column", at: 7 })],
  ["the column of answers is gone", "2.00", declaration({ kind: "delete", line: "column", at: 4 })],
  ["the last row of a question is gone", "2.00", declaration({ kind: "delete", line: "row", at: 37 })],
  ["the last question is gone", "3.01", declaration({ kind: "delete", line: "row", at: 87 })],
  ["the row of the revision is gone", "6.01", declaration({ kind: "delete", line: "row", at: 3 })],
  [
    "a row of one question stands among those of the next",
    "2.00",
    declaration({ kind: "move", line: "row", from: 31, before: 36 }),
  ],
  [
    "a question stands among the rows of another",
    "2.00",
    declaration({ kind: "move", line: "row", from: 33, before: 43 }),
  ],
  ["a question stands at the top", "2.00", declaration({ kind: "move", line: "row", from: 33, before: 4 })],
  [
    "a column says Answer in every row",
    "6.5",
    declaration({ kind: "insert", line: "column", before: 3, texts: rows("Answer") }),
  ],
  [
    "a column says Comments in every row",
    "6.6",
    declaration({ kind: "insert", line: "column", before: 5, texts: rows("Comments") }),
  ],
  [
    "a column begins like a question in every row",
    "2.00",
    declaration({ kind: "insert", line: "column", before: 4, texts: rows("A. Company") }),
  ],
  ["the last column of the smelters is gone", "2.02", smelters({ kind: "delete", line: "column", at: 15 })],
  ["the header stands below smelters", "2.02", smelters({ kind: "move", line: "row", from: 4, before: 9 })],
  ["a smelter stands above the header", "2.00", smelters({ kind: "move", line: "row", from: 7, before: 4 })],
  [
    "an added column left of the smelters holds an ID",
    "2.03a",
    smelters({ kind: "insert", line: "column", before: 1, texts: { 7: "CID009999" } }),
  ],
  [
    "the header of the smelters stands in row 2",
    "6.31",
    smelters({ kind: "move", line: "row", from: 4, before: 2 }),
  ],
  [
    "the labels stand right of the comments",
    "2.02",
    declaration({ kind: "move", line: "column", from: 2, before: 10 }),
  ],
  [
    "a column with a head of its own stands right of the comments",
    "2.02",
    declaration({ kind: "insert", line: "column", before: 8, texts: rows("CID009999") }),
  ],
  ["the header of the products is gone", "6.6", products({ kind: "delete", line: "row", at: 5 })],
  ["the header stands below products", "4.20", products({ kind: "move", line: "row", from: 5, before: 9 })],
  ["the last column of the products is gone", "6.5", products({ kind: "delete", line: "column", at: 4 })],
];

test.each(FAILED)("%s in %s", (_, version, edit) => {
  expect(faults(version, [edit])).toEqual([]);
  expect(faults(version, [edit], sparse)).toEqual([]);
});

/** The same after the labels were recalculated, so that no row seems to have moved. */
const FAILED_CALCULATED: readonly [about: string, version: string, ...SheetEdit[]][] = [
  ["a row above everything", "6.5", declaration(insert("row", 1))],
  ["two rows above everything", "3.01", declaration(insert("row", 1)), declaration(insert("row", 1))],
  ["a row above the company block", "4.20", declaration(insert("row", 6))],
  ["a row above the questions", "6.31", declaration(insert("row", 24))],
  [
    "two rows above the company questions",
    "5.12",
    declaration(insert("row", 67)),
    declaration(insert("row", 67)),
  ],
  ["a row among the last questions deleted", "6.01", declaration({ kind: "delete", line: "row", at: 88 })],
  [
    "two columns left of the products",
    "6.5",
    products(insert("column", 2, "Remarks")),
    products(insert("column", 2, "Remarks")),
  ],
  [
    "two columns left of the labels",
    "6.5",
    declaration(insert("column", 1, "Remarks")),
    declaration(insert("column", 1, "Remarks")),
  ],
];

test.each(FAILED_CALCULATED)("%s in %s, calculated again", (_, version, ...edits) => {
  expect(full.get(version)?.faultsCalculated(edits)).toEqual([]);
  expect(sparse.get(version)?.faultsCalculated(edits)).toEqual([]);
});

test.each([
  ["both columns left of the answers are gone", "2.02", ["delete", "delete"]],
  ["the column of labels and the one left of it are gone", "5.12", ["delete first", "delete first"]],
] as const)("%s in %s", (_, version, columns) => {
  const edits = columns.map((which) =>
    declaration({ kind: "delete", line: "column", at: which === "delete" ? 2 : 1 }),
  );
  expect(faults(version, edits)).toEqual([]);
});

function insert(line: "row" | "column", before: number, text?: string): SheetEdit["change"] {
  return { kind: "insert", line, before, ...(text === undefined ? {} : { texts: rows(text) }) };
}
function declaration(change: SheetEdit["change"]): SheetEdit {
  return { sheet: "Declaration", change };
}
function smelters(change: SheetEdit["change"]): SheetEdit {
  return { sheet: "Smelter List", change };
}
function products(change: SheetEdit["change"]): SheetEdit {
  return { sheet: "Product List", change };
}
