// Groups the findings of a check in reading order: by supplier, worst first, then by rule.

import { familyNamed, familyTitle } from "../../forms/families.ts";
import { compareTexts } from "../../lib/compare-texts.ts";
import { groupBy } from "../../lib/group-by.ts";
import type { ResponseState } from "../../model/campaign.ts";
import type { CheckedFile } from "../../model/check.ts";
import { type Finding, SEVERITIES } from "../../model/finding.ts";
import { STATE_NAMES } from "../../model/labels.ts";
import { type CheckReport, familyOf } from "./check-report.ts";

export interface RuleGroup {
  rule: string;
  severity: Finding["severity"];
  findings: readonly Finding[];
}

export interface SupplierGroup {
  /** Empty for findings about files without a known supplier. */
  supplier: string;
  files: readonly CheckedFile[];
  /** In the standard sort order. */
  findings: readonly Finding[];
}

const WORST_FIRST: readonly ResponseState[] = [
  "unreadable",
  "copied",
  "own",
  "invalid",
  "foreign",
  "undated",
  "blank",
  "questions",
  "late",
  "stale",
  "missing",
  "superseded",
  "replaced",
  "withdrawn",
  "valid",
];

/** Suppliers with findings or files, the worst state first, then the most errors, then by name. */
export function supplierGroups(report: CheckReport): SupplierGroup[] {
  const findings = groupBy(report.findings, (finding) => finding.supplier);
  const files = groupBy(report.responses, (file) => file.supplier);
  const suppliers = [...new Set([...findings.keys(), ...files.keys()])];
  const worst = (supplier: string): number =>
    Math.min(...(files.get(supplier) ?? []).map((file) => WORST_FIRST.indexOf(file.state)), 99);
  const errors = (supplier: string): number =>
    (findings.get(supplier) ?? []).filter((finding) => finding.severity === "error").length;
  return suppliers
    .sort((a, b) => worst(a) - worst(b) || errors(b) - errors(a) || compareTexts(a, b))
    .map((supplier) => ({
      supplier,
      files: files.get(supplier) ?? [],
      findings: findings.get(supplier) ?? [],
    }));
}

/** Findings by rule and severity, errors first. */
export function ruleGroups(findings: readonly Finding[]): RuleGroup[] {
  const groups = groupBy(findings, (finding) => `${finding.severity} ${finding.rule}`);
  return [...groups.values()]
    .map((group): RuleGroup => {
      const [first] = group;
      return { rule: first.rule, severity: first.severity, findings: group };
    })
    .sort(
      (a, b) =>
        SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || compareTexts(a.rule, b.rule),
    );
}

/** A count with its noun: "1 error", "3 errors". */
export function counted(count: number, noun: string, plural: string = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}

/** The last line of a check, with the totals. */
export function summaryLine({ summary, responses }: CheckReport): string {
  const states = WORST_FIRST.filter((state) => state !== "unreadable")
    .map((state) => [state, responses.filter((file) => file.state === state).length] as const)
    .filter(([, count]) => count > 0)
    .map(([state, count]) => `${count} ${STATE_NAMES[state]}`);
  const parts = [
    `${counted(summary.responses, "response")}${states.length > 0 ? ` (${states.reverse().join(", ")})` : ""}`,
    `${counted(summary.errors, "error")}, ${counted(summary.warnings, "warning")}, ${counted(summary.infos, "info")}`,
    `${summary.accepted} accepted`,
    `${counted(summary.risks, "risk flag")}`,
    `${summary.notRun} not run`,
    `${summary.unreadable} unreadable`,
  ];
  return parts.join(" · ");
}

/** The heading of a report on one of several templates. */
export function templateTitle(report: CheckReport): string {
  return familyTitle(familyNamed(familyOf(report)));
}

/** The reports on templates with something to report; the first one if there are none. */
export function templatesWithFindings({ templates, rules }: CheckReport): readonly CheckReport[] {
  const some = templates.filter(
    ({ findings, responses }) => findings.length > 0 || (rules === null && responses.length > 0),
  );
  return some.length > 0 ? some : templates.slice(0, 1);
}

/** The period and the day of the run. */
export function periodLine(report: CheckReport): string {
  const years =
    report.periods.length === 0 ? "none (no response has a readable date)" : report.periods.join(", ");
  const period =
    report.period === null
      ? `Periods: ${years}.`
      : `Period: ${report.period}, responses dated up to ${report.cutoff}.`;
  return `${period} Checked as of ${report.today}${report.strict ? ", warnings fail" : ""}.`;
}

/** The list used for matching; empty without one. */
export function listLine(list: string | undefined): string {
  return list === undefined ? "Smelter list: none." : `Smelter list: ${list}.`;
}

/** The first lines of a check: the period, the day, and the list used. */
export function headLines(report: CheckReport): string[] {
  return [periodLine(report), listLine(report.reference?.why)];
}
