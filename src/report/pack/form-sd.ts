// Draft text for Form SD and the report attached to it, with the figures filled in.

import { countryName } from "../../forms/countries.ts";
import type { OutcomeKind } from "../../forms/form.ts";
import { capitalised } from "../../lib/capitalised.ts";
import { sortTexts } from "../../lib/compare-texts.ts";
import type { Proposal } from "../../model/consolidation.ts";
import { SETTINGS_FILE } from "../../model/workspace-files.ts";
import type { Block, Document } from "../render/document.ts";
import type { Figure, Where } from "../render/figure.ts";
import { type ReportContext, singleFigure } from "./report-input.ts";

/** Outcomes after which the form asks for due diligence and a report as exhibit. */
const NEEDS_REPORT: readonly OutcomeKind[] = ["originated", "undetermined"];

/**
 * The draft. Its words are neutral: figures, proposals, a person's decisions where there are any, and a marked place for
 * everything that only the company can write.
 */
export function formSdDocument(context: ReportContext): Document {
  const { evaluation, consolidation, settings } = context;
  const { period } = evaluation;
  const title = `Draft text for Form SD, ${period}`;
  const issuer = settings.issuer ?? "[the company]";
  return {
    title,
    blocks: [
      { kind: "heading", level: 1, text: title },
      {
        kind: "paragraph",
        text: [
          `Drawn up on ${evaluation.today} from the responses of suppliers; figures and their sources stand at the end. It is text to start from, no legal advice and no conclusion: each marked place waits for the company, and its counsel decides what is filed.`,
        ],
      },
      { kind: "heading", level: 2, text: "Item 1.01: disclosure and report" },
      { kind: "heading", level: 3, text: "Products" },
      {
        kind: "gap",
        text: "what the company makes or contracts to make, which of its products hold tin, tantalum, tungsten or gold (3TG), and why 3TG are necessary to their functionality or production.",
      },
      { kind: "heading", level: 3, text: "Reasonable country of origin inquiry" },
      ...inquiry(context, issuer),
      { kind: "heading", level: 3, text: "Results and determination" },
      ...consolidation.proposals.flatMap(determination),
      { kind: "heading", level: 3, text: "Where this is published" },
      {
        kind: "gap",
        text: "the address of the web page on which this disclosure and the report are published.",
      },
      ...exhibit(context, issuer),
      { kind: "heading", level: 2, text: "Figures and their sources" },
      ...figures(context),
    ],
  };
}

function inquiry(context: ReportContext, issuer: string): Block[] {
  const { evaluation, consolidation, family } = context;
  const { period, cutoff } = evaluation;
  const template = `${family.title} (${family.id})`;
  const { length } = consolidation.minerals;
  const { surveyed, responded, valid } = counts(context);
  const asked = surveyed
    ? `asked ${suppliers(surveyed.value)} for the ${template} for the year ${period}`
    : `asked its suppliers for the ${template} for the year ${period}`;
  const open = consolidation.proposals.filter(
    ({ outcome }) => outcome === family.inquiry?.outcomes.undetermined,
  ).length;
  return [
    {
      kind: "paragraph",
      text: [
        `${issuer} ${asked}. Responses dated from 1 January ${period} to ${cutoff} were considered. ${suppliers(responded.value, true)} responded; the responses of ${suppliers(valid.value)} passed the checks for completeness and contradictions.`,
      ],
    },
    ...(surveyed
      ? []
      : ([{ kind: "gap", text: "how many suppliers were asked; the campaign has no roster." }] as Block[])),
    { kind: "gap", text: "how the suppliers were chosen, and what share of the relevant supply they cover." },
    {
      kind: "paragraph",
      text: [
        "The smelters and refiners that the responses name were matched to a dated reference list; names that could not be matched with certainty were left open. The place of a smelter was not taken for the origin of a mineral.",
        ...(open > 0
          ? [` For ${open} of the ${length} metals the responses do not give enough to tell the source.`]
          : []),
      ],
    },
  ];
}

function suppliers(count: number, atStart = false): string {
  if (count === 1) return atStart ? "One supplier" : "1 supplier";
  return count === 0 ? (atStart ? "No supplier" : "no supplier") : `${count} suppliers`;
}

function determination({ metal, outcome, why, decision }: Proposal): Block[] {
  const name = capitalised(metal);
  if (decision) {
    return [
      { kind: "paragraph", text: [{ strong: `${name}.` }, ` ${decision.determination} ${decision.reason}`] },
    ];
  }
  return [
    {
      kind: "paragraph",
      text: [{ strong: `${name}.` }, ` What the responses speak for: ${outcome}. ${why.join(" ")}`],
    },
    {
      kind: "gap",
      text: `the company's determination for ${metal} and its reason (“decisions” in ${SETTINGS_FILE}).`,
    },
  ];
}

