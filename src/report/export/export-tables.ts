// Everything read, matched and found, as flat tables for query engines.

import { plantKey, reportedNameOrId } from "../../domain/facility.ts";
import { editionOf, familyOf } from "../../forms/editions.ts";
import { WANTED } from "../../forms/wanted.ts";
import type { EvaluatedResponse, Evaluation } from "../../model/evaluation.ts";
import type { Finding } from "../../model/finding.ts";
import type { RowMatch } from "../../model/match.ts";
import type { Answer, MineRow, Product, SmelterRow } from "../../model/response.ts";
import { CONTACT_FIELDS } from "../../model/vocabulary.ts";
import { sourceText } from "../../model/workbook.ts";
import { splitCell } from "../render/split-cell.ts";
import {
  type Column,
  type FilledTable,
  fillTable,
  flag,
  type Table,
  type TableDefinition,
} from "../render/table.ts";
import { createWithholding, NOTHING_WITHHELD, type Withholding } from "../render/withhold.ts";

const responseId: Column<{ from: EvaluatedResponse }> = {
  name: "response_id",
  type: "text",
  about: "SHA-256 of the response's file; the same in every table.",
  value: ({ from }) => from.response.id,
};

type ResponseRow = { from: EvaluatedResponse };

const responses: readonly Column<ResponseRow>[] = [
  responseId,
  {
    name: "file",
    type: "text",
    about: "The workbook, with the containers it came in.",
    value: ({ from }) => sourceText(from.response.source),
  },
  {
    name: "supplier_id",
    type: "text",
    about: "Key of the supplier: the roster's id, else the normalised company name.",
    value: ({ from }) => from.supplier.key,
  },
  { name: "supplier", type: "text", about: "Name of the supplier.", value: ({ from }) => from.supplier.name },
  {
    name: "company_name",
    type: "text",
    about: "The company's name as the response gives it.",
    value: ({ from }) => from.response.company.companyName?.value,
  },
  {
    name: "company_unique_id",
    type: "text",
    about: "The company's unique ID as the response gives it.",
    value: ({ from }) => from.response.company.companyUniqueId?.value,
  },
  {
    name: "period",
    type: "number",
    about: "The period it is looked at for.",
    value: ({ from }) => from.period,
  },
  {
    name: "standing",
    type: "text",
    about: "standing where it counts; else superseded, stale, late, undated or withdrawn.",
    value: ({ from }) => from.standing,
  },
  {
    name: "state",
    type: "text",
    about: "valid, questions or invalid where it counts; else as its standing.",
    value: ({ from }) => from.state,
  },
  {
    name: "superseded_by",
    type: "text",
    about: "Id of the response that supersedes it.",
    value: ({ from }) => from.supersededBy,
  },
  { name: "reason", type: "text", about: "Why it has this standing.", value: ({ from }) => from.reason },
  {
    name: "template_version",
    type: "text",
    about: `Version of the ${WANTED.id}.`,
    value: ({ from }) => from.response.template.version,
  },
  {
    name: "language",
    type: "text",
    about: "Language the workbook is set to.",
    value: ({ from }) => from.response.template.language,
  },
  {
    name: "scope",
    type: "text",
    about: "What the declaration covers.",
    value: ({ from }) => from.response.company.scope?.value,
  },
  {
    name: "scope_description",
    type: "text",
    about: "Its description.",
    value: ({ from }) => from.response.company.scopeDescription?.value,
  },
  {
    name: "effective_date",
    type: "date",
    about: "The declaration's effective date.",
    value: ({ from }) => from.response.company.effectiveDate?.value,
  },
  {
    name: "smelter_rows",
    type: "number",
    about: "Rows of the smelter list.",
    value: ({ from }) => from.response.smelters.length,
  },
];

const contacts: readonly Column<ResponseRow>[] = CONTACT_FIELDS.map((field) => ({
  name: field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
  type: "text",
  about: "Contact data, only with --with-contacts.",
  value: ({ from }) => from.response.company[field]?.value ?? from.response.company[field]?.raw,
}));

type AnswerRow = ResponseRow & { metal: string | null; question: string; answer: Answer };

