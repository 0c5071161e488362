// What the data shows under the five OECD steps, and where to improve.

import { compareTexts } from "../../../lib/compare-texts.ts";
import { TALLIED_ANSWERS } from "../../../model/consolidation.ts";
import { type Block, type FigureRow, isFigure } from "../../render/document.ts";
import { sourceOf } from "../../render/figure.ts";
import { answerName, percent, type ReportContext, singleFigure } from "../report-input.ts";
import { STANDING } from "./check-figures.ts";

export function dueDiligenceSection(context: ReportContext): Block[] {
  const { numberOf } = context;
  return [
    {
      kind: "heading",
      level: 2,
      text: `${numberOf("dueDiligence")}. Due diligence under the five OECD steps`,
      id: "due-diligence",
    },
    { kind: "heading", level: 3, text: "Step 1: company management systems" },
    {
      kind: "gap",
      text: "policy, who is responsible, how suppliers are engaged, records, and the grievance channel.",
    },
    ...policyAnswers(context),
    { kind: "heading", level: 3, text: "Step 2: identify and assess risks in the supply chain" },
    {
      kind: "figures",
      caption: "Risks that the responses and lists point to",
      columns: ["Count"],
      rows: riskFigures(context),
    },
    {
      kind: "paragraph",
      text: [
        `Each warning sign is in section ${numberOf("outcome") || numberOf("signs")}, each smelter that is not matched in section ${numberOf("smelters")}; errors and warnings about the responses themselves are counted in section ${numberOf("results")}.`,
      ],
    },
    { kind: "gap", text: "how the company assesses the risks found, and who reviews them." },
    { kind: "heading", level: 3, text: "Step 3: design and carry out a strategy to respond to risks" },
    {
      kind: "gap",
      text: "what was done about the risks found: follow-ups, escalation, mitigation, disengagement.",
    },
    { kind: "heading", level: 3, text: "Step 4: independent audits of smelters" },
    {
      kind: "paragraph",
      text: [
        `The statuses of the reported smelters according to lists are given in section ${numberOf("smelters")} and annex A.`,
      ],
    },
    { kind: "gap", text: "which audit programmes the company relies on or supports." },
    { kind: "heading", level: 3, text: "Step 5: report annually" },
    { kind: "gap", text: "where this report is published." },
  ];
}

/** Risks in the supply chain, not problems of the responses themselves. */
function riskFigures({ rows, distinct, consolidation, family }: ReportContext): FigureRow[] {
  const ofStatus = (label: string, status: string) =>
    singleFigure(label, rows("smelters.csv", { status_class: status }));
  return [
    singleFigure("Warning signs that are open", rows("warning-signs.csv", { open: "yes" })),
    singleFigure("Warning signs that a person accepted", rows("warning-signs.csv", { open: "no" })),
    singleFigure(
      "Suppliers with an open warning sign",
      distinct("supplier", "warning-signs.csv", { open: "yes" }),
    ),
    ...(family.practices.length === 0
      ? []
      : [
          singleFigure(
            "Suppliers that answer No on a practice of due diligence",
            distinct("supplier", "findings.csv", {
              rule: "company-answer-no",
              severity: "warning",
              ...STANDING,
            }),
          ),
        ]),
    ...(consolidation.statusesKnown
      ? [
          ofStatus("Smelters with a status other than conformant or active", "other"),
          ofStatus("Smelters that the list of statuses does not have", "not on list"),
        ]
      : [ofStatus("Smelters whose status is not known", "not known")]),
    ofStatus("Smelters not matched to the reference list", "unmatched"),
  ];
}

function policyAnswers({ sum, consolidation, family }: ReportContext): Block[] {
  const rows = family.practices.flatMap(({ key: question, topic, reportTopic = topic }): FigureRow[] => {
    const tallies = consolidation.policies.filter((tally) => tally.question === question);
    const asked = tallies.filter(({ answer }) => answer !== "not asked" && answer !== "not required");
    const suppliers = asked.reduce((total, tally) => total + tally.suppliers.length, 0);
    return TALLIED_ANSWERS.filter((answer) => asked.some((tally) => tally.answer === answer)).map(
      (answer) => {
        const figure = sum("suppliers", "policies.csv", { question, answer });
        return {
          label: `${reportTopic}: ${answerName(answer)}`,
          cells: [figure, percent(figure.value, suppliers)],
          sources: [sourceOf(figure.source)],
        };
      },
    );
  });
  if (rows.length === 0) return [];
  return [
    {
      kind: "figures",
      caption: "Suppliers' answers on their policy and due diligence, of those asked and required to answer",
      columns: ["Suppliers", "Share"],
      rows,
    },
  ];
}

/** Number of finding groups listed individually. */
const LARGEST_GROUPS = 10;

export function effortsSection({ rules, rows, distinct, evaluation, numberOf }: ReportContext): Block[] {
  const titles = new Map(rules.map((rule) => [rule.id, rule.title]));
  const counts = new Map<string, number>();
  const superseded = new Set(
    evaluation.responses.flatMap((one) => (one.standing === "superseded" ? one.response.id : [])),
  );
  for (const { rule, severity, response } of evaluation.findings) {
    if (severity === "info" || (response !== null && superseded.has(response))) continue;
    counts.set(rule, (counts.get(rule) ?? 0) + 1);
  }
  const largest = [...counts]
    .sort(([a, countA], [b, countB]) => countB - countA || compareTexts(a, b))
    .slice(0, LARGEST_GROUPS);
  const groups = largest.map(([rule]): FigureRow => {
    const where = { rule, severity: ["error", "warning"], ...STANDING };
    const findings = rows("findings.csv", where);
    const suppliers = distinct("supplier", "findings.csv", where);
    return {
      label: titles.get(rule) ?? rule,
      cells: [findings, suppliers],
      sources: [sourceOf(findings.source), sourceOf(suppliers.source)],
    };
  });
  return [
    {
      kind: "heading",
      level: 2,
      text: `${numberOf("efforts")}. Efforts to determine the mine or location of origin, and steps to improve`,
      id: "efforts",
    },
    {
      kind: "gap",
      text: "the efforts made to determine the mine or location of origin with the greatest possible specificity.",
    },
    ...(groups.length > 0
      ? ([
          {
            kind: "figures",
            caption: "The most frequent errors and warnings, where follow-up would help most",
            columns: ["Findings", "Suppliers"],
            rows: groups,
          },
          {
            kind: "chart",
            chart: {
              id: "chart-findings",
              title: "Findings by rule",
              description: "The findings of the table above as bars.",
              categories: groups.map(({ label }) => label),
              series: [
                {
                  name: "Findings",
                  values: groups.map(({ cells: [count] }) =>
                    count !== undefined && isFigure(count) ? count.value : 0,
                  ),
                },
              ],
            },
          },
        ] as Block[])
      : []),
    { kind: "gap", text: "the steps planned for the next period." },
  ];
}
