// Which minerals are selected, once rows of the form moved.
import { expect, test } from "vitest";
import { detect } from "../../src/forms/detect.ts";
import { EMRT } from "../../src/forms/emrt/family.ts";
import type { Workbook } from "../../src/model/workbook.ts";
import { normalise } from "../../src/normalise/normalise.ts";
import { buildTemplate } from "../helpers/build-template.ts";
import { type Edit, edit } from "../helpers/edit-workbook.ts";

const SOURCE = { path: "acme.xlsx", container: null, sha256: "0".repeat(64), bytes: 1 };

function read(workbook: Workbook) {
  const detected = detect(workbook);
  if (!detected.ok) throw new Error(detected.unreadable.reason);
  const { minerals = [], answers, notes } = normalise(workbook, detected.template, SOURCE);
  return { minerals, answers, notes };
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