const answers: TableDefinition<AnswerRow> = {
  file: "answers",
  title: "Answers",
  onePer: "answer of a response",
  columns: [
    responseId,
    {
      name: "metal",
      type: "text",
      about: "The metal asked about; empty for a question per company.",
      value: (row) => row.metal,
    },
    { name: "question", type: "text", about: "Key of the question.", value: (row) => row.question },
    {
      name: "answer",
      type: "text",
      about: "The answer's code; empty where it is blank or none of the known answers.",
      value: (row) => row.answer.value,
    },
    {
      name: "raw",
      type: "text",
      about: "The text as typed, where it differs from the code's wording.",
      value: (row) => row.answer.raw,
    },
    {
      name: "comment",
      type: "text",
      about: "The comment beside it.",
      value: (row) => row.answer.comment?.value,
    },
    { name: "cell", type: "text", about: "The cell with its sheet.", value: (row) => row.answer.at },
  ],
};

type ReportedRow = ResponseRow & { row: SmelterRow };

const smelterText = (
  name: string,
  key: Exclude<keyof SmelterRow, "row" | "raw" | "recovered" | "inOwnList" | "ownListSays" | "columns">,
  about: string,
): Column<ReportedRow> => ({ name, type: "text", about, value: ({ row }) => row[key] });

const smelterRows: TableDefinition<ReportedRow> = {
  file: "smelter_rows",
  title: "Smelter rows",
  onePer: "reported row",
  columns: [
    responseId,
    { name: "row", type: "number", about: "Row of the smelter sheet.", value: ({ row }) => row.row },
    {
      name: "metal",
      type: "text",
      about: `${WANTED.oneMineral}; empty where the row says none of them.`,
      value: ({ row }) => row.metal,
    },
    smelterText("lookup_name", "lookupName", "The look-up choice."),
    smelterText("name", "name", "The smelter's name as the row means it."),
    smelterText("country", "country", "ISO alpha-2 of the facility's country."),
    {
      name: "country_raw",
      type: "text",
      about: "The country as typed, where it differs.",
      value: ({ row }) => row.raw?.country,
    },
    smelterText("id", "id", "The facility's ID."),
    smelterText("id_input", "idInput", "The ID typed into the input column."),
    smelterText("id_source", "idSource", "Who gave the ID."),
    smelterText("street", "street", "Street."),
    smelterText("city", "city", "City."),
    smelterText("state", "state", "State or province."),
    smelterText("next_steps", "nextSteps", "Proposed next steps."),
    smelterText("mine_names", "mineNames", "Names of mines."),
    smelterText("mine_countries", "mineCountries", "Locations of mines as typed."),
    smelterText("recycled", "recycled", "Whether all feedstock is recycled or scrap."),
    smelterText("comments", "comments", "Comments."),
  ],
};

type MatchRow = ResponseRow & { row: number; match: RowMatch; plant: string | null };

const candidate = (index: number): Column<MatchRow>[] => [
  {
    name: `candidate_${index + 1}`,
    type: "text",
    about: "ID of a facility that may be meant, for a person to decide.",
    value: ({ match }) => match.candidates[index]?.id,
  },
  {
    name: `candidate_${index + 1}_score`,
    type: "share",
    about: "Its score, which orders the candidates of one row and is not a probability.",
    value: ({ match }) => match.candidates[index]?.score,
  },
];

