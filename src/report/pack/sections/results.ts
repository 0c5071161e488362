// The funnel, what does not count, and the answers.

import { byOtherPeriod } from "../../../domain/counts-too.ts";
import { FUNNEL_LINES, stepsFrom } from "../../../domain/funnel.ts";
import { counts } from "../../../domain/standing.ts";
import type { ResponseState } from "../../../model/campaign.ts";
import { TALLIED_ANSWERS } from "../../../model/consolidation.ts";
import { NOT_COUNTED_BECAUSE, STATE_NAMES } from "../../../model/labels.ts";
import { sourceText } from "../../../model/workbook.ts";
import { type Block, type FigureRow, isFigure } from "../../render/document.ts";
import { conditions, type Figure, sourceOf, type Where } from "../../render/figure.ts";
import { answerName, percent, type ReportContext } from "../report-input.ts";
import { checkBlocks } from "./check-figures.ts";
import { followUpBlocks } from "./follow-up.ts";

export function resultsSection(context: ReportContext): Block[] {
  return [
    { kind: "heading", level: 2, text: `${context.numberOf("results")}. Results`, id: "results" },
    ...funnel(context),
    ...countedTwice(context),
    ...notCounted(context),
    ...checkBlocks(context),
    ...followUpBlocks(context),
    ...answers(context),
  ];
}

/** The funnel as table rows, with the share of spend if the roster gives it. */
export function funnelRows({ distinct, figure, consolidation }: ReportContext): {
  spend: boolean;
  rows: FigureRow[];
} {
  const roster = consolidation.suppliers.some((supplier) => supplier.onRoster !== null);
  const onRoster: Where = roster ? { on_roster: "yes" } : {};
  const surveyed: Figure | undefined = roster
    ? distinct("supplier_id", "responses.csv", onRoster)
    : undefined;
  const spend = consolidation.suppliers.some((supplier) => supplier.spendShare !== null);
  const share = (count: number): string => (surveyed ? percent(count, surveyed.value) : "not known");
  const spendOf = (where: Where): Figure[] => {
    if (!spend) return [];
    const total = figure({
      file: "responses.csv",
      where: conditions(where),
      sum: "spend_share",
      once: "supplier_id",
    });
    return [{ ...total, text: percent(total.value, 1) }];
  };

  const stepRow = (label: string, count: Figure, where: Where): FigureRow => {
    const spent = spendOf(where);
    return {
      label,
      cells: [count, share(count.value), ...spent],
      sources: [count, ...spent].map((figure) => sourceOf(figure.source)),
    };
  };

  const steps = FUNNEL_LINES.map(({ step, name }): FigureRow => {
    const where = { funnel_step: [...stepsFrom(step)], ...onRoster };
    const count = distinct("supplier_id", "responses.csv", where);
    return stepRow(name, count, where);
  });
  return {
    spend,
    rows: [
      surveyed
        ? stepRow("Surveyed", surveyed, onRoster)
        : { label: "Surveyed", cells: ["not known", ""], sources: [] },
      ...steps,
    ],
  };
}

function funnel(context: ReportContext): Block[] {
  const lines = funnelRows(context);
  const bars = lines.rows.flatMap(({ label, cells: [count] }) =>
    count !== undefined && isFigure(count) ? { label, value: count.value } : [],
  );
  const unusable = context.rows("responses.csv", { state: ["unreadable", "copied"] });
  return [
    { kind: "heading", level: 3, text: "Suppliers" },
    {
      kind: "figures",
      caption: "From the suppliers surveyed to those whose response is valid without questions",
      columns: ["Suppliers", "Share of surveyed", ...(lines.spend ? ["Share of spend"] : [])],
      rows: lines.rows,
    },
    {
      kind: "chart",
      chart: {
        id: "chart-funnel",
        title: "Suppliers, from surveyed to valid without questions",
        description: "The figures of the table above as bars.",
        categories: bars.map(({ label }) => label),
        series: [{ name: "Suppliers", values: bars.map(({ value }) => value) }],
      },
    },
    {
      kind: "paragraph",
      text: [
        "Usable is a filled template of the supplier's own, whatever its date; a supplier responded with one that is dated in the period, and the response rate is the share of suppliers surveyed that did. Suppliers that were not surveyed are in no line of the table.",
      ],
    },
    ...(unusable.value > 0
      ? ([
          {
            kind: "paragraph",
            text: [
              "Files received that are not usable: ",
              { figure: unusable },
              ". Where their supplier is not known, no supplier is counted for them.",
            ],
          },
        ] as Block[])
      : []),
  ];
}

