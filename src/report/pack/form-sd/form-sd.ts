// Draft of Form SD and its exhibit, structured like a filing, with the available data filled in.
import type { Block, Document } from "../../render/document.ts";
import { type ReportContext, singleFigure } from "../report-input.ts";
import { cover } from "./cover.ts";
import { disclosure } from "./disclosure.ts";
import { exhibit } from "./exhibit.ts";
import { type Filing, filingOf } from "./filing.ts";
import { furtherItems } from "./items.ts";
import { type Part, type Sentence, toBlocks } from "./sentence.ts";

/**
 * The draft. Its wording is neutral: figures, proposals, people's decisions if there are any, and settings. Every other
 * sentence has a placeholder.
 */
export function formSdDocument(context: ReportContext): Document {
  const title = `Draft of Form SD for ${context.evaluation.period}`;
  const { filing, parts } = draftParts(context);
  return {
    title,
    blocks: [
      { kind: "heading", level: 1, text: title },
      {
        kind: "paragraph",
        text: [
          `Drawn up on ${context.evaluation.today} from the responses of suppliers; figures and their sources are at the end. It is a starting point, not legal advice and not a conclusion: each marked place waits for the company, working notes are to be taken out, and its counsel decides what is filed.`,
        ],
      },
      ...toBlocks(parts),
      { kind: "heading", level: 2, text: "Figures and their sources" },
      { kind: "paragraph", text: ["Not part of the filing."] },
      ...figures(filing),
    ],
  };
}

/** The sentences of the draft in order, each with its basis. */
export function formSdSentences(context: ReportContext): Sentence[] {
  return draftParts(context).parts.flatMap((part) => (part.kind === "sentences" ? part.sentences : []));
}

function draftParts(context: ReportContext): { filing: Filing; parts: Part[] } {
  const { inquiry } = context.family;
  if (inquiry === null) throw new Error(`No inquiry is known for ${context.family.id}.`);
  const filing = filingOf(context, inquiry);
  return {
    filing,
    parts: [...cover(filing), ...disclosure(filing), ...furtherItems(filing), ...exhibit(filing)],
  };
}

function figures({ context, counts, inquiry }: Filing): Block[] {
  const { rows, distinct, figurePerMineral, mineralHeaders, columnOf } = context;
  const origin = columnOf("coveredOrigin");
  const inScope = (label: string, where: Record<string, string | string[]>) =>
    figurePerMineral(label, (metal) =>
      distinct("supplier_id", "declarations.csv", { metal, in_scope: "yes", ...where }),
    );
  return [
    {
      kind: "figures",
      caption: "Suppliers",
      columns: ["Count"],
      rows: [
        ...(counts.surveyed ? [singleFigure("Asked", counts.surveyed)] : []),
        singleFigure("Responded", counts.responded),
        singleFigure("Valid", counts.valid),
        singleFigure("Valid without questions", counts.clean),
        singleFigure(
          "Replaced a response with a newer one",
          distinct("supplier_id", "responses.csv", { state: "superseded" }),
        ),
      ],
    },
    {
      kind: "figures",
      caption: "Suppliers by answer",
      columns: mineralHeaders,
      rows: [
        inScope("In scope", {}),
        inScope(`${inquiry.area}: Yes`, { [origin]: "yes" }),
        inScope(`${inquiry.area}: No`, { [origin]: "no" }),
        inScope(`${inquiry.area}: Unknown`, { [origin]: "unknown" }),
        inScope(`${inquiry.area}: no usable answer`, { [origin]: ["not answered", "not understood"] }),
        inScope("all of it recycled or scrap", { recycled_100: "yes" }),
      ],
    },
    {
      kind: "figures",
      caption: "Smelters and refiners named",
      columns: mineralHeaders,
      rows: [
        figurePerMineral("Named", (metal) => rows("smelters.csv", { metal })),
        figurePerMineral("of these, not matched", (metal) =>
          rows("smelters.csv", { metal, status_class: "unmatched" }),
        ),
      ],
    },
  ];
}