const matches: TableDefinition<MatchRow> = {
  file: "matches",
  title: "Matches",
  onePer: "reported row",
  columns: [
    responseId,
    { name: "row", type: "number", about: "Row of the smelter sheet.", value: ({ row }) => row },
    { name: "metal", type: "text", about: "The metal.", value: ({ match }) => match.metal },
    {
      name: "match",
      type: "text",
      about:
        "decided, id, legacyId, earlierId, alias, name, placeName where certain; candidates or none; notIdentified, notSmelter.",
      value: ({ match }) => match.kind,
    },
    {
      name: "smelter_id",
      type: "text",
      about: "ID of the facility, only where the match is certain.",
      value: ({ match }) => match.id,
    },
    {
      name: "standard_name",
      type: "text",
      about: "Its standard name.",
      value: ({ match }) => match.standardName,
    },
    { name: "country", type: "text", about: "ISO alpha-2 by the list.", value: ({ match }) => match.country },
    {
      name: "list",
      type: "text",
      about: "The reference list used for the match.",
      value: ({ match }) => match.list,
    },
    {
      name: "removed_from",
      type: "text",
      about: "An earlier list that had it.",
      value: ({ match }) => match.removed?.list,
    },
    {
      name: "status",
      type: "text",
      about: "Status in the words of a list of statuses.",
      value: ({ match }) => match.status?.status,
    },
    { name: "status_list", type: "text", about: "That list.", value: ({ match }) => match.status?.list },
    {
      name: "status_as_of",
      type: "date",
      about: "The day that the list is as of.",
      value: ({ match }) => match.status?.asOf,
    },
    { name: "evidence", type: "text", about: "Why, in words.", value: ({ match }) => match.evidence },
    ...[0, 1, 2].flatMap(candidate),
    {
      name: "plant",
      type: "text",
      about:
        "Key of the plant, by name and country: the same for every mineral and in the tables of every template, whose IDs of a plant differ. Two plants of one name in a country share it.",
      value: (row) => row.plant,
    },
  ],
};

type ProductRow = ResponseRow & { product: Product };

const products: TableDefinition<ProductRow> = {
  file: "products",
  title: "Products",
  onePer: "row of a product list",
  columns: [
    responseId,
    { name: "row", type: "number", about: "Row of the product sheet.", value: ({ product }) => product.row },
    { name: "number", type: "text", about: "Product number.", value: ({ product }) => product.number },
    { name: "name", type: "text", about: "Product name.", value: ({ product }) => product.name },
    { name: "comments", type: "text", about: "Comments.", value: ({ product }) => product.comments },
    {
      name: "requester_number",
      type: "text",
      about: "Number that the customer who asks gives the product.",
      value: ({ product }) => product.requesterNumber,
    },
    {
      name: "requester_name",
      type: "text",
      about: "Name that the customer who asks gives the product.",
      value: ({ product }) => product.requesterName,
    },
  ],
};

const findings: TableDefinition<Finding> = {
  file: "findings",
  title: "Findings",
  onePer: "finding",
  columns: [
    {
      name: "response_id",
      type: "text",
      about: "SHA-256 of the response's file; empty for a finding about no single response.",
      value: (finding) => finding.response,
    },
    { name: "rule", type: "text", about: "Id of the rule.", value: (finding) => finding.rule },
    {
      name: "severity",
      type: "text",
      about: "error, warning or info.",
      value: (finding) => finding.severity,
    },
    {
      name: "risk",
      type: "text",
      about: "yes for a mark of exposure that is not an error in the response.",
      value: (finding) => flag(finding.risk ?? false),
    },
    { name: "supplier", type: "text", about: "Name of the supplier.", value: (finding) => finding.supplier },
    { name: "file", type: "text", about: "The workbook.", value: (finding) => finding.file },
    {
      name: "sheet",
      type: "text",
      about: "Sheet of the cell.",
      value: (finding) => splitCell(finding.at)[0],
    },
    { name: "cell", type: "text", about: "The cell.", value: (finding) => splitCell(finding.at)[1] },
    { name: "message", type: "text", about: "What was found.", value: (finding) => finding.message },
    {
      name: "facts",
      type: "text",
      about: "The facts behind the message, as JSON.",
      value: (finding) => JSON.stringify(finding.facts),
    },
    {
      name: "accepted",
      type: "text",
      about: "Whether a person accepted it.",
      value: (finding) => flag(finding.accepted !== undefined),
    },
    {
      name: "accepted_reason",
      type: "text",
      about: "Why.",
      value: (finding) => finding.accepted?.reason,
    },
  ],
};

type MineTableRow = ResponseRow & { mine: MineRow };

