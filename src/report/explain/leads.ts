// The rows of other tables that a table row depends on, down to the cells of the workbooks.
import type { Meaning } from "../../forms/form.ts";
import { topicOf } from "../../forms/topics.ts";
import { capitalised } from "../../lib/capitalised.ts";
import { answerName, type ReportContext } from "../pack/report-input.ts";
import { questionColumn } from "../pack/tables/question-column.ts";
import { conditions, type Source, type Where } from "../render/figure.ts";

/** A row's cells as text, by column. */
export type Cells = Readonly<Record<string, string>>;

export interface Lead {
  /** How the rows relate to the one above them. */
  title: string;
  source: Source;
}

const FAULTS = ["error", "warning"];
/** Columns of responses.csv that are derived from findings. */
const VALIDITY = ["state", "supplier_state", "funnel_step"];
/** States of responses that count; see `counts`. */
const COUNTED = ["valid", "questions", "foreign", "invalid"];
/** Columns of declarations.csv that are derived from the answers to these questions. */
const DERIVED: Readonly<Record<string, readonly Meaning[]>> = {
  in_scope: ["used", "necessary"],
  recycled_100: ["recycledAll", "recycledAny"],
};

type LeadContext = Pick<ReportContext, "family" | "columnOf">;

/** The rows that one row of `source` depends on. */
export function leadsOf(source: Source, row: Cells, context: LeadContext): Lead[] {
  const lead = (title: string, file: string, where: Where): Lead => ({
    title,
    source: { file, where: conditions(where) },
  });
  const { supplier_id: supplierId = "", file = "", metal = "" } = row;
  switch (source.file) {
    case "responses.csv":
      if (file === "") return [lead("Requests", "suppliers", { supplier_id: supplierId })];
      return VALIDITY.some((column) => isFiltered(source, column))
        ? [lead("Errors and warnings in it", "findings.csv", { file, severity: FAULTS, superseded: "" })]
        : [];
    case "declarations.csv":
      return declarationLeads(source, row, context, lead);
    case "answers.csv":
      return [
        lead("Declarations", "declarations.csv", {
          metal,
          [questionColumn(row.question ?? "")]: row.answer ?? "",
        }),
      ];
    case "policies.csv":
      return [
        lead("Answers", "answer-cells", {
          metal: "",
          question: topicTitle(row.question ?? ""),
          answer: answerName((row.answer ?? "") as never),
          state: COUNTED,
        }),
      ];
    case "smelters.csv":
      return [lead("Rows that report it", "smelter-rows.csv", { smelter: row.smelter ?? "" })];
    case "countries.csv":
      return row.provenance === "supplier"
        ? [lead("Rows that name it", "origin-cells", { metal, country: row.country ?? "" })]
        : [];
    case "follow-up.csv":
      return source.sum !== undefined || isFiltered(source, "open") || isFiltered(source, "owes")
        ? [
            lead("Errors and warnings", "findings.csv", {
              supplier_id: supplierId,
              severity: FAULTS,
              superseded: "",
            }),
          ]
        : [];
    default:
      return [];
  }
}

function declarationLeads(
  source: Source,
  { file = "", supplier_id = "", metal = "" }: Cells,
  { family, columnOf }: LeadContext,
  lead: (title: string, file: string, where: Where) => Lead,
): Lead[] {
  const looked = new Set(source.where.map(({ column }) => column));
  const columns = new Set([
    ...looked,
    ...Object.entries(DERIVED).flatMap(([column, meanings]) =>
      looked.has(column) ? meanings.map(columnOf) : [],
    ),
  ]);
  const questions = family.questions.filter(({ key }) => columns.has(questionColumn(key)));
  const its = { file, metal };
  return [
    ...(questions.length === 0
      ? []
      : [
          lead("Answers", "answer-cells", {
            ...its,
            supplier_id,
            question: questions.map(({ key }) => topicTitle(key)),
          }),
        ]),
    ...(looked.has("state")
      ? [lead("Errors in it", "findings.csv", { file, severity: "error", superseded: "" })]
      : []),
    ...(source.sum === "not_identified_rows"
      ? [lead("Rows", "smelter-rows.csv", { ...its, match: "notIdentified" })]
      : []),
    ...(source.sum === "mine_covered_rows"
      ? [lead("Rows", "origin-cells", { ...its, covered_country: "yes" })]
      : []),
    ...(source.sum === "not_recycled_rows"
      ? [lead("Rows of the metal", "smelter-rows.csv", { ...its })]
      : []),
  ];
}

function isFiltered({ where }: Source, name: string): boolean {
  return where.some(({ column }) => column === name);
}

/** The name of a question in the table of answers. */
function topicTitle(key: string): string {
  return capitalised(topicOf(key as never));
}
