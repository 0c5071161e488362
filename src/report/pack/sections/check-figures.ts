// The findings of the checks, by severity.
import type { Block, FigureRow } from "../../render/document.ts";
import { type ReportContext, singleFigure } from "../report-input.ts";

/** Suppliers are not asked about a superseded response. */
export const STANDING = { superseded: "" };

/** Findings by severity, and which of them are risk flags (none for information only, as everywhere) or accepted. */
export function checkFigures({ rows }: ReportContext): FigureRow[] {
  return [
    singleFigure("Errors", rows("findings.csv", { severity: "error", ...STANDING })),
    singleFigure("Warnings", rows("findings.csv", { severity: "warning", ...STANDING })),
    singleFigure("For information", rows("findings.csv", { severity: "info", ...STANDING })),
    singleFigure(
      "of these, risk flags",
      rows("findings.csv", { severity: ["error", "warning"], risk: "yes", ...STANDING }),
    ),
    singleFigure("of these, accepted", rows("findings.csv", { accepted: "yes", ...STANDING })),
  ];
}

/** The findings as part of the results. */
export function checkBlocks(context: ReportContext): Block[] {
  return [
    { kind: "heading", level: 3, text: "Findings of the checks" },
    {
      kind: "figures",
      caption: "Findings on the responses that count, and on the suppliers and files of the period",
      columns: ["Findings"],
      rows: checkFigures(context),
    },
  ];
}
