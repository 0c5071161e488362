// The tables in the page: those of the pack, some with additional columns for views, and a few of its own.
import { facilityKey } from "../../domain/facility.ts";
import { countedResponses } from "../../domain/standing.ts";
import { groupBy } from "../../lib/group-by.ts";
import type { Declaration, TalliedAnswer } from "../../model/consolidation.ts";
import { ANSWER_NAMES } from "../../model/labels.ts";
import { type Response, smelterCell } from "../../model/response.ts";
import type { RuleText } from "../../model/rule-page.ts";
import type { MineralId } from "../../model/vocabulary.ts";
import { supplierRows } from "../console/supplier-list.ts";
import { findingRows } from "../pack/pack-tables.ts";
import { answerName, type ReportContext } from "../pack/report-input.ts";
import { findingsTable } from "../pack/tables/findings.ts";
import { type ReportedRow, reportedRows, smelterRowsTable } from "../pack/tables/smelter-rows.ts";
import { smelterStatusRows, smelterStatusTable } from "../pack/tables/smelter-status.ts";
import { smeltersTable } from "../pack/tables/smelters.ts";
import { type SupplierRow, suppliersTable } from "../pack/tables/suppliers.ts";
import { splitCell } from "../render/split-cell.ts";
import {
  type Column,
  type FilledTable,
  fillTable,
  sideBySide,
  type TableDefinition,
} from "../render/table.ts";
import type { Withholding } from "../render/withhold.ts";
import { answerCells, answerCellsTable } from "./answer-cells.ts";
import { LETTERS, letterRows, lettersTable } from "./letters-table.ts";
import { originCells, originCellsTable } from "./origin-cells.ts";
import { originQuestion } from "./origin-question.ts";

/** Names of the tables that are not files of the pack. */
export const SUPPLIERS = "suppliers";
export const RULES = "rules";

/** Columns for joining tables or for copying: hidden by default. */
const HIDDEN = new Set([
  "smelter",
  "sha256",
  "response",
  "response_before",
  "response_after",
  "standing",
  "facility_country_iso",
  "supplier_names",
]);
/** Further columns that a table hides by default. */
const HIDDEN_IN: Readonly<Record<string, readonly string[]>> = {
  "responses.csv": ["supplier_id", "supplier_state", "language", "superseded_by", "period", "spend_share"],
  "findings.csv": ["supplier_id", "superseded", "accepted_by", "accepted_date"],
  "smelter-rows.csv": ["supplier_id", "typed", "candidates"],
  "smelters.csv": ["status_list", "status_as_of", "match", "removed_from", "product_level_suppliers"],
  "declarations.csv": ["supplier_id"],
  [SUPPLIERS]: [
    "supplier_id",
    "language",
    "days_waiting",
    "files",
    "risk_flags",
    "reminders",
    "letters",
    "letter_on",
    "explained_on",
    "points_settled",
    "corrections_open",
    "questions_open",
    "points_accepted",
  ],
  [RULES]: ["why", "ask", "source"],
  [LETTERS]: ["letter"],
};

/** A table with the columns that are hidden by default. */
export interface PageTable extends FilledTable {
  hidden: readonly string[];
}

