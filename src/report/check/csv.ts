import type { CheckedFinding } from "../../model/check.ts";
import { type FindingRow, findingsTable } from "../pack/tables/findings.ts";
import { renderCsv } from "../render/csv.ts";
import { type Column, fillTable, type TableDefinition } from "../render/table.ts";
import type { CheckReport } from "./check-report.ts";

const familyColumn: Column<FindingRow> = {
  name: "family",
  type: "text",
  about: "Abbreviation of the template.",
  value: ({ finding }: { finding: CheckedFinding }) => finding.family,
};

/**
 * Renders the findings like findings.csv of the report pack, in pieces; for several templates with an additional column
 * for the template.
 */
export function renderCheckCsv(report: CheckReport): Iterable<Uint8Array> {
  const superseded = new Set(
    report.responses.filter(({ state }) => state === "superseded").map(({ id }) => id),
  );
  const definition: TableDefinition<FindingRow> =
    report.templates.length === 0
      ? findingsTable
      : { ...findingsTable, columns: [...findingsTable.columns, familyColumn] };
  const table = fillTable(definition, function* () {
    for (const finding of report.findings) {
      yield {
        finding,
        file: finding.file,
        message: () => finding.message,
        superseded: finding.response !== null && superseded.has(finding.response),
      };
    }
  });
  return renderCsv(table);
}
