// Fills the tables of the pack.
import { countFindings } from "../../domain/finding-counts.ts";
import { whereElse } from "../../domain/likely-pairs.ts";
import { countedResponses, unusableState, wasReplaced } from "../../domain/standing.ts";
import { hasMineLists } from "../../forms/editions.ts";
import { familyNamed } from "../../forms/families.ts";
import { groupBy } from "../../lib/group-by.ts";
import type { Consolidation, SupplierLine, WarningSign } from "../../model/consolidation.ts";
import type { EvaluatedResponse, Evaluation, UnusableFile } from "../../model/evaluation.ts";
import type { Finding } from "../../model/finding.ts";
import type { Identification } from "../../model/roster.ts";
import { CONTACT_FIELDS } from "../../model/vocabulary.ts";
import { sourceText } from "../../model/workbook.ts";
import { keepCells } from "../render/keep-cells.ts";
import { type FilledTable, fillTable } from "../render/table.ts";
import type { Withholding } from "../render/withhold.ts";
import type { ReportInput } from "./report-input.ts";
import { answersTable, policiesTable } from "./tables/answers.ts";
import { comparisonTable } from "./tables/comparison.ts";
import { correctionsTable } from "./tables/corrections.ts";
import { countriesTable } from "./tables/countries.ts";
import { declarationsTable } from "./tables/declarations.ts";
import { type FindingRow, findingsTable } from "./tables/findings.ts";
import { type FollowUpRow, followUpTable } from "./tables/follow-up.ts";
import { minesTable } from "./tables/mines.ts";
import { notRunTable } from "./tables/not-run.ts";
import { rcoiTable } from "./tables/rcoi.ts";
import { type ResponseRow, responsesTable } from "./tables/responses.ts";
import { reportedRows, smelterRowsTable } from "./tables/smelter-rows.ts";
import { smelterStatusRows, smelterStatusTable } from "./tables/smelter-status.ts";
import { smeltersTable } from "./tables/smelters.ts";
import { type WarningSignRow, warningSignsTable } from "./tables/warning-signs.ts";

/** All tables of the pack, in the order in which they are listed. */
export function packTables(input: ReportInput, withholding: Withholding): FilledTable[] {
  const { evaluation, consolidation, comparison, corrections = [], withContacts } = input;
  const counted = countedResponses(evaluation.responses);
  const { statusesKnown } = consolidation;
  const family = familyNamed(consolidation.family);
  const { inquiry } = family;
  const tables = [
    ...(inquiry ? [fillTable(rcoiTable(inquiry), consolidation.proposals)] : []),
    fillTable(responsesTable(withContacts), responseRows(evaluation, consolidation)),
    fillTable(declarationsTable(family), consolidation.declarations),
    fillTable(answersTable, consolidation.answers),
    fillTable(policiesTable, consolidation.policies),
    fillTable(
      smeltersTable(family),
      consolidation.facilities.map((facility) => ({ facility, statusesKnown })),
    ),
    ...(consolidation.timelines.length > 0
      ? [fillTable(smelterStatusTable, () => smelterStatusRows(consolidation.timelines))]
      : []),
    fillTable(smelterRowsTable, () => reportedRows(counted)),
    fillTable(countriesTable(family), consolidation.countries),
    ...(hasMineLists(family) ? [fillTable(minesTable, consolidation.mines)] : []),
    fillTable(findingsTable, () => findingRows(evaluation, withholding)),
    fillTable(warningSignsTable, () => signRows(evaluation, consolidation.signs, withholding)),
    fillTable(notRunTable, evaluation.notRun),
    ...(comparison ? [fillTable(comparisonTable, comparison.changes)] : []),
    ...(corrections.length > 0 ? [fillTable(correctionsTable, corrections)] : []),
    fillTable(followUpTable, followUpRows(input)),
  ];
  return tables.map((table) => keepCells(withholding.table(table)));
}

function followUpRows({ consolidation, followUps }: ReportInput): FollowUpRow[] {
  const suppliers = new Map(consolidation.suppliers.map((one) => [one.key, one]));
  return followUps.map((followUp) => ({
    followUp,
    supplierId: followUp.key,
    onRoster: suppliers.get(followUp.key)?.onRoster ?? null,
  }));
}

function responseRows(evaluation: Evaluation, consolidation: Consolidation): ResponseRow[] {
  const suppliers = new Map(consolidation.suppliers.map((supplier) => [supplier.key, supplier]));
  const files = new Map(
    evaluation.responses.map(({ response }) => [response.id, sourceText(response.source)]),
  );
  const rows = evaluation.responses.map((one) => {
    const supplier = suppliers.get(one.supplier.key);
    return {
      ...responseRow(one, files),
      ...ofSupplier(supplier),
      identifiedBy: identifiedBy(consolidation.identified.get(one.response.id)),
    };
  });
  const answered = new Set([
    ...evaluation.responses.map(({ supplier }) => supplier.key),
    ...consolidation.unreadable.flatMap(({ supplier }) => supplier?.key ?? []),
  ]);
  const aboutNoFile = groupBy(
    evaluation.findings.filter(({ response, file }) => response === null && file === null),
    ({ supplier }) => supplier,
  );
  const silent = consolidation.suppliers.filter(({ key }) => !answered.has(key));
  return [
    ...rows,
    ...silent.map(
      (supplier): ResponseRow => ({
        ...EMPTY_ROW,
        supplierKey: supplier.key,
        supplier: supplier.name,
        state: supplier.state,
        ...ofSupplier(supplier),
        ...countFindings(aboutNoFile.get(supplier.name) ?? []),
        reason: `No response received${whereElse(supplier)}.`,
      }),
    ),
    ...consolidation.unreadable.map((file): ResponseRow => {
      const { supplier } = file;
      const line = supplier ? suppliers.get(supplier.key) : undefined;
      return {
        ...unusableRow(file, evaluation.findings),
        supplierKey: supplier?.key ?? null,
        supplier: supplier?.name ?? null,
        ...ofSupplier(line),
        identifiedBy: line ? "the file's path" : null,
      };
    }),
  ];
}

