import type { Finding } from "../model/finding.ts";

/** How many findings there are of each kind. Accepted ones are among them. */
export interface FindingCounts {
  errors: number;
  warnings: number;
  /** Of the errors and warnings, those that report exposure and not an error in the response. */
  riskFlags: number;
}

/** The one count of errors, warnings and risk flags, wherever they are printed. */
export function countFindings(findings: readonly Pick<Finding, "severity" | "risk">[]): FindingCounts {
  const count = (holds: (finding: Pick<Finding, "severity" | "risk">) => boolean) =>
    findings.filter(holds).length;
  return {
    errors: count(({ severity }) => severity === "error"),
    warnings: count(({ severity }) => severity === "warning"),
    riskFlags: count(({ severity, risk }) => risk === true && severity !== "info"),
  };
}