const mines: TableDefinition<MineTableRow> = {
  file: "mines",
  title: "Mines",
  onePer: "row of a mine list",
  columns: [
    responseId,
    { name: "row", type: "number", about: "Row of the mine sheet.", value: ({ mine }) => mine.row },
    {
      name: "metal",
      type: "text",
      about: "The mineral; as typed where it is none of the template's.",
      value: ({ mine }) => mine.metal ?? mine.raw?.metal,
    },
    {
      name: "smelter",
      type: "text",
      about: "The smelter that sources from the mine, as the row names it.",
      value: ({ mine }) => mine.smelter,
    },
    { name: "name", type: "text", about: "Name of the mine.", value: ({ mine }) => mine.name },
    { name: "id", type: "text", about: "ID of the mine.", value: ({ mine }) => mine.id },
    { name: "id_source", type: "text", about: "Who issued the ID.", value: ({ mine }) => mine.idSource },
    { name: "country", type: "text", about: "ISO alpha-2.", value: ({ mine }) => mine.country },
    {
      name: "country_raw",
      type: "text",
      about: "The country as typed, where that differs.",
      value: ({ mine }) => mine.raw?.country,
    },
    { name: "city", type: "text", about: "City.", value: ({ mine }) => mine.city },
    { name: "state", type: "text", about: "State or province.", value: ({ mine }) => mine.state },
    { name: "next_steps", type: "text", about: "Proposed next steps.", value: ({ mine }) => mine.nextSteps },
    { name: "comments", type: "text", about: "Comments.", value: ({ mine }) => mine.comments },
  ],
};

/**
 * The flat tables, including mines if a response's template has a mine list. People's contact data, from all responses
 * of `whole`, is withheld from every text unless requested.
 */
export function exportTables(
  evaluation: Evaluation,
  options: { withContacts: boolean; whole?: Evaluation },
): Table[] {
  const rows = evaluation.responses.map((from) => ({ from }));
  const withholding = options.withContacts
    ? NOTHING_WITHHELD
    : createWithholding(options.whole ?? evaluation);
  const tables: FilledTable[] = [
    fillTable(
      {
        file: "responses",
        title: "Responses",
        onePer: "response",
        columns: options.withContacts ? [...responses, ...contacts] : responses,
      },
      rows,
    ),
    fillTable(answers, () => eachOf(rows, answersOf)),
    fillTable(smelterRows, () =>
      eachOf(rows, ({ from }) => from.response.smelters.map((row) => ({ from, row }))),
    ),
    fillTable(matches, () => eachOf(rows, (row) => matchesOf(row, withholding))),
    fillTable(products, () =>
      eachOf(rows, ({ from }) => from.response.products.map((product) => ({ from, product }))),
    ),
    fillTable(findings, evaluation.findings),
    ...(rows.some(({ from }) => from.response.mines !== undefined)
      ? [
          fillTable(mines, () =>
            eachOf(rows, ({ from }) => (from.response.mines ?? []).map((mine) => ({ from, mine }))),
          ),
        ]
      : []),
  ];
  return tables.map(withholding.table);
}

/** All parts of all items, made one item at a time. */
function* eachOf<T, P>(items: readonly T[], partsOf: (item: T) => Iterable<P>): Iterable<P> {
  for (const item of items) yield* partsOf(item);
}

function answersOf({ from }: ResponseRow): AnswerRow[] {
  const { answers: given, policies } = from.response;
  const rows: AnswerRow[] = [];
  const { questions, practices } = familyOf(from.response);
  for (const metal of editionOf(from.response).layout.minerals) {
    for (const { key: question } of questions) {
      const answer = given[metal]?.[question];
      if (answer) rows.push({ from, metal, question, answer });
    }
  }
  for (const { key: question } of practices) {
    const answer = policies[question];
    if (answer) rows.push({ from, metal: null, question, answer });
  }
  return rows;
}

function matchesOf({ from }: ResponseRow, withholding: Withholding): MatchRow[] {
  const clean = withholding.of(from.response.id);
  return from.response.smelters.flatMap((reported, index) => {
    const match = from.matches[index];
    if (match === undefined) return [];
    // The key has the name in normalised spelling, in which a contact would not be recognised.
    const typed = reportedNameOrId(reported);
    const isOpen = match.standardName !== undefined || clean(typed) === typed;
    return [{ from, row: reported.row, match, plant: isOpen ? plantKey(reported, match) : null }];
  });
}
