// The proposed outcome for each metal, its basis, and room for the decision.
import type { Inquiry } from "../../../forms/form.ts";
import { capitalised } from "../../../lib/capitalised.ts";
import type { Proposal } from "../../../model/consolidation.ts";
import type { Block, FigureRow } from "../../render/document.ts";
import type { Where } from "../../render/figure.ts";
import type { ReportContext } from "../report-input.ts";
import { warningSigns } from "./warning-signs.ts";

export function outcomeSection(context: ReportContext): Block[] {
  const { inquiry } = context.family;
  if (inquiry === null) return [];
  return [
    {
      kind: "heading",
      level: 2,
      text: `${context.numberOf("outcome")}. Proposed outcome by metal`,
      id: "outcome",
    },
    {
      kind: "paragraph",
      text: [
        "A proposal is the outcome indicated by the responses. It is neither a decision nor a legal conclusion: the company decides, taking into account what else it knows.",
      ],
    },
    {
      kind: "figures",
      caption: "Evidence",
      columns: context.mineralHeaders,
      rows: evidence(context, inquiry),
    },
    ...warningSigns(context),
    ...context.consolidation.proposals.flatMap(proposalOf),
  ];
}

function proposalOf({ metal, outcome, why, decision }: Proposal): Block[] {
  return [
    { kind: "heading", level: 3, text: capitalised(metal), id: `outcome-${metal}` },
    { kind: "paragraph", text: ["Proposed: ", { strong: outcome }, "."] },
    { kind: "list", items: why.map((reason) => [reason]) },
    ...(decision
      ? ([
          { kind: "paragraph", text: ["Company decision: ", { strong: decision.determination }, "."] },
          {
            kind: "paragraph",
            text: [`Reason: ${[decision.reason, decision.by, decision.date].filter(Boolean).join("; ")}.`],
          },
        ] as Block[])
      : ([
          { kind: "decision", label: "Company decision" },
          { kind: "decision", label: "Reason, name, date" },
        ] as Block[])),
  ];
}

function evidence(context: ReportContext, { area, country }: Inquiry): FigureRow[] {
  const [origin, identified] = [context.columnOf("coveredOrigin"), context.columnOf("smeltersIdentified")];
  const { distinct, rows, sum, consolidation, figurePerMineral, mineralHeaders } = context;
  const suppliers = (label: string, where: Where): FigureRow =>
    figurePerMineral(label, (metal) => distinct("supplier_id", "declarations.csv", { metal, ...where }));
  const inScope = (label: string, where: Where): FigureRow =>
    suppliers(`In scope, ${label}`, { in_scope: "yes", ...where });
  const smelterRows = (label: string, column: string): FigureRow =>
    figurePerMineral(label, (metal) => sum(column, "declarations.csv", { metal }));
  const smelters = (label: string, where: Where): FigureRow =>
    figurePerMineral(label, (metal) => rows("smelters.csv", { metal, ...where }));
  // A supplier that is not heard from may have any metal in scope, so the figure is the same for each.
  const unheard = (label: string, where: Where): FigureRow =>
    figurePerMineral(label, () => distinct("supplier_id", "responses.csv", where));
  const roster = consolidation.suppliers.some((supplier) => supplier.onRoster !== null);

  return [
    suppliers("Suppliers with a response that counts", {}),
    suppliers("Metal in scope", { in_scope: "yes" }),
    suppliers("Scope not stated", { in_scope: "unclear" }),
    inScope(`${area}: Yes`, { [origin]: "yes" }),
    inScope(`${area}: No`, { [origin]: "no" }),
    inScope(`${area}: Unknown`, { [origin]: "unknown" }),
    inScope(`${area}: no usable answer`, {
      [origin]: ["not answered", "not understood"],
    }),
    suppliers(`Scope not stated, ${area}: Yes`, {
      in_scope: "unclear",
      [origin]: "yes",
    }),
    inScope("all of it recycled or scrap", { recycled_100: "yes" }),
    inScope("all smelters identified: Yes", { [identified]: "yes" }),
    inScope("answered for named products", { scope: "product" }),
    suppliers("Response invalid, metal in scope or open", {
      in_scope: ["yes", "unclear"],
      state: "invalid",
    }),
    smelters("Smelters named", {}),
    smelters("Smelters not matched", { status_class: "unmatched" }),
    smelters(`Smelters that an origin list ties to a ${country}`, { origin_covered: "yes" }),
    smelterRows(`Smelter rows naming a mine or a class of origin in the ${area}`, "mine_covered_rows"),
    smelterRows("Smelter rows “not yet identified”", "not_identified_rows"),
    smelterRows("Smelter rows not all recycled or scrap", "not_recycled_rows"),
    ...(roster
      ? [
          unheard("Suppliers missing", {
            on_roster: "yes",
            supplier_state: ["missing", "withdrawn", "replaced"],
          }),
          unheard("Suppliers whose only response is after the cut-off", {
            on_roster: "yes",
            supplier_state: "late",
          }),
        ]
      : [{ label: "Suppliers missing", cells: mineralHeaders.map(() => "not known"), sources: [] }]),
    unheard("Suppliers whose only response predates the period", {
      ...(roster ? { on_roster: "yes" } : {}),
      supplier_state: "stale",
    }),
    unheard("Suppliers with an undated response only", { supplier_state: "undated" }),
    unheard("Suppliers that sent nothing but a blank template", { supplier_state: "blank" }),
    unheard("Suppliers that sent nothing but our own declaration", { supplier_state: "own" }),
    figurePerMineral("Unusable files from suppliers without any other response", () =>
      rows("responses.csv", {
        state: ["unreadable", "copied"],
        supplier_state: ["", "unreadable", "copied"],
      }),
    ),
  ];
}
