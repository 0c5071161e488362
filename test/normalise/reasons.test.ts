import { expect, test } from "vitest";
import { AMRT } from "../../src/forms/amrt/family.ts";
import { detect } from "../../src/forms/detect.ts";
import { normalise } from "../../src/normalise/normalise.ts";
import { buildTemplate } from "../helpers/build-template.ts";
import { type Edit, edit } from "../helpers/edit-workbook.ts";

const SOURCE = { path: "acme.xlsx", container: null, sha256: "0".repeat(64), bytes: 1 };
const SHEET = "Minerals Scope";

function read(change?: Edit) {
  const built = buildTemplate(AMRT, "1.3", {
    [SHEET]: {
      B4: "Click here to return to Declaration tab",
      B7: "Select Minerals/Metals in Scope",
      C7: "Reasons for inclusion on the AMRT",
      B8: "Silver",
      C8: "Customer request",
      B9: "Zinc",
    },
  });
  const workbook = change ? edit(built, SHEET, change) : built;
  const detected = detect(workbook);
  if (!detected.ok) throw new Error(detected.unreadable.reason);
  const { mineralReasons, notes } = normalise(workbook, detected.template, SOURCE);
  return { mineralReasons, notes: notes.map(({ at, note }) => `${at}: ${note}`) };
}

const REASONS = [
  { row: 8, mineral: "Silver", reason: "Customer request" },
  { row: 9, mineral: "Zinc" },
];

test("the reasons below their headers", () => {
  expect(read()).toEqual({ mineralReasons: REASONS, notes: [] });
});

test.each([
  ["inserted", { kind: "insert", line: "row", before: 3 }, 1],
  ["deleted", { kind: "delete", line: "row", at: 3 }, -1],
] as const)("a row %s above them", (_, change, by) => {
  expect(read(change)).toEqual({
    mineralReasons: REASONS.map((reason) => ({ ...reason, row: reason.row + by })),
    notes: [
      `Minerals Scope!${7 + by}:${7 + by}: The headers of the list are in row ${7 + by} instead of 7: the list is read below them.`,
    ],
  });
});

test("a column inserted between them", () => {
  const { mineralReasons, notes } = read({ kind: "insert", line: "column", before: 3 });
  expect(mineralReasons).toEqual(REASONS);
  expect(notes).toEqual([expect.stringMatching(/^Minerals Scope!D7: By their headers in row 7/)]);
});
