// The report of a period, in the order in which filed reports tell it.
import type { Block, Document } from "../render/document.ts";
import { METAL_HEADERS, type ReportContext } from "./report-input.ts";
import { annexes, tableAnnexes } from "./sections/annexes.ts";
import { comparisonSection } from "./sections/comparison.ts";
import { dueDiligenceSection, effortsSection } from "./sections/due-diligence.ts";
import { inputsSection } from "./sections/inputs.ts";
import { originsSection } from "./sections/origins.ts";
import { outcomeSection } from "./sections/outcome.ts";
import { resultsSection } from "./sections/results.ts";
import { designSection, scopeSection } from "./sections/scope.ts";
import { smeltersSection } from "./sections/smelters.ts";

/**
 * The whole report, for any renderer. `tables` adds the responses and findings as annexes, for a renderer whose tables
 * can be searched.
 */
export function reportDocument(context: ReportContext, options: { tables?: boolean } = {}): Document {
  const { evaluation, settings } = context;
  const issuer = settings.issuer === undefined ? "" : `${settings.issuer}: `;
  const title = `${issuer}reasonable country of origin inquiry ${evaluation.period}`;
  return {
    title: title.charAt(0).toUpperCase() + title.slice(1),
    blocks: [
      { kind: "heading", level: 1, text: title.charAt(0).toUpperCase() + title.slice(1) },
      ...summary(context),
      ...inputsSection(context),
      ...scopeSection(context),
      ...designSection(context),
      ...resultsSection(context),
      ...comparisonSection(context),
      ...smeltersSection(context),
      ...originsSection(context),
      ...outcomeSection(context),
      ...dueDiligenceSection(context),
      ...effortsSection(context),
      ...annexes(context),
      ...(options.tables ? tableAnnexes(context) : []),
    ],
  };
}

function summary({ consolidation, evaluation }: ReportContext): Block[] {
  return [
    {
      kind: "paragraph",
      text: [
        `Draft of ${evaluation.today} from what suppliers declared. Each figure names the file of this folder and the filter that give it; `,
        { code: "<metal>" },
        " in a filter stands for the metal of the column.",
      ],
    },
    {
      kind: "data",
      caption: "In short: the outcome that the responses speak for, to be decided by the company (section 7)",
      columns: [
        { title: "Metal" },
        { title: "Proposed outcome" },
        { title: "Why" },
        { title: "Decision of the company" },
      ],
      rows: consolidation.proposals.map(({ outcome, why, decision }, index) => [
        METAL_HEADERS[index] ?? "",
        outcome,
        why.join(" "),
        decision?.determination ?? "open",
      ]),
      plain: true,
    },
  ];
}