/** The tables in the order in which the page lists them. */
export function pageTables(context: ReportContext, withholding: Withholding): PageTable[] {
  const { consolidation, evaluation, family, withContacts, tables } = context;
  const counted = countedResponses(evaluation.responses);
  const ids = supplierIds(context);
  const { statusesKnown } = consolidation;
  const keys = smelterKeys(context);
  const smelterKey = "Key of the smelter in this page.";
  /** Columns that the page adds to tables of the pack; the rows are the same. */
  const added = [
    fillTable(
      onlyColumns(smeltersTable(family), [
        text("smelter", smelterKey, ({ facility }) => keys.get(facility.key)),
      ]),
      consolidation.facilities.map((facility) => ({ facility, statusesKnown })),
    ),
    fillTable(onlyColumns(smelterRowsTable, evidenceColumns(keys, withContacts, withholding)), () =>
      reportedRows(counted),
    ),
    fillTable(
      onlyColumns(smelterStatusTable, [
        text("smelter", smelterKey, ({ timeline }) => keys.get(timeline.facility.key)),
      ]),
      () => smelterStatusRows(consolidation.timelines),
    ),
    fillTable(
      onlyColumns(findingsTable, [
        text("supplier_id", "Key of the supplier.", ({ finding }) => ids(finding.response, finding.supplier)),
        text("accepted_by", "Who accepted it.", ({ finding }) => finding.accepted?.by),
        text("accepted_date", "When.", ({ finding }) => finding.accepted?.date),
      ]),
      () => findingRows(evaluation, withholding),
    ),
  ].map(withholding.table);
  const ofPack = tables.map((table) => {
    const its = added.find(({ file }) => file === table.file);
    return its === undefined ? table : sideBySide(table, its);
  });
  const further = [
    fillTable(suppliersWithAnswers(context), supplierRows(evaluation, consolidation, context.followUps)),
    fillTable(rulesTable, ruleRows(context)),
    fillTable(answerCellsTable, () => answerCells(evaluation.responses, withContacts, withholding)),
    fillTable(originCellsTable, () => originCells(counted, family, keys, withholding)),
    fillTable(lettersTable, () => letterRows(context.letters, withholding)),
  ].map(withholding.table);
  return [...further.slice(0, 1), ...ofPack, ...further.slice(1)].map((table) => ({
    ...table,
    hidden: table.columns.flatMap(({ name }) =>
      HIDDEN.has(name) || HIDDEN_IN[table.file]?.includes(name) ? name : [],
    ),
  }));
}

function onlyColumns<Row>(
  definition: TableDefinition<Row>,
  columns: readonly Column<Row>[],
): TableDefinition<Row> {
  return { ...definition, columns };
}

function text<Row>(name: string, about: string, value: (row: Row) => string | null | undefined): Column<Row> {
  return { name, type: "text", about, value };
}

/**
 * The smelter keys used in this page. An unmatched smelter is numbered, since its own key contains the reported name,
 * in which people also write contacts.
 */
function smelterKeys({ consolidation }: ReportContext): Map<string, string> {
  return new Map(
    consolidation.facilities.map(({ key, id }, index) => [
      key,
      id === undefined ? `unmatched-${index + 1}` : key,
    ]),
  );
}

/** The key of a finding's supplier: from its response, or else from its name if that is unique. */
function supplierIds({ evaluation, consolidation }: ReportContext) {
  const byResponse = new Map(evaluation.responses.map((one) => [one.response.id, one.supplier.key]));
  const byName = groupBy(consolidation.suppliers, ({ name }) => name);
  return (response: string | null, name: string): string | null => {
    const known = response === null ? undefined : byResponse.get(response);
    if (known !== undefined) return known;
    const named = byName.get(name) ?? [];
    return named.length === 1 ? (named[0]?.key ?? null) : null;
  };
}

/** Columns for the place of a row, what was typed there and, without a certain match, what it may mean. */
function evidenceColumns(
  keys: ReadonlyMap<string, string>,
  withContacts: boolean,
  withholding: Withholding,
): Column<ReportedRow>[] {
  return [
    text("smelter", "Key of the smelter in this page.", ({ row, match }) =>
      keys.get(facilityKey(row, match) ?? ""),
    ),
    text("supplier_id", "Key of the supplier.", ({ from }) => from.supplier.key),
    text("sheet", "Sheet of the row.", ({ from, row }) => splitCell(nameCell(from.response, row))[0]),
    text("cell", "Cell of the name.", ({ from, row }) => splitCell(nameCell(from.response, row))[1]),
    text("typed", "What was typed, where it reads otherwise.", (one) =>
      typedText(one, withContacts, withholding),
    ),
    text("candidates", "What the row might mean, where no match is certain, best first.", ({ match }) =>
      match === undefined || match.id !== undefined
        ? null
        : match.candidates
            .map(({ id, standardName, evidence }) => `${id} ${standardName} (${evidence})`)
            .join("; "),
    ),
  ];
}

function nameCell(response: Response, row: Response["smelters"][number]): string {
  return smelterCell(
    response,
    row,
    row.name === undefined || row.lookupName !== undefined ? "lookupName" : "name",
  );
}

