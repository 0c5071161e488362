import type { Finding } from "../../model/finding.ts";
import type { TableDefinition } from "../table.ts";

/** A finding with its file as the other tables write it and its message as it may be shown. */
export interface FindingRow {
  finding: Finding;
  file: string | null;
  message: string;
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
    { name: "message", type: "text", about: "What was found.", value: (row) => row.message },
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
      about: "yes for a mark of exposure that is no fault of the response.",
      value: ({ finding }) => (finding.risk ? "yes" : null),
    },
  ],
};

/** "Declaration!D39" as sheet and cell. */
function splitCell(at: string | null): [string | null, string | null] {
  if (at === null) return [null, null];
  const cut = at.lastIndexOf("!");
  return cut < 0 ? [null, at] : [at.slice(0, cut), at.slice(cut + 1)];
}