/** Says which responses also count for another period, as their files are counted twice. */
function countedTwice({ rows, evaluation }: ReportContext): Block[] {
  return byOtherPeriod(evaluation.responses).map(({ period, responses }): Block => {
    const counts_too = [...new Set(responses.map(({ countsToo = [] }) => countsToo.join("; ")))];
    return {
      kind: "paragraph",
      text: [
        `Responses that count for ${period}, too, as their dates are in both periods: `,
        { figure: rows("responses.csv", { counts_too }) },
        ". A declaration that counts for both says nothing of a change between them.",
      ],
    };
  });
}

function notCounted({ rows, evaluation, consolidation }: ReportContext): Block[] {
  const lines = (Object.entries(NOT_COUNTED_BECAUSE) as [ResponseState, string][])
    .map(([state, because]) => ({
      label: `${STATE_NAMES[state]}: ${because}`,
      figure: rows("responses.csv", { state }),
    }))
    .filter(({ figure }) => figure.value > 0);
  if (lines.length === 0) return [];
  // Last period's responses of suppliers that have answered again need no explanation.
  const staleOnly = new Set(
    consolidation.suppliers.flatMap(({ key, state }) => (state === "stale" ? key : [])),
  );
  const named = [
    ...evaluation.responses
      .filter(
        ({ standing, supplier }) =>
          !counts(standing) && (standing !== "stale" || staleOnly.has(supplier.key)),
      )
      .map((one) => [one.supplier.name, sourceText(one.response.source), one.reason] as const),
    ...evaluation.unreadable.map(
      (file) =>
        [
          file.supplier?.name ?? "",
          sourceText(file),
          `Received, not usable: ${file.unreadable.reason} ${file.unreadable.ask}`,
        ] as const,
    ),
  ];
  return [
    { kind: "heading", level: 3, text: "Responses and files that do not count" },
    {
      kind: "figures",
      caption: "",
      columns: ["Rows"],
      rows: lines.map(({ label, figure }) => ({
        label,
        cells: [figure],
        sources: [sourceOf(figure.source)],
      })),
    },
    ...(named.length > 0 && named.length <= LONGEST_LIST
      ? ([
          {
            kind: "data",
            caption: "",
            columns: [{ title: "Supplier" }, { title: "File" }, { title: "Why" }],
            rows: named,
          },
        ] as Block[])
      : []),
  ];
}

/** Longer lists are only in the CSV. */
const LONGEST_LIST = 50;

function answers(context: ReportContext): Block[] {
  const { sum, consolidation, family, figurePerMineral, mineralHeaders } = context;
  const rows = family.questions.flatMap(({ key: question, topic }) => {
    const given = new Set(
      consolidation.answers.flatMap((tally) => (tally.question === question ? tally.answer : [])),
    );
    const asked = TALLIED_ANSWERS.some((answer) => answer !== "not asked" && given.has(answer));
    return TALLIED_ANSWERS.filter((answer) => asked && given.has(answer)).map((answer) =>
      figurePerMineral(`${topic}: ${answerName(answer)}`, (metal) =>
        sum("suppliers", "answers.csv", { metal, question, answer }),
      ),
    );
  });
  return [
    { kind: "heading", level: 3, text: `Answers by ${family.mineral}` },
    {
      kind: "paragraph",
      text: [
        `Suppliers by the answer they give in the responses that count, invalid ones included. A supplier with several responses counts under each answer it gives. “Not required” is a blank that the template allows because the ${family.mineral} is out of scope; “not asked” a question that the template does not have.`,
      ],
    },
    { kind: "figures", caption: "", columns: mineralHeaders, rows },
  ];
}
