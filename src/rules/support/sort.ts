// The sort order of findings: supplier, file, severity, rule, cell. Texts are compared by code unit, so that
// the order is the same on every machine.
import { compareTexts } from "../../lib/compare-texts.ts";
import { type Finding, type NotRun, SEVERITIES } from "../../model/finding.ts";

const CELL = /^(.*)!([A-Z]+)(\d+)/;

/** Cells in reading order: sheet, row, column; findings without a cell first. */
export function compareCells(a: string | null, b: string | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? -1 : 1;
  const [, sheetA = a, columnA = "", rowA = "0"] = CELL.exec(a) ?? [];
  const [, sheetB = b, columnB = "", rowB = "0"] = CELL.exec(b) ?? [];
  return (
    compareTexts(sheetA, sheetB) ||
    Number(rowA) - Number(rowB) ||
    columnA.length - columnB.length ||
    compareTexts(columnA, columnB)
  );
}

export function compareFindings(a: Finding, b: Finding): number {
  return (
    compareTexts(a.supplier, b.supplier) ||
    compareTexts(a.file ?? "", b.file ?? "") ||
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    compareTexts(a.rule, b.rule) ||
    compareCells(a.at, b.at) ||
    compareTexts(a.message, b.message)
  );
}

export function compareNotRun(a: NotRun, b: NotRun): number {
  return (
    compareTexts(a.rule, b.rule) ||
    compareTexts(a.supplier, b.supplier) ||
    compareTexts(a.file ?? "", b.file ?? "") ||
    compareTexts(a.reason, b.reason)
  );
}
