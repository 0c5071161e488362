import type { Finding } from "../model/finding.ts";

/** How many findings there are of each kind, including accepted ones. */
export interface FindingCounts {
  errors: number;
  warnings: number;
  /** Those errors and warnings that report exposure rather than an error in the response. */
  riskFlags: number;
}

/** Counts errors, warnings and risk flags: the same numbers wherever they are printed. */
export function countFindings(findings: readonly Pick<Finding, "severity" | "risk">[]): FindingCounts {
  const count = (holds: (finding: Pick<Finding, "severity" | "risk">) => boolean) =>
    findings.filter(holds).length;
  return {
    errors: count(({ severity }) => severity === "error"),
    warnings: count(({ severity }) => severity === "warning"),
    riskFlags: count(({ severity, risk }) => risk === true && severity !== "info"),
  };
}
