// The first sheet of report.xlsx: the state of the campaign in the report's own figures.
import { capitalised } from "../../lib/capitalised.ts";
import { type FigureRow, isFigure } from "../render/document.ts";
import type { Cover } from "../render/xlsx.ts";
import type { ReportContext } from "./report-input.ts";
import { checkFigures } from "./sections/check-figures.ts";
import { inputFacts } from "./sections/inputs.ts";
import { funnelRows } from "./sections/results.ts";
import { statusRows } from "./sections/smelters.ts";

/** Title, facts and figures for the sheet. */
export function workbookCover(context: ReportContext, title: string): Cover {
  const { consolidation, mineralHeaders } = context;
  const funnel = funnelRows(context);
  const outcomes = consolidation.proposals.map(({ metal, outcome, decision }) => [
    capitalised(metal),
    outcome,
    decision?.determination ?? "open",
  ]);
  const tables: Cover["tables"] = [
    {
      title: "Suppliers",
      rows: [
        ["Count", "Share of surveyed", ...(funnel.spend ? ["Share of spend"] : [])],
        ...funnel.rows.map(cellsOf),
      ],
    },
    { title: "Outcome indicated by the responses", rows: [["Proposed", "Company decision"], ...outcomes] },
    { title: "Smelters by status", rows: [mineralHeaders, ...statusRows(context).map(cellsOf)] },
    { title: "Findings", rows: [["Count"], ...checkFigures(context).map(cellsOf)] },
  ];
  return { title, facts: inputFacts(context), tables: tables.filter(({ rows }) => rows.length > 1) };
}

/** A row of figures after its label: counts as numbers, shares as printed. */
function cellsOf({ label, cells }: FigureRow): (string | number)[] {
  return [label, ...cells.map((cell) => (isFigure(cell) ? (cell.text ?? cell.value) : cell))];
}
