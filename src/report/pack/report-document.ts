// The report of a period, in the order in which filed reports tell it.
import type { ReportSection } from "../../forms/form.ts";
import { capitalised } from "../../lib/capitalised.ts";
import type { Block, Document } from "../render/document.ts";
import { nameFigures } from "./name-figures.ts";
import type { ReportContext } from "./report-input.ts";
import { annexes } from "./sections/annexes.ts";
import { comparisonSection } from "./sections/comparison.ts";
import { dueDiligenceSection, effortsSection } from "./sections/due-diligence.ts";
import { inputsSection } from "./sections/inputs.ts";
import { originsSection } from "./sections/origins.ts";
import { outcomeSection } from "./sections/outcome.ts";
import { resultsSection } from "./sections/results.ts";
import { designSection, scopeSection } from "./sections/scope.ts";
import { smeltersSection } from "./sections/smelters.ts";

const SECTIONS: Readonly<Record<ReportSection, (context: ReportContext) => Block[]>> = {
  inputs: inputsSection,
  scope: scopeSection,
  design: designSection,
  results: (context) => [...resultsSection(context), ...comparisonSection(context)],
  smelters: smeltersSection,
  origins: originsSection,
  outcome: outcomeSection,
  dueDiligence: dueDiligenceSection,
  efforts: effortsSection,
  annexes,
};

/** The whole report, for any renderer. `linked` is for one in which each figure leads to its rows. */
export function reportDocument(context: ReportContext, options: { linked?: boolean } = {}): Document {
  const { evaluation, settings } = context;
  const issuer = settings.issuer === undefined ? "" : `${settings.issuer}: `;
  const subject = context.family.inquiry?.title ?? `${context.family.id} campaign`;
  const title = `${issuer}${subject} ${evaluation.period}`;
  return nameFigures({
    title: capitalised(title),
    blocks: [
      { kind: "heading", level: 1, text: capitalised(title) },
      ...summary(context, options.linked ?? false),
      ...context.sections.flatMap((section) => SECTIONS[section](context)),
    ],
  });
}

function summary({ consolidation, evaluation, numberOf }: ReportContext, linked: boolean): Block[] {
  const draft = `Draft of ${evaluation.today}, based on suppliers' declarations.`;
  return [
    {
      kind: "paragraph",
      text: linked
        ? [`${draft} Each figure is a link to the rows that it was taken from.`]
        : [
            `${draft} Each figure names its source, a file in this folder and a filter; `,
            { code: "<metal>" },
            " in a filter stands for the metal of the column. ",
            { code: "cmrt explain <ID>" },
            " shows the rows, cells, rules, lists and decisions behind it.",
          ],
    },
    {
      kind: "data",
      caption: `Summary: outcome indicated by the responses, to be decided by the company (section ${numberOf("outcome")})`,
      columns: [
        { title: "Metal" },
        { title: "Proposed outcome" },
        { title: "Why" },
        { title: "Company decision" },
      ],
      rows: consolidation.proposals.map(({ metal, outcome, why, decision }) => [
        capitalised(metal),
        outcome,
        why.join(" "),
        decision?.determination ?? "open",
      ]),
    },
  ];
}