/** The columns of each row that describe its supplier. */
function ofSupplier(
  line: SupplierLine | undefined,
): Pick<ResponseRow, "supplierState" | "funnelStep" | "onRoster" | "spendShare"> {
  return {
    supplierState: line?.state ?? null,
    funnelStep: line?.step ?? null,
    onRoster: line?.onRoster ?? null,
    spendShare: line?.spendShare ?? null,
  };
}

const EMPTY_ROW: ResponseRow = {
  supplierKey: null,
  supplier: null,
  file: null,
  version: null,
  language: null,
  scope: null,
  effectiveDate: null,
  state: "missing",
  supersededBy: null,
  errors: 0,
  warnings: 0,
  riskFlags: 0,
  period: null,
  smelterRows: null,
  sha256: null,
  standing: null,
  reason: "",
  supplierState: null,
  funnelStep: null,
  onRoster: null,
  spendShare: null,
  identifiedBy: null,
  countsToo: [],
  contacts: {},
};

/** How a response was attributed to its supplier, or why not; null without a roster. */
function identifiedBy(found: Identification | undefined): string | null {
  switch (found?.kind) {
    case undefined:
      return null;
    case "known":
      return found.evidence;
    case "ambiguous": {
      const names = found.candidates.map(({ id, name }) => (id === undefined ? name : `${name} (${id})`));
      return `not assigned to one supplier: ${found.evidence} fits ${names.join(" and ")}`;
    }
    case "unknown":
      return "not on the roster";
  }
}

function responseRow(one: EvaluatedResponse, files: ReadonlyMap<string, string>): ResponseRow {
  const { response } = one;
  const { company } = response;
  return {
    ...EMPTY_ROW,
    supplierKey: one.supplier.key,
    supplier: one.supplier.name,
    file: sourceText(response.source),
    version: response.template.version,
    language: response.template.language,
    scope: company.scope?.value ?? company.scope?.raw ?? null,
    effectiveDate: company.effectiveDate?.value ?? null,
    state: one.state,
    supersededBy: one.supersededBy === undefined ? null : (files.get(one.supersededBy) ?? one.supersededBy),
    ...countFindings(wasReplaced(one.standing) ? [] : one.findings),
    smelterRows: response.smelters.length,
    sha256: response.source.sha256,
    standing: one.standing,
    period: one.period,
    reason: one.reason,
    countsToo: one.countsToo ?? [],
    contacts: Object.fromEntries(
      CONTACT_FIELDS.map((field) => [field, company[field]?.value ?? company[field]?.raw ?? ""]),
    ),
  };
}

function unusableRow(file: UnusableFile, findings: readonly Finding[]): ResponseRow {
  return {
    ...EMPTY_ROW,
    file: sourceText(file),
    state: unusableState(file.unreadable),
    ...countFindings(findings.filter((one) => one.response === null && one.file === sourceText(file))),
    sha256: file.sha256,
    reason: `${file.unreadable.reason} ${file.unreadable.ask}`,
  };
}

/** Each warning sign with its finding, contacts withheld. */
function* signRows(
  evaluation: Evaluation,
  signs: readonly WarningSign[],
  withholding: Withholding,
): Generator<WarningSignRow> {
  const findings = signs.map(({ finding }) => finding);
  let index = 0;
  for (const row of findingRows({ ...evaluation, findings }, withholding)) {
    yield { ...row, sign: signs[index] as WarningSign };
    index += 1;
  }
}

/**
 * Findings with the other columns of their tables. They are sorted so that those of a response are consecutive and
 * share what was worked out for it.
 */
export function* findingRows(evaluation: Evaluation, withholding: Withholding): Generator<FindingRow> {
  const responses = new Map(evaluation.responses.map((one) => [one.response.id, one]));
  let current: string | null | undefined;
  let file: string | null = null;
  let superseded = false;
  for (const finding of evaluation.findings) {
    const one = finding.response === null ? undefined : responses.get(finding.response);
    if (finding.response !== current || one === undefined) {
      current = finding.response;
      file = one ? sourceText(one.response.source) : finding.file;
      superseded = one?.standing === "superseded";
    }
    const message = (): string => withholding.of(finding.response)(finding.message);
    yield { finding, file, message, superseded };
  }
}
