// Combines the results of checks of several templates.
import { groupBy } from "../../lib/group-by.ts";
import type { CheckedFile } from "../../model/check.ts";
import type { AcceptedFinding } from "../../model/finding.ts";
import { sourceText } from "../../model/workbook.ts";
import { type CheckReport, familyOf } from "../../report/check/check-report.ts";
import { acceptedKey } from "../../rules/support/accepted.ts";

/**
 * Combines reports on one template each into one on all of them, in which every finding and response names its
 * template. A file that gave no response, and that several reports list because its template is not known, is listed and
 * counted once, with no template.
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
  const unusable = groupBy(
    reports.flatMap(({ unreadable }) => unreadable),
    sourceText,
  );
  const unreadable = [...unusable.values()].map(([file]) => file);
  const isShared = ({ file }: CheckedFile) => (unusable.get(file)?.length ?? 0) > 1;
  const responses = all((report) => report.responses.filter((one) => !isShared(one)));
  const shared = new Map(
    reports.flatMap((report) => report.responses.filter(isShared)).map((one) => [one.file, one]),
  );
  const sum = (part: keyof CheckReport["summary"]) =>
    reports.reduce((total, { summary }) => total + summary[part], 0);
  return {
    ...own,
    periods: [...new Set(reports.flatMap(({ periods }) => periods))].sort((a, b) => a - b),
    responses: [...responses, ...shared.values()],
    findings,
    notRun: all((report) => report.notRun),
    gone: [...gone.values()],
    unreadable,
    summary: {
      responses: sum("responses"),
      errors: sum("errors"),
      warnings: sum("warnings"),
      infos: sum("infos"),
      accepted: sum("accepted"),
      risks: sum("risks"),
      notRun: sum("notRun"),
      unreadable: unreadable.length,
    },
    templates: reports.map((report) => ({ ...report, gone: report.gone.filter(isGone) })),
  };
}
