// The cells named by findings and comparisons are those of the workbook, wherever its rows, columns and sheets are.
import { expect, test } from "vitest";
import { cellMoves } from "../../src/campaign/diff/cell-moves.ts";
import { declarationCells } from "../../src/campaign/diff/declaration-cells.ts";
import { detect } from "../../src/forms/detect.ts";
import { EMRT } from "../../src/forms/emrt/family.ts";
import { companyCell, selectionCell } from "../../src/forms/layouts.ts";
import { fieldCell, placedLayout } from "../../src/forms/placed-layout.ts";
import type { Workbook } from "../../src/model/workbook.ts";
import { normalise } from "../../src/normalise/normalise.ts";
import { buildCmrt } from "../helpers/build-cmrt.ts";
import { buildTemplate } from "../helpers/build-template.ts";
import { edit } from "../helpers/edit-workbook.ts";

const SOURCE = { path: "acme.xlsx", container: null, sha256: "0".repeat(64), bytes: 1 };

function read(workbook: Workbook) {
  const detected = detect(workbook);
  if (!detected.ok) throw new Error(detected.unreadable.reason);
  return normalise(workbook, detected.template, SOURCE);
}

const insertRow = (workbook: Workbook, before: number) =>
  edit(workbook, "Declaration", { kind: "insert", line: "row", before });

test("of a workbook that nobody edited they are the layout's", () => {
  const response = read(buildCmrt("6.5"));
  expect(fieldCell(response, "companyName")).toBe("Declaration!D8");
  expect(declarationCells(response).get("gold.coveredCountries")).toBe("Declaration!D40");
});

test("of one with an inserted row they move, blank ones too", () => {
  const blank = buildCmrt("6.5", { sheets: { Declaration: { D8: undefined, D40: undefined } } });
  const response = read(insertRow(blank, 8));
  expect(response.company.companyName).toBeUndefined();
  expect(fieldCell(response, "companyName")).toBe("Declaration!D9");
  expect(companyCell(placedLayout(response), "scope")).toBe("Declaration!D10");
  const cells = declarationCells(response);
  expect(cells.get("gold.coveredCountries")).toBe("Declaration!D41");
  expect(cells.get("policyPublic.comment")).toBe("Declaration!G78");
});

test("a field that was read from beside its cell is named there", () => {
  const response = read(buildCmrt("6.5", { sheets: { Declaration: { D8: undefined, F8: "Acme" } } }));
  expect(fieldCell(response, "companyName")).toBe("Declaration!F8");
});

test("a cell of which nothing tells where it is has none", () => {
  const response = read(edit(buildCmrt("6.5"), "Declaration", { kind: "delete", line: "row", at: 12 }));
  expect(fieldCell(response, "companyUniqueId")).toBeNull();
  expect(declarationCells(response).get("companyUniqueId")).toBeNull();
});

test("cells that select minerals move along", () => {
  const response = read(insertRow(buildTemplate(EMRT, "2.1"), 9));
  expect(selectionCell(placedLayout(response), { at: "D12" })).toBe("Declaration!D13");
});

test("a comparison follows cells to where the later workbook has them", () => {
  const blank = buildCmrt("6.5");
  const moves = cellMoves(read(blank), read(insertRow(blank, 8)), { pairs: [], out: [], in: [] });
  expect(moves("Declaration!D40")).toBe("Declaration!D41");
  // The place of a cell without a meaning is unknown.
  expect(moves("Declaration!D4")).toBeUndefined();
  const gone = edit(blank, "Declaration", { kind: "delete", line: "row", at: 12 });
  expect(cellMoves(read(blank), read(gone), { pairs: [], out: [], in: [] })("Declaration!D12")).toBeNull();
});
