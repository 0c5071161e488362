import type { WarningSign } from "../../../model/consolidation.ts";
import { splitCell } from "../../render/split-cell.ts";
import { flag, type TableDefinition } from "../../render/table.ts";
import type { FindingRow } from "./findings.ts";

/** A warning sign with its finding as in the table of findings. */
export interface WarningSignRow extends FindingRow {
  sign: WarningSign;
}

export const warningSignsTable: TableDefinition<WarningSignRow> = {
  file: "warning-signs.csv",
  title: "Warning signs",
  onePer: "warning sign",
  columns: [
    { name: "sign", type: "text", about: "Kind of the sign.", value: ({ sign }) => sign.kind },
    { name: "title", type: "text", about: "What the sign says.", value: ({ sign }) => sign.title },
    {
      name: "metals",
      type: "list",
      about: "Metals that it concerns.",
      value: ({ sign }) => sign.metals.join("; "),
    },
    {
      name: "rule",
      type: "text",
      about: "Id of the rule that found it.",
      value: ({ finding }) => finding.rule,
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
    {
      name: "rows",
      type: "number",
      about: "Rows of the smelter list that it is about; 0 where it is about none.",
      value: ({ sign }) => sign.rows,
    },
    { name: "message", type: "text", about: "What was found.", value: (row) => row.message() },
    {
      name: "open",
      type: "text",
      about: "no where a person accepted the finding with a reason.",
      value: ({ finding }) => flag(finding.accepted === undefined),
    },
    {
      name: "accepted_reason",
      type: "text",
      about: "The reason for accepting it.",
      value: ({ finding }) => finding.accepted?.reason,
    },
    {
      name: "accepted_by",
      type: "text",
      about: "Who accepted it.",
      value: ({ finding }) => finding.accepted?.by,
    },
    { name: "accepted_date", type: "date", about: "When.", value: ({ finding }) => finding.accepted?.date },
  ],
};