function exhibit(context: ReportContext, issuer: string): Block[] {
  const { consolidation, evaluation, family } = context;
  const needsReport = NEEDS_REPORT.map((kind) => family.inquiry?.outcomes[kind]);
  const metals = consolidation.proposals
    .filter(({ outcome, decision }) => !decision && needsReport.includes(outcome))
    .map(({ metal }) => metal);
  const decided = consolidation.proposals.filter(({ decision }) => decision).length;
  const countries = sortTexts(
    new Set(consolidation.countries.flatMap(({ code }) => (code === null ? [] : countryName(code)))),
  );
  return [
    { kind: "heading", level: 2, text: "Exhibit 1.01: Conflict Minerals Report" },
    {
      kind: "paragraph",
      text: [
        metals.length > 0
          ? `Form SD asks for this exhibit where a metal originated, or may have originated, in a covered country and is not from recycled or scrap sources. On what the responses say, that question stands for ${metals.join(", ")}.`
          : decided > 0
            ? "Form SD asks for this exhibit where a metal originated, or may have originated, in a covered country and is not from recycled or scrap sources. Whether it is needed follows from the determinations above."
            : "On what the responses say, no metal calls for this exhibit. It stands here for the case that the company determines otherwise.",
      ],
    },
    { kind: "heading", level: 3, text: "1. Company and products" },
    { kind: "gap", text: "the company, its products with 3TG, and its place in the supply chain." },
    { kind: "heading", level: 3, text: "2. Due diligence: design" },
    {
      kind: "gap",
      text: "the framework followed (such as the OECD guidance with its five steps), and how the company's measures relate to each of its steps.",
    },
    { kind: "heading", level: 3, text: "3. Due diligence: measures taken" },
    { kind: "gap", text: "policy and governance: the policy, who is responsible, and how it is made known." },
    { kind: "gap", text: "the grievance channel, and how it can be reached." },
    {
      kind: "paragraph",
      text: [
        `${issuer} checked each response against a published set of rules and matched the smelters named to a reference list.`,
      ],
    },
    { kind: "gap", text: "how suppliers were followed up, and how risks were escalated and mitigated." },
    { kind: "heading", level: 3, text: "4. Smelters and refiners" },
    {
      kind: "paragraph",
      text: [
        "The smelters and refiners that suppliers name stand in annex A of the report (",
        { code: "smelters.csv" },
        "). A response for a whole company may name smelters that have nothing to do with the products bought.",
      ],
    },
    { kind: "heading", level: 3, text: "5. Countries of origin" },
    {
      kind: "paragraph",
      text:
        countries.length === 0
          ? ["The responses name no country of origin."]
          : [
              `Suppliers or origin lists name: ${countries.join(", ")}. Who says so of which metal stands in `,
              { code: "countries.csv" },
              ".",
            ],
    },
    { kind: "heading", level: 3, text: "6. Efforts to determine the mine or location of origin" },
    { kind: "gap", text: "the efforts made, with the greatest possible specificity." },
    { kind: "heading", level: 3, text: `7. Steps since the end of ${evaluation.period} and planned` },
    { kind: "gap", text: "steps taken or planned to lower the risk and to learn more." },
  ];
}

function counts({ distinct, consolidation }: ReportContext): {
  surveyed: Figure | undefined;
  responded: Figure;
  valid: Figure;
} {
  const roster = consolidation.suppliers.some(({ onRoster }) => onRoster !== null);
  const onRoster: Where = roster ? { on_roster: "yes" } : {};
  const count = (states: string[]) =>
    distinct("supplier_id", "responses.csv", { supplier_state: states, ...onRoster });
  return {
    surveyed: roster ? distinct("supplier_id", "responses.csv", onRoster) : undefined,
    responded: count(["valid", "questions", "invalid", "unreadable"]),
    valid: count(["valid", "questions"]),
  };
}

function figures(context: ReportContext): Block[] {
  const { rows, figurePerMineral, mineralHeaders } = context;
  const { surveyed, responded, valid } = counts(context);
  return [
    {
      kind: "figures",
      caption: "Suppliers",
      columns: ["Count"],
      rows: [
        ...(surveyed ? [singleFigure("Asked", surveyed)] : []),
        singleFigure("Responded", responded),
        singleFigure("Passed the checks", valid),
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