function typedText(
  { from, row }: ReportedRow,
  withContacts: boolean,
  withholding: Withholding,
): string | null {
  const { contactName: _name, contactEmail: _email, ...raw } = row.raw ?? {};
  const shown = withContacts ? (row.raw ?? {}) : raw;
  const said = Object.entries(shown).map(([column, typed]) => `${column}: ${typed}`);
  if (said.length === 0) return null;
  return withholding.of(from.response.id)(said.join("; "));
}

/** The table of suppliers with each supplier's answer on origin, per mineral. */
function suppliersWithAnswers(context: ReportContext): TableDefinition<SupplierRow> {
  const { consolidation, family } = context;
  const question = originQuestion(family);
  const bySupplier = groupBy(
    consolidation.declarations,
    ({ from, metal }) => `${from.supplier.key}\n${metal}`,
  );
  // Without a question on origin there is nothing to show. A mineral that a declaration names itself may clash with an
  // existing column.
  const taken = new Set(suppliersTable.columns.map(({ name }) => name));
  const minerals = question === undefined ? [] : consolidation.minerals.filter((metal) => !taken.has(metal));
  const answerOf = (row: SupplierRow, metal: MineralId): string | null =>
    originAnswer(bySupplier.get(`${row.supplier.key}\n${metal}`) ?? [], question?.key);
  return {
    ...suppliersTable,
    file: SUPPLIERS,
    columns: [
      ...suppliersTable.columns.slice(0, 4),
      ...minerals.map((metal) =>
        text<SupplierRow>(
          metal,
          "What its responses that count answer on the origin of the metal, in scope of what they declare.",
          (row) => answerOf(row, metal),
        ),
      ),
      ...suppliersTable.columns.slice(4),
    ],
  };
}

/** The answer of a supplier's declarations about a metal, in a word. */
function originAnswer(declarations: readonly Declaration[], question: string | undefined): string | null {
  const words = new Set(
    declarations.map(({ inScope, answers }) => {
      if (inScope === "no") return "not in scope";
      const answer: TalliedAnswer | undefined = question === undefined ? undefined : answers[question];
      if (answer !== undefined && Object.hasOwn(ANSWER_NAMES, answer)) return answerName(answer);
      return inScope === "unclear" ? "scope not stated" : "no readable answer";
    }),
  );
  if (words.size <= 1) return [...words][0] ?? null;
  // A single Yes must be visible, whatever the supplier's other declarations say.
  return words.has(answerName("yes")) ? answerName("yes") : "answers differ";
}

interface RuleRow extends RuleText {
  findings: number;
  accepted: number;
  suppliers: number;
  notRun: number;
}

/** Rules with findings or that could not run, by severity, most findings first. */
function ruleRows({ rules, evaluation }: ReportContext): RuleRow[] {
  const findings = groupBy(evaluation.findings, ({ rule }) => rule);
  const notRun = groupBy(evaluation.notRun, ({ rule }) => rule);
  return rules.map((rule) => {
    const found = findings.get(rule.id) ?? [];
    return {
      ...rule,
      findings: found.length,
      accepted: found.filter(({ accepted }) => accepted !== undefined).length,
      suppliers: new Set(found.map(({ supplier }) => supplier)).size,
      notRun: notRun.get(rule.id)?.length ?? 0,
    };
  });
}

const number = (name: string, about: string, value: (row: RuleRow) => number): Column<RuleRow> => ({
  name,
  type: "number",
  about,
  value,
});

const rulesTable: TableDefinition<RuleRow> = {
  file: RULES,
  title: "Rules",
  onePer: "rule",
  columns: [
    text("rule", "Id of the rule.", ({ id }) => id),
    text("severity", "Its severity, where the settings give it no other.", ({ severity }) => severity),
    text("title", "What it finds.", ({ title }) => title),
    number("findings", "Findings in this period.", (row) => row.findings),
    number("accepted", "Of these, accepted by a person.", (row) => row.accepted),
    number("suppliers", "Suppliers concerned.", (row) => row.suppliers),
    number("not_run", "Responses or runs on which it could not run.", (row) => row.notRun),
    text("why", "Why it matters.", ({ why }) => why),
    text("ask", "What to ask the supplier.", ({ ask }) => ask),
    text("source", "Where the condition comes from.", ({ source }) => source),
  ],
};
