import { findingsTable } from "../pack/tables/findings.ts";
import { renderCsv } from "../render/csv.ts";
import { fillTable } from "../render/table.ts";
import type { CheckReport } from "./check-report.ts";

/** The findings as the findings.csv of the report pack, piece by piece. */
export function renderCheckCsv(report: CheckReport): Iterable<Uint8Array> {
  const superseded = new Set(
    report.responses.filter(({ state }) => state === "superseded").map(({ id }) => id),
  );
  const table = fillTable(findingsTable, function* () {
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
