// The report of a period, in the order used by filed reports.
import { hasMineLists, newestEdition } from "../../forms/editions.ts";
import { familyOption } from "../../forms/families.ts";
import type { ReportSection } from "../../forms/form.ts";
import { findQuestion } from "../../forms/layouts.ts";
import { capitalised } from "../../lib/capitalised.ts";
import { type AnswerCode, meansYes } from "../../model/vocabulary.ts";
import type { Block, Document } from "../render/document.ts";
import type { Where } from "../render/figure.ts";
import { nameFigures } from "./name-figures.ts";
import type { ReportContext } from "./report-input.ts";
import { annexes } from "./sections/annexes.ts";
import { comparisonSection } from "./sections/comparison.ts";
import { dueDiligenceSection, effortsSection } from "./sections/due-diligence.ts";
import { inputsSection } from "./sections/inputs.ts";
import { minesSection } from "./sections/mines.ts";
import { originsSection } from "./sections/origins.ts";
import { outcomeSection } from "./sections/outcome.ts";
import { resultsSection } from "./sections/results.ts";
import { designSection, scopeSection } from "./sections/scope.ts";
import { smeltersSection } from "./sections/smelters.ts";
import { signsSection } from "./sections/warning-signs.ts";

const SECTIONS: Readonly<Record<ReportSection, (context: ReportContext) => Block[]>> = {
  inputs: inputsSection,
  scope: scopeSection,
  design: designSection,
  results: (context) => [...resultsSection(context), ...comparisonSection(context)],
  smelters: smeltersSection,
  origins: originsSection,
  mines: minesSection,
  signs: signsSection,
  outcome: outcomeSection,
  dueDiligence: dueDiligenceSection,
  efforts: effortsSection,
  annexes,
};

/** The whole report, for any renderer. `linked` is for a renderer in which each figure links to its rows. */
export function reportDocument(context: ReportContext, options: { linked?: boolean } = {}): Document {
  const { evaluation, settings } = context;
  const issuer = settings.issuer === undefined ? "" : `${settings.issuer}: `;
  const subject = context.family.inquiry?.title ?? `${context.family.id} due diligence report`;
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

function summary(context: ReportContext, linked: boolean): Block[] {
  const draft = `Draft of ${context.evaluation.today}, based on suppliers' declarations.`;
  return [
    {
      kind: "paragraph",
      text: linked
        ? [`${draft} Each figure is a link to the rows that it was taken from.`]
        : [
            `${draft} Each figure names its source, a file in this folder and a filter; `,
            { code: "<metal>" },
            ` in a filter is the abbreviation of the ${context.family.mineral} of the column. `,
            { code: `cmrt explain <ID>${familyOption(context.family)}` },
            " shows the rows, cells, rules, lists and decisions behind it.",
          ],
    },
    context.family.inquiry === null ? mineralSummary(context) : outcomeSummary(context),
  ];
}

function outcomeSummary({ consolidation, numberOf }: ReportContext): Block {
  return {
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
  };
}

/** A summary per mineral, for templates whose law does not require an outcome. */
function mineralSummary(context: ReportContext): Block {
  const { family, mineralHeaders, figurePerMineral, distinct, rows } = context;
  const suppliers = (label: string, where: Where) =>
    figurePerMineral(label, (metal) => distinct("supplier_id", "declarations.csv", { metal, ...where }));
  return {
    kind: "figures",
    caption: "Summary by mineral",
    columns: mineralHeaders,
    rows: [
      suppliers("Suppliers whose declaration is about it", {}),
      suppliers("In scope", { in_scope: "yes" }),
      ...areaYes(context).map((where) =>
        suppliers("In scope, from conflict-affected and high-risk areas: Yes", { in_scope: "yes", ...where }),
      ),
      figurePerMineral(`${capitalised(family.facilities)} named`, (metal) => rows("smelters.csv", { metal })),
      figurePerMineral("of these, not matched to a list", (metal) =>
        rows("smelters.csv", { metal, status_class: "unmatched" }),
      ),
      ...(hasMineLists(family)
        ? [figurePerMineral("Rows on mines", (metal) => rows("mines.csv", { metal }))]
        : []),
    ],
  };
}

/** The filter for declarations that answer Yes on such areas; empty if the family does not ask. */
function areaYes({ family, consolidation, columnOf }: ReportContext): Where[] {
  const question = findQuestion(newestEdition(family).layout, "cahraOrigin");
  if (question === undefined) return [];
  const given = consolidation.answers.flatMap((tally) =>
    tally.question === question.key && meansYes(tally.answer as AnswerCode) ? tally.answer : [],
  );
  return [{ [columnOf("cahraOrigin")]: given.length === 0 ? "yes" : [...new Set(given)] }];
}
