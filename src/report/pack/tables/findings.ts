import type { Finding } from "../../../model/finding.ts";
import { splitCell } from "../../render/split-cell.ts";
import type { TableDefinition } from "../../render/table.ts";

/** A finding with its file as in the other tables and its message with contacts withheld, which takes time to make. */
export interface FindingRow {
  finding: Finding;
  file: string | null;
  message(): string;
  /** Whether a newer response has superseded the one that the finding is about. */
  superseded: boolean;
}

export const findingsTable: TableDefinition<FindingRow> = {
  file: "findings.csv",
  title: "Findings",
  onePer: "finding",
  columns: [
    { name: "rule", type: "text", about: "Id of the rule.", value: ({ finding }) => finding.rule },
    {
      name: "severity",
      type: "text",
      about: "error, warning or info.",
      value: ({ finding }) => finding.severity,
    },
    {
      name: "supplier",
      type: "text",
      about: "Name of the supplier.",
      value: ({ finding }) => finding.supplier,
    },
    { name: "file", type: "text", about: "The workbook.", value: (row) => row.file },
    {
      name: "sheet",
      type: "text",
      about: "Sheet of the cell.",
      value: ({ finding }) => splitCell(finding.at)[0],
    },
    {
      name: "cell",
      type: "text",
      about: "The cell, or the row (“12:12”).",
      value: ({ finding }) => splitCell(finding.at)[1],
    },
    { name: "message", type: "text", about: "What was found.", value: (row) => row.message() },
    {
      name: "accepted",
      type: "text",
      about: "yes where a person accepted the finding.",
      value: ({ finding }) => (finding.accepted ? "yes" : null),
    },
    {
      name: "accepted_reason",
      type: "text",
      about: "The reason for accepting it.",
      value: ({ finding }) => finding.accepted?.reason,
    },
    {
      name: "risk",
      type: "text",
      about: "yes for a mark of exposure that is not an error in the response.",
      value: ({ finding }) => (finding.risk ? "yes" : null),
    },
    {
      name: "superseded",
      type: "text",
      about: "yes where a newer response supersedes the one that the finding is about.",
      value: (row) => (row.superseded ? "yes" : null),
    },
    {
      name: "response",
      type: "text",
      about: "SHA-256 of the workbook; empty for a finding about no single one.",
      value: ({ finding }) => finding.response,
    },
  ],
};
