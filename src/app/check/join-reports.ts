// Combines the results of checks of several templates.
import type { AcceptedFinding } from "../../model/finding.ts";
import { type CheckReport, familyOf } from "../../report/check/check-report.ts";
import { acceptedKey } from "../../rules/support/accepted.ts";

/**
 * Combines reports on one template each into one on all of them, in which every finding and response names its
 * template.
 */
export function joinReports(reports: readonly [CheckReport, ...CheckReport[]]): CheckReport {
  const [first, ...others] = reports;
  if (others.length === 0) return first;
  const { family: _, ...own } = first;
  const all = <One extends object>(its: (report: CheckReport) => readonly One[]) =>
    reports.flatMap((report) => its(report).map((one) => ({ ...one, family: familyOf(report) })));
  const findings = all((report) => report.findings);
  const accepted = new Set(findings.flatMap((one) => (one.accepted === undefined ? [] : acceptedKey(one))));
  const isGone = (one: AcceptedFinding) => !accepted.has(acceptedKey({ ...one, at: one.cell }));
  const gone = new Map(
    reports.flatMap((report) => report.gone.filter(isGone)).map((one) => [JSON.stringify(one), one]),
  );
  const sum = (part: keyof CheckReport["summary"]) =>
    reports.reduce((total, { summary }) => total + summary[part], 0);
  return {
    ...own,
    periods: [...new Set(reports.flatMap(({ periods }) => periods))].sort((a, b) => a - b),
    responses: all((report) => report.responses),
    findings,
    notRun: all((report) => report.notRun),
    gone: [...gone.values()],
    unreadable: reports.flatMap(({ unreadable }) => unreadable),
    summary: {
      responses: sum("responses"),
      errors: sum("errors"),
      warnings: sum("warnings"),
      infos: sum("infos"),
      accepted: sum("accepted"),
      risks: sum("risks"),
      notRun: sum("notRun"),
      unreadable: sum("unreadable"),
    },
    templates: reports.map((report) => ({ ...report, gone: report.gone.filter(isGone) })),
  };
}
