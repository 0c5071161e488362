import { WANTED } from "../../../forms/wanted.ts";
import type { FunnelStep, ResponseState, Standing } from "../../../model/campaign.ts";
import { namedBy, SCOPE_NAMES, STATE_NAMES, STEP_NAMES } from "../../../model/labels.ts";
import type { CompanyField } from "../../../model/vocabulary.ts";
import { CONTACT_FIELDS } from "../../../model/vocabulary.ts";
import { type Column, flag, type TableDefinition } from "../../render/table.ts";

/** A response, a file that could not be read, or a supplier from which nothing was received. */
export interface ResponseRow {
  supplierKey: string | null;
  supplier: string | null;
  file: string | null;
  version: string | null;
  language: string | null;
  scope: string | null;
  effectiveDate: string | null;
  state: ResponseState;
  supersededBy: string | null;
  errors: number;
  warnings: number;
  riskFlags: number;
  period: number | null;
  smelterRows: number | null;
  sha256: string | null;
  standing: Standing | null;
  reason: string;
  supplierState: ResponseState | null;
  funnelStep: FunnelStep | null;
  onRoster: boolean | null;
  spendShare: number | null;
  identifiedBy: string | null;
  countsToo: readonly number[];
  contacts: Partial<Record<CompanyField, string>>;
}

const columns: readonly Column<ResponseRow>[] = [
  {
    name: "supplier",
    type: "text",
    about: "Name of the supplier; empty where a file could not be read and nothing indicates whose it is.",
    value: (row) => row.supplier,
  },
  {
    name: "file",
    type: "text",
    about: "The workbook, with the containers it came in; empty for a missing supplier.",
    value: (row) => row.file,
  },
  {
    name: "template_version",
    type: "text",
    about: `Version of the ${WANTED.id}.`,
    value: (row) => row.version,
  },
  { name: "language", type: "text", about: "Language the workbook is set to.", value: (row) => row.language },
  {
    name: "scope",
    type: "text",
    about: "What the declaration covers.",
    value: (row) => row.scope,
    words: namedBy(SCOPE_NAMES),
  },
  {
    name: "effective_date",
    type: "date",
    about: "The declaration's effective date.",
    value: (row) => row.effectiveDate,
  },
  {
    name: "state",
    type: "text",
    about:
      "valid; questions (valid, with warnings); foreign (its company name is not, or may not be, the supplier's, and nobody has confirmed it); invalid (errors); undated; blank (an empty template); own (our own declaration); unreadable and copied (received, not usable); superseded; stale (before the period); late (after the cut-off or the day of the run); replaced (by a newer file); withdrawn (its file has gone); missing.",
    value: (row) => row.state,
    words: namedBy(STATE_NAMES),
  },
  {
    name: "superseded_by",
    type: "text",
    about: "The file that supersedes it.",
    value: (row) => row.supersededBy,
  },
  { name: "errors", type: "number", about: "Findings of severity error.", value: (row) => row.errors },
  { name: "warnings", type: "number", about: "Findings of severity warning.", value: (row) => row.warnings },
  {
    name: "smelter_rows",
    type: "number",
    about: "Rows of the smelter list.",
    value: (row) => row.smelterRows,
  },
  { name: "sha256", type: "text", about: "SHA-256 of the file.", value: (row) => row.sha256 },
  {
    name: "supplier_id",
    type: "text",
    about: "Key of the supplier: the roster's id, else the normalised company name.",
    value: (row) => row.supplierKey,
  },
  {
    name: "supplier_state",
    type: "text",
    about:
      "The one state that sums up the supplier: the worst of its responses that count, else the nearest to an answer.",
    value: (row) => row.supplierState,
    words: namedBy(STATE_NAMES),
  },
  {
    name: "on_roster",
    type: "text",
    about: "Whether the roster has the supplier; empty without a roster.",
    value: (row) => flag(row.onRoster),
  },
  {
    name: "spend_share",
    type: "share",
    about: "The supplier's share of spend by the roster.",
    value: (row) => row.spendShare,
  },
  {
    name: "standing",
    type: "text",
    about: "Whether it counts for the period (standing), or why not, before the rules looked at it.",
    value: (row) => row.standing,
  },
  { name: "reason", type: "text", about: "Why it has this standing.", value: (row) => row.reason },
  {
    name: "identified_by",
    type: "text",
    about: "What tied it to its supplier on the roster, or why nothing did; empty without a roster.",
    value: (row) => row.identifiedBy,
  },
  {
    name: "funnel_step",
    type: "text",
    about:
      "How far the supplier came: none; received (a file); usable (a filled template of its own); responded (dated in the period); valid; clean (valid without questions). Each includes those before it.",
    value: (row) => row.funnelStep,
    words: namedBy(STEP_NAMES),
  },
  {
    name: "risk_flags",
    type: "number",
    about: "Of the errors and warnings, those that report exposure and not an error in the response.",
    value: (row) => row.riskFlags,
  },
  {
    name: "period",
    type: "number",
    about: "The period that it was evaluated for; empty where nothing indicates one.",
    value: (row) => row.period,
  },
  {
    name: "counts_too",
    type: "list",
    about:
      "Other periods for which it counts as well, because its date is in the windows of both; empty where there is none.",
    value: (row) => row.countsToo.join("; "),
  },
];

const contactColumns: readonly Column<ResponseRow>[] = CONTACT_FIELDS.map((field) => ({
  name: field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
  type: "text",
  about: "Contact data, only with --with-contacts.",
  value: (row) => row.contacts[field],
}));

/** The table of responses; columns that name or identify a person only if requested. */
export function responsesTable(withContacts: boolean): TableDefinition<ResponseRow> {
  return {
    file: "responses.csv",
    title: "Responses",
    onePer: "response, unreadable file or missing supplier",
    columns: withContacts ? [...columns, ...contactColumns] : columns,
  };
}
