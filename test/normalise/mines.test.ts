// The mine list with headers that formulas look up by their column letter, after columns or rows have moved.
import { expect, test } from "vitest";
import { detect } from "../../src/forms/detect.ts";
import { EMRT } from "../../src/forms/emrt/family.ts";
import { columnLetters, columnNumber } from "../../src/model/cells.ts";
import { normalise } from "../../src/normalise/normalise.ts";
import { buildTemplate, exampleEdition } from "../helpers/build-template.ts";
import type { BuiltValue } from "../helpers/build-workbook.ts";

const SOURCE = { path: "acme.xlsx", container: null, sha256: "0".repeat(64), bytes: 1 };
const { mines } = exampleEdition(EMRT, "2.1").layout;
const LAST = columnNumber(mines?.columns.comments ?? "M");

function read(cells: Record<string, BuiltValue | undefined>) {
  const workbook = buildTemplate(EMRT, "2.1", { "Mine List": cells });
  const detected = detect(workbook);
  if (!detected.ok) throw new Error(detected.unreadable.reason);
  const response = normalise(workbook, detected.template, SOURCE);
  return { mines: response.mines, notes: response.notes.map(({ at, note }) => `${at}: ${note}`) };
}

/** The template's headers as formulas, and the texts of the hidden columns to their right. */
function headers(row: number, right: readonly [string, string]): Record<string, BuiltValue | undefined> {
  const texts = Object.entries(mines?.columns ?? {}).map(([key, letters]) => {
    const [label = key] = EMRT.labels.mines?.[key as "name"] ?? [];
    return [`${letters}${row}`, { formula: row === 4 ? label : { error: "#N/A" } }] as const;
  });
  const [code, state] = right;
  return {
    ...Object.fromEntries(texts),
    [`${code}${row}`]: "Country Code",
    [`${state}${row}`]: "State / Province Code",
  };
}

const MINE = { A5: "Cobalt", B5: "Acme Refining", C5: "Mine 1", F5: "PERU" };

test("in place", () => {
  const { mines: read1, notes } = read({ ...headers(4, ["N", "O"]), ...MINE });
  expect(read1).toEqual([expect.objectContaining({ name: "Mine 1", country: "PE" })]);
  expect(notes).toEqual([]);
});

test("after a column was deleted no value is read under the header of another", () => {
  // Column E is gone: each header shows what the template has in its column, and F's values are in E.
  const gone = { ...headers(4, ["M", "N"]), O4: undefined, F5: undefined, E5: "PERU" };
  const { mines: rows, notes } = read({ ...MINE, ...gone });
  expect(rows).toEqual([]);
  expect(notes).toEqual([expect.stringMatching(/^Mine List!4:4: Columns were inserted or deleted/)]);
});

test("after rows were inserted above them, the list is read below the headers that show errors", () => {
  const cells = Object.fromEntries(
    Array.from({ length: LAST }, (_, index) => [`${columnLetters(index + 1)}4`, undefined]),
  );
  const { mines: rows, notes } = read({
    ...cells,
    ...headers(6, ["N", "O"]),
    E5: "© 2025 Responsible Minerals Initiative. All rights reserved.",
    M5: "Revision 2.1",
    A7: "Cobalt",
    C7: "Mine 1",
  });
  expect(rows).toEqual([{ row: 7, metal: "cobalt", name: "Mine 1" }]);
  expect(notes).toEqual([
    "Mine List!6:6: The headers of the mine list cannot be read: its columns were read where the template has them, from row 7 on.",
  ]);
});
