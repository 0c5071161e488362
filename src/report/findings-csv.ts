import type { Finding } from "../model/finding.ts";
import { type CsvValue, toCsv } from "./csv.ts";

/** Columns of findings.csv, of the report pack and of `cmrt check --format csv` alike. */
export const FINDING_COLUMNS = [
  "rule",
  "severity",
  "supplier",
  "file",
  "sheet",
  "cell",
  "message",
  "accepted",
  "risk",
  "response",
] as const;

/** One row per finding; `accepted` holds the reason for which a person accepted it. */
export function findingRow(finding: Finding): CsvValue[] {
  const [sheet, cell] = splitCell(finding.at);
  return [
    finding.rule,
    finding.severity,
    finding.supplier,
    finding.file,
    sheet,
    cell,
    finding.message,
    finding.accepted?.reason ?? null,
    finding.risk ? "risk" : null,
    finding.response,
  ];
}

/** Findings as a table. */
export function renderFindingsCsv(findings: readonly Finding[]): string {
  return toCsv(FINDING_COLUMNS, findings.map(findingRow));
}

/** "Smelter List!F12" as its sheet and its cell. */
export function splitCell(at: string | null): [sheet: string | null, cell: string | null] {
  if (at === null) return [null, null];
  const mark = at.lastIndexOf("!");
  return mark === -1 ? [null, at] : [at.slice(0, mark), at.slice(mark + 1)];
}
