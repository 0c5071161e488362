// Which minerals are selected after rows of the form have moved.
import { expect, test } from "vitest";
import { AMRT } from "../../src/forms/amrt/family.ts";
import { detect } from "../../src/forms/detect.ts";
import { EMRT } from "../../src/forms/emrt/family.ts";
import { answerCell } from "../../src/forms/layouts.ts";
import { placedLayout } from "../../src/forms/placed-layout.ts";
import type { Workbook } from "../../src/model/workbook.ts";
import { normalise } from "../../src/normalise/normalise.ts";
import { buildTemplate } from "../helpers/build-template.ts";
import { type Edit, edit } from "../helpers/edit-workbook.ts";

const SOURCE = { path: "acme.xlsx", container: null, sha256: "0".repeat(64), bytes: 1 };

function read(workbook: Workbook) {
  const detected = detect(workbook);
  if (!detected.ok) throw new Error(detected.unreadable.reason);
  const response = normalise(workbook, detected.template, SOURCE);
  const { minerals = [], answers, notes } = response;
  return { minerals, answers, notes, response };
}

const blank = buildTemplate(EMRT, "2.1");
const usual = read(blank);
const inserted = (before: number): Edit => ({ kind: "insert", line: "row", before });

test.each([
  ["above the company block", 5],
  ["within it", 9],
])("a row inserted %s moves the cells that select", (_, before) => {
  const { minerals, answers, notes } = read(edit(blank, "Declaration", inserted(before)));
  expect(minerals.map(({ id, at }) => [id, at])).toEqual(
    usual.minerals.map(({ id, at }) => [id, at.replace(/\d+$/, (row) => String(Number(row) + 1))]),
  );
  expect(Object.keys(answers)).toEqual(Object.keys(usual.answers));
  expect(notes).toHaveLength(1);
});

test.each([
  ["inserted", inserted(12)],
  ["inserted", inserted(13)],
  ["deleted", { kind: "delete", line: "row", at: 12 }],
] as const)("with a row %s among them the labels of the questions tell", (_, change) => {
  const { minerals, answers, notes } = read(edit(blank, "Declaration", change));
  expect(minerals.map(({ id }) => id)).toEqual(usual.minerals.map(({ id }) => id));
  expect(Object.keys(answers)).toEqual(Object.keys(usual.answers));
  expect(notes).toContainEqual({
    at: "Declaration",
    kind: "labels",
    note: expect.stringMatching(
      /^The cells that select the minerals were not found: the minerals are those by which the rows of the questions are labelled, \w+/,
    ),
  });
});

// The five minerals of the workbook are in the first cells that select: mica in that of lithium, nickel in that of mica.
/** Cells of every question of an EMRT 2.1 in its nth row. */
const rowsOf = (nth: number, value: string | undefined) =>
  Object.fromEntries([30, 42, 54, 66, 78, 90, 102, 120].map((first) => [`D${first + nth}`, value]));
const saved = (cells: Record<string, string | undefined>) =>
  read(buildTemplate(EMRT, "2.1", { Declaration: cells }));
const flags = (minerals: ReturnType<typeof read>["minerals"]) =>
  minerals.map(({ id, deselected }) => (deselected ? `(${id})` : id));

test.each([
  ["its word to delete it", { D13: "(Delete Lithium)" }],
  ["an empty cell", { D13: undefined }],
])(
  "a mineral that %s deselects after the labels were worked out is read with its answers, and not asked about",
  (_, cells) => {
    const { minerals, answers, notes } = saved(cells);
    expect(flags(minerals)).toEqual(["cobalt", "copper", "lithium", "(mica)", "nickel"]);
    expect(answers.mica?.intentionallyAdded).toMatchObject({ value: "yes", at: "Declaration!D33" });
    expect(answers.nickel?.intentionallyAdded).toMatchObject({ at: "Declaration!D34" });
    expect(notes).toEqual([]);
  },
);

test("one that was replaced by another word is read with its answers; what has no rows is said", () => {
  const { minerals, answers, notes } = saved({ D12: "(Delete Copper)" });
  expect(flags(minerals)).toEqual(["(cobalt)", "copper", "lithium", "mica", "nickel"]);
  expect(answers.cobalt?.intentionallyAdded?.value).toBe("yes");
  expect(notes.map(({ kind }) => kind)).toEqual(["labels"]);
});

test("one without answers is none of the declaration's, and the others stay where they are", () => {
  const { minerals, answers, notes, response } = saved({ D13: undefined, ...rowsOf(3, undefined) });
  expect(flags(minerals)).toEqual(["cobalt", "copper", "lithium", "nickel"]);
  expect(answers.nickel?.intentionallyAdded).toMatchObject({ value: "yes", at: "Declaration!D34" });
  expect(notes).toEqual([]);
  const layout = placedLayout(response);
  const [first] = layout.questions;
  expect(first && answerCell(layout, first, "nickel")).toBe("Declaration!D34");
});

test("where only as many rows hold answers as minerals are selected, they are those of the minerals selected", () => {
  const { minerals, answers, notes, response } = saved({
    D13: "(delete lithium)",
    ...rowsOf(4, undefined),
    D33: "No",
  });
  expect(flags(minerals)).toEqual(["cobalt", "copper", "lithium", "nickel"]);
  expect(answers.nickel?.intentionallyAdded).toMatchObject({ value: "no", at: "Declaration!D33" });
  expect(answers).not.toHaveProperty("mica");
  expect(notes).toEqual([
    {
      at: "Declaration!B30",
      kind: "labels",
      note: "The rows of the questions are labelled cobalt, copper, lithium, mica and nickel, while the minerals selected are cobalt, copper, lithium and nickel: only as many rows hold answers, and they were read for the minerals selected, in the order in which the template will label them.",
    },
  ]);
  expect(response.movedCells).toBeUndefined();
});

test("the last one of the labels is read by them as well", () => {
  const answered = saved({ E13: "(Delete Mica)" });
  expect(flags(answered.minerals)).toEqual(["cobalt", "copper", "lithium", "mica", "(nickel)"]);
  const open = saved({ E13: "(Delete Mica)", ...rowsOf(4, undefined) });
  expect(flags(open.minerals)).toEqual(["cobalt", "copper", "lithium", "mica"]);
  expect([...answered.notes, ...open.notes]).toEqual([]);
});

test("none is selected any more", () => {
  const { minerals, answers } = saved(
    Object.fromEntries(["D12", "E12", "G12", "D13", "E13"].map((at) => [at, undefined])),
  );
  expect(flags(minerals)).toEqual(["(cobalt)", "(copper)", "(lithium)", "(mica)", "(nickel)"]);
  expect(Object.keys(answers)).toHaveLength(5);
});

test("an AMRT's mineral that was deselected, and one whose name was taken away", () => {
  const usual = read(buildTemplate(AMRT, "1.3")).minerals;
  const last = usual.at(-1)?.at.replace(/.*!/, "") ?? "";
  const without = read(buildTemplate(AMRT, "1.3", { Declaration: { [last]: undefined } }));
  expect(flags(without.minerals)).toEqual([
    ...usual.slice(0, -1).map(({ id }) => id),
    `(${usual.at(-1)?.id})`,
  ]);
  expect(without.notes).toEqual([]);
});
