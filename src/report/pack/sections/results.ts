// The funnel, what does not count, and the answers.

import { counts } from "../../../domain/standing.ts";
import { TALLIED_ANSWERS } from "../../../model/consolidation.ts";
import { sourceText } from "../../../model/workbook.ts";
import type { Block, FigureRow } from "../../render/document.ts";
import { conditions, type Figure, sourceOf, type Where } from "../../render/figure.ts";
import { answerName, percent, type ReportContext } from "../report-input.ts";

export function resultsSection(context: ReportContext): Block[] {
  return [
    { kind: "heading", level: 2, text: `${context.numberOf("results")}. Results`, id: "results" },
    ...funnel(context),
    ...notCounted(context),
    ...answers(context),
  ];
}

/** Steps of the funnel: the states of the suppliers that each keeps. */
const STEPS: readonly [label: string, states: readonly string[]][] = [
  ["Responded", ["valid", "questions", "invalid", "unreadable"]],
  ["Readable", ["valid", "questions", "invalid"]],
  ["Valid", ["valid", "questions"]],
  ["Valid without questions", ["valid"]],
];

function funnel({ distinct, figure, rows, consolidation }: ReportContext): Block[] {
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

  const steps = STEPS.map(([label, states]): FigureRow => {
    const where = { supplier_state: states, ...onRoster };
    const count = distinct("supplier_id", "responses.csv", where);
    return stepRow(label, count, where);
  });
  const unreadable = rows("responses.csv", { state: "unreadable" });
  return [
    { kind: "heading", level: 3, text: "Suppliers" },
    {
      kind: "figures",
      caption: "From the suppliers surveyed to those whose response is valid without questions",
      columns: ["Suppliers", "Share of surveyed", ...(spend ? ["Share of spend"] : [])],
      rows: [
        surveyed
          ? stepRow("Surveyed", surveyed, onRoster)
          : { label: "Surveyed", cells: ["not known", ""], sources: [] },
        ...steps,
      ],
    },
    {
      kind: "chart",
      chart: {
        id: "chart-funnel",
        title: "Suppliers, from surveyed to valid without questions",
        description: "The figures of the table above as bars.",
        kind: "bars",
        categories: [...(surveyed ? ["Surveyed"] : []), ...STEPS.map(([label]) => label)],
        series: [
          {
            name: "Suppliers",
            values: [
              ...(surveyed ? [surveyed.value] : []),
              ...steps.map(({ cells }) => (cells[0] as Figure).value),
            ],
          },
        ],
      },
    },
    ...(unreadable.value > 0
      ? ([
          {
            kind: "paragraph",
            text: [
              "Files that could not be read: ",
              { figure: unreadable },
              ". Where nothing tells whose they are, no supplier is counted for them.",
            ],
          },
        ] as Block[])
      : []),
  ];
}

const NOT_COUNTED: readonly [state: string, meaning: string][] = [
  ["superseded", "a newer response of the same supplier and scope stands"],
  ["stale", "dated before the period"],
  ["late", "dated after the cut-off or the day of the run"],
  ["withdrawn", "the file is no longer there"],
  ["unreadable", "the file could not be read"],
  ["missing", "on the roster, nothing received"],
];

function notCounted({ rows, evaluation, consolidation }: ReportContext): Block[] {
  const undated = rows("responses.csv", { standing: "undated" });
  const lines = [
    ...NOT_COUNTED.map(([state, meaning]) => ({
      label: `${state}: ${meaning}`,
      figure: rows("responses.csv", { state }),
    })),
    { label: "invalid: without a readable date", figure: undated },
  ].filter(({ figure }) => figure.value > 0);
  if (lines.length === 0) return [];
  // Last period's responses of suppliers that answered again need no explanation.
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
      (file) => ["", sourceText(file), `${file.unreadable.reason} ${file.unreadable.ask}`] as const,
    ),
  ];
  return [
    { kind: "heading", level: 3, text: "What arrived and does not count" },
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

/** Longer lists stand in the CSV only. */
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
    { kind: "heading", level: 3, text: "Answers by metal" },
    {
      kind: "paragraph",
      text: [
        "Suppliers by the answer they give in the responses that count, invalid ones included. A supplier with several responses counts under each answer it gives. “Not required” is a blank that the template allows because the metal is out of scope; “not asked” a question that the template does not have.",
      ],
    },
    { kind: "figures", caption: "", columns: mineralHeaders, rows },
  ];
}
