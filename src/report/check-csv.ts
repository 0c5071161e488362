import type { CheckReport } from "./check-report.ts";
import { toCsv } from "./csv.ts";
import { fillTable } from "./table.ts";
import { findingsTable } from "./tables/findings.ts";

/** The findings as the findings.csv of the report pack. */
export function renderCheckCsv(report: CheckReport): string {
  const superseded = new Set(
    report.responses.filter(({ state }) => state === "superseded").map(({ id }) => id),
  );
  const table = fillTable(
    findingsTable,
    report.findings.map((finding) => ({
      finding,
      file: finding.file,
      message: finding.message,
      superseded: finding.response !== null && superseded.has(finding.response),
    })),
  );
  return toCsv(
    table.columns.map(({ name }) => name),
    table.cells(),
  );
}
