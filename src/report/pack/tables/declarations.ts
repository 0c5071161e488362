import type { Family } from "../../../forms/form.ts";
import { WANTED } from "../../../forms/wanted.ts";
import type { Declaration } from "../../../model/consolidation.ts";
import { ANSWER_NAMES, namedBy, SCOPE_NAMES, STATE_NAMES } from "../../../model/labels.ts";
import { sourceText } from "../../../model/workbook.ts";
import type { TableDefinition } from "../../render/table.ts";
import { questionColumn } from "./question-column.ts";

/** The table with a column for each question of the family. */
export const declarationsTable = ({ questions, inquiry }: Family): TableDefinition<Declaration> => ({
  file: "declarations.csv",
  title: "Declarations by metal",
  onePer: "response that counts × metal",
  columns: [
    {
      name: "supplier",
      type: "text",
      about: "Name of the supplier.",
      value: (one) => one.from.supplier.name,
    },
    {
      name: "file",
      type: "text",
      about: "The workbook.",
      value: (one) => sourceText(one.from.response.source),
    },
    { name: "metal", type: "text", about: `${WANTED.oneMineral}.`, value: (one) => one.metal },
    {
      name: "state",
      type: "text",
      about: "State of the response.",
      value: (one) => one.from.state,
      words: namedBy(STATE_NAMES),
    },
    {
      name: "in_scope",
      type: "text",
      about:
        "yes: the metal is intentionally added and necessary (in 1.00 and 2.x: necessary); no: either is answered No; unclear: neither.",
      value: (one) => one.inScope,
    },
    ...questions.map(({ key: question }) => ({
      name: questionColumn(question),
      type: "text" as const,
      about:
        "The answer's code; “not answered”, “not required” (blank, and the metal is out of scope), “not asked” (no such question in this template) or “not understood”.",
      value: (one: Declaration) => one.answers[question] ?? null,
      words: namedBy(ANSWER_NAMES),
    })),
    {
      name: "recycled_100",
      type: "text",
      about:
        "Whether all of the metal is said to be recycled or scrap; “not asked” before template 3.00, where the question is another.",
      value: (one) => one.recycled100,
      words: namedBy(ANSWER_NAMES),
    },
    {
      name: "scope",
      type: "text",
      about: "Kind of the declaration's scope.",
      value: (one) => one.from.response.company.scope?.value ?? null,
      words: namedBy(SCOPE_NAMES),
    },
    {
      name: "smelter_rows",
      type: "number",
      about: "Smelter rows of the metal.",
      value: (one) => one.smelterRows,
    },
    {
      name: "not_identified_rows",
      type: "number",
      about: "Of these, “not yet identified”.",
      value: (one) => one.notIdentifiedRows,
    },
    inquiry === null
      ? {
          name: "mine_rows",
          type: "number",
          about: "Rows of the mine list of the mineral.",
          value: (one) => one.mineRows,
        }
      : {
          name: "mine_covered_rows",
          type: "number",
          about: `Of these, naming a mine in a ${inquiry.country}.`,
          value: (one) => one.mineCoveredRows,
        },
    {
      name: "not_recycled_rows",
      type: "number",
      about: "Of these, saying that the feedstock is not all recycled or scrap.",
      value: (one) => one.notRecycledRows,
    },
    {
      name: "supplier_id",
      type: "text",
      about: "Key of the supplier, as in responses.csv.",
      value: (one) => one.from.supplier.key,
    },
  ],
});
