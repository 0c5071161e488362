import { joinList } from "../../../lib/join-list.ts";
import type { SupplierLine } from "../../../model/consolidation.ts";
import type { FollowUp } from "../../../model/follow-up.ts";
import { namedBy, STATE_NAMES, STEP_NAMES } from "../../../model/labels.ts";
import { flag, type TableDefinition } from "../../render/table.ts";
import { followUpColumns } from "./follow-up.ts";

/** A supplier and what it sent, as in `cmrt suppliers`. */
export interface SupplierRow {
  supplier: SupplierLine;
  /** What it was asked, the result and what is open. */
  followUp: FollowUp;
  /** Files of its responses that count or, without any, of whatever else was received. */
  files: readonly string[];
  effectiveDate: string | null;
  errors: number;
  warnings: number;
  riskFlags: number;
  /** Days since it was asked; null if it has answered or the date of the request is unknown. */
  daysWaiting: number | null;
  note: string;
}

export const suppliersTable: TableDefinition<SupplierRow> = {
  file: "suppliers.csv",
  title: "Suppliers",
  onePer: "supplier",
  columns: [
    {
      name: "supplier_id",
      type: "text",
      about: "The roster's id, else the normalised company name.",
      value: ({ supplier }) => supplier.roster?.id ?? supplier.key,
    },
    { name: "supplier", type: "text", about: "Its name.", value: ({ supplier }) => supplier.name },
    {
      name: "state",
      type: "text",
      about:
        "valid, questions (valid, with warnings), foreign, invalid, undated, unreadable, copied, own, blank, late, stale, withdrawn or missing: what sums up all that it sent.",
      value: ({ supplier }) => supplier.state,
      words: namedBy(STATE_NAMES),
    },
    {
      name: "on_roster",
      type: "text",
      about: "Whether the roster has it for the period; empty without a roster.",
      value: ({ supplier }) => flag(supplier.onRoster),
    },
    {
      name: "effective_date",
      type: "date",
      about: "Date of its newest response that counts.",
      value: (row) => row.effectiveDate,
    },
    {
      name: "errors",
      type: "number",
      about: "Errors found in its responses that count.",
      value: (row) => row.errors,
    },
    { name: "warnings", type: "number", about: "Warnings found in them.", value: (row) => row.warnings },
    {
      name: "spend_share",
      type: "share",
      about: "Its share of spend by the roster.",
      value: ({ supplier }) => supplier.spendShare,
    },
    {
      name: "asked_on",
      type: "date",
      about: "When it was first asked, by roster and log.",
      value: ({ followUp }) => followUp.askedOn,
    },
    {
      name: "reminded_on",
      type: "date",
      about: "When it was reminded last.",
      value: ({ followUp }) => followUp.remindedOn,
    },
    {
      name: "days_waiting",
      type: "number",
      about: "Days since it was asked, where no response of it counts.",
      value: (row) => row.daysWaiting,
    },
    {
      name: "language",
      type: "text",
      about: "Language to write to it in, by the roster.",
      value: ({ supplier }) => supplier.roster?.language,
    },
    { name: "files", type: "list", about: "Files received from it.", value: (row) => joinList(row.files) },
    { name: "note", type: "text", about: "What a person should look at.", value: (row) => row.note },
    {
      name: "funnel_step",
      type: "text",
      about: "How far it came: none, received, usable, responded, valid, clean (valid without questions).",
      value: ({ supplier }) => supplier.step,
      words: namedBy(STEP_NAMES),
    },
    {
      name: "risk_flags",
      type: "number",
      about: "Of the errors and warnings, those that report exposure and not an error in the response.",
      value: (row) => row.riskFlags,
    },
    ...followUpColumns<SupplierRow>(({ followUp }) => followUp),
  ],
};
