// Renders explanations and the list of figures for the console.
import { columnTitle } from "../../lib/column-title.ts";
import { countOf } from "../../lib/count-of.ts";
import { printable } from "../../lib/printable.ts";
import { type TextColumn, textTable } from "../console/text-table.ts";
import type { NamedFigure } from "../pack/name-figures.ts";
import { answerName } from "../pack/report-input.ts";
import { figureText } from "../render/figure.ts";
import type { ExplainedRow, Explanation } from "./explain.ts";

/**
 * The columns shown per table: first those that need no label, then those shown with their name. Of other tables all
 * columns are shown with their name.
 */
const TOLD: Readonly<Record<string, { plain: readonly string[]; named: readonly string[] }>> = {
  "responses.csv": {
    plain: ["supplier", "file", "state", "reason"],
    named: ["effective_date", "errors", "warnings", "spend_share"],
  },
  "declarations.csv": {
    plain: ["supplier", "file", "metal", "state"],
    named: ["scope", "in_scope", "not_identified_rows", "mine_covered_rows"],
  },
  "answer-cells": { plain: ["cell", "question", "answer"], named: ["supplier", "typed", "comment"] },
  "findings.csv": {
    plain: ["severity", "place", "message", "rule"],
    named: ["supplier", "accepted_reason", "accepted_by", "accepted_date"],
  },
  "warning-signs.csv": {
    plain: ["supplier", "place", "message", "rule"],
    named: ["file", "open", "accepted_reason", "accepted_by", "accepted_date"],
  },
  "smelters.csv": {
    plain: ["metal", "smelter_id", "standard_name"],
    named: ["reported_name", "status", "status_list", "status_as_of", "suppliers", "rows"],
  },
  "smelter-rows.csv": {
    plain: ["supplier", "file", "place", "reported_name", "evidence"],
    named: ["reported_id", "typed", "candidates", "mine_countries"],
  },
  "origin-cells": { plain: ["supplier", "file", "cell", "country"], named: ["typed", "reported_name"] },
  "countries.csv": {
    plain: ["metal", "country", "provenance"],
    named: ["covered_country", "suppliers", "rows"],
  },
  "answers.csv": { plain: ["metal", "question", "answer"], named: ["suppliers"] },
  "policies.csv": { plain: ["question", "answer"], named: ["suppliers"] },
  "not-run.csv": { plain: ["rule", "supplier", "file", "reason"], named: [] },
  "follow-up.csv": {
    plain: ["supplier", "follow_up"],
    named: ["asked_on", "reminded_on", "letter_on", "owes", "corrections_open", "questions_open"],
  },
  "rcoi.csv": { plain: ["metal", "proposal", "reasons"], named: ["decision", "decision_reason"] },
  suppliers: { plain: ["supplier", "state"], named: ["asked_on", "reminded_on", "days_waiting", "note"] },
};

/** Columns omitted from a row if the row above has the same value. */
const SAID_ABOVE: readonly string[] = ["supplier", "file", "metal"];

/** Explanations one after the other. */
export function explanationText(explanations: readonly Explanation[]): string {
  return explanations.map(one).join("\n");
}

function one(explanation: Explanation): string {
  const { figure, source, printed, rows, shown, rules, lists, decisions } = explanation;
  const place = figure === null ? [] : [figure.section, figure.caption, figure.label, figure.column];
  const lines = [
    `${figure === null ? source : figure.id}: ${printed}`,
    ...(figure === null ? [] : [`  ${place.filter(Boolean).join(" › ")}`, `  ${source}`]),
    `  ${countOf(rows, "row")}${rows > shown.length ? `, of which the first ${shown.length} follow (--all for every row)` : ""}`,
    ...(shown.length === 0 ? [] : [""]),
    ...shown.flatMap((row) => rowLines(row, "  ", {})),
    ...block(
      "Rules",
      rules.map(({ id, title, ask }) => `${id}: ${title}${ask ? ` To ask: ${ask}` : ""}`),
    ),
    ...block("Lists", lists),
    ...block("Decisions", decisions),
  ];
  return `${lines.map((line) => printable(line)).join("\n")}\n`;
}

function block(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ["", title, ...lines.map((line) => `  ${line}`)];
}

function rowLines(row: ExplainedRow, indent: string, above: ExplainedRow["cells"]): string[] {
  return [
    `${indent}${rowText(row, above)}`,
    ...row.restsOn.flatMap(({ title, rows, shown }) => {
      if (rows === 0) return [];
      const more = rows > shown.length ? [`${indent}    … ${rows - shown.length} more`] : [];
      const under = { ...above, ...row.cells };
      return [
        `${indent}  ${title}:`,
        ...shown.flatMap((each) => rowLines(each, `${indent}    `, under)),
        ...more,
      ];
    }),
  ];
}

function rowText({ file, cells }: ExplainedRow, above: ExplainedRow["cells"]): string {
  const place = [cells.sheet, cells.cell].filter((part) => part !== undefined).join("!");
  const all: ExplainedRow["cells"] = place === "" ? cells : { ...cells, place };
  const isSaid = (name: string): boolean => SAID_ABOVE.includes(name) && above[name] === all[name];
  const { plain, named } = TOLD[file] ?? { plain: [], named: Object.keys(cells) };
  const text = (name: string): string => {
    const cell = all[name];
    return cell === undefined || cell === null
      ? ""
      : name === "answer"
        ? answerName(String(cell) as never)
        : String(cell);
  };
  return [
    ...plain.filter((name) => !isSaid(name)).map(text),
    ...named
      .filter((name) => !["", "0"].includes(text(name)) && !isSaid(name))
      .map((name) => `${columnTitle(name).toLowerCase()} ${text(name)}`),
  ]
    .filter(Boolean)
    .join(" · ");
}

/** The figures of a report with their values, by section. */
export function figureListText(figures: readonly NamedFigure[], width?: number): string {
  const sections = [...new Set(figures.map(({ section }) => section))];
  const lines = sections.flatMap((section) => {
    const rows = figures
      .filter((one) => one.section === section)
      .map(({ id, figure, label, column }) => [
        `  ${id}`,
        figureText(figure),
        [label, column].filter(Boolean).join(" › "),
      ]);
    return [section, ...textTable(LIST, rows, width), ""];
  });
  return `${lines.join("\n")}cmrt explain <ID> shows what is behind a figure.\n`;
}

const LIST: readonly TextColumn[] = [
  { header: "", widest: 80 },
  { header: "", side: "start" },
  { header: "" },
];
