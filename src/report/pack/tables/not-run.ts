import type { NotRun } from "../../../model/finding.ts";
import type { TableDefinition } from "../../render/table.ts";

export const notRunTable: TableDefinition<NotRun> = {
  file: "not-run.csv",
  title: "Checks that could not run",
  onePer: "rule that could not run on a response: never a pass",
  columns: [
    { name: "rule", type: "text", about: "Id of the rule.", value: (one) => one.rule },
    { name: "supplier", type: "text", about: "Name of the supplier.", value: (one) => one.supplier },
    { name: "file", type: "text", about: "The workbook.", value: (one) => one.file },
    { name: "reason", type: "text", about: "Why it could not run.", value: (one) => one.reason },
  ],
};
