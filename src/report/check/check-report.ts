// The result of `cmrt check` before rendering: all formats are made from this value.

import { countFindings } from "../../domain/finding-counts.ts";
import { datesOf } from "../../domain/response-dates.ts";
import { unusableState } from "../../domain/standing.ts";
import { DEFAULT_FAMILY } from "../../forms/families.ts";
import type { CheckAnswer, CheckedFile, CheckedFinding } from "../../model/check.ts";
import type { Evaluation, UnusableFile } from "../../model/evaluation.ts";
import type { AcceptedFinding } from "../../model/finding.ts";
import { currentRuleId } from "../../model/former-rule-ids.ts";
import { type Response, SCHEMA } from "../../model/response.ts";
import { sourceText } from "../../model/workbook.ts";
import type { Withholding } from "../render/withhold.ts";

export interface CheckReport
  extends Omit<
    CheckAnswer,
    "schema" | "periods" | "responses" | "findings" | "notRun" | "acceptedGone" | "summary" | "families"
  > {
  periods: readonly number[];
  responses: readonly CheckedFile[];
  findings: readonly CheckedFinding[];
  notRun: CheckAnswer["notRun"];
  /** Accepted findings that no longer occur. */
  gone: readonly AcceptedFinding[];
  unreadable: readonly UnusableFile[];
  /** The ids of the requested rules; null for all. */
  rules: readonly string[] | null;
  summary: Readonly<CheckAnswer["summary"]>;
  /** The reports on single templates, if this one covers several; otherwise empty. */
  templates: readonly CheckReport[];
}

export interface CheckReportOptions {
  strict: boolean;
  /** Only findings of these rules; former ids are accepted. */
  rules?: readonly string[];
  /** Only suppliers whose name contains this text, ignoring case. */
  supplier?: string;
}

/** Makes the result of `cmrt check` from an evaluation, narrowed to what was requested. */
export function checkReport(evaluation: Evaluation, options: CheckReportOptions): CheckReport {
  const wanted = options.supplier?.toLowerCase();
  const ofSupplier = (name: string): boolean => wanted === undefined || name.toLowerCase().includes(wanted);
  const rules = options.rules && new Set(options.rules.map(currentRuleId));
  const ofRule = (rule: string): boolean => rules === undefined || rules.has(currentRuleId(rule));

  const findings = evaluation.findings.filter((one) => ofRule(one.rule) && ofSupplier(one.supplier));
  const notRun = evaluation.notRun.filter(
    (one) => ofRule(one.rule) && (one.file === null || ofSupplier(one.supplier)),
  );
  const unreadable = evaluation.unreadable.filter(({ supplier }) => ofSupplier(supplier?.name ?? ""));
  const read = evaluation.responses.filter((one) => ofSupplier(one.supplier.name));
  const responses: CheckedFile[] = read.map((one) => ({
    id: one.response.id,
    file: sourceText(one.response.source),
    supplier: one.supplier.name,
    period: one.period,
    state: one.state,
    risk: countFindings(one.findings).riskFlags > 0,
    templateVersion: one.response.template.version,
    effectiveDate: one.response.company.effectiveDate?.value ?? null,
    possibleDates: possibleDates(one.response),
    reason: one.reason,
    ...(one.countsToo ? { countsToo: [...one.countsToo] } : {}),
  }));
  const { errors, warnings, riskFlags } = countFindings(findings);
  return {
    today: evaluation.today,
    strict: options.strict,
    period: evaluation.period,
    periods: evaluation.periods,
    cutoff: evaluation.cutoff,
    ...(evaluation.family === undefined ? {} : { family: evaluation.family }),
    reference: evaluation.reference && {
      name: evaluation.reference.list.name,
      why: evaluation.reference.why,
    },
    responses: [...responses, ...unreadable.map(unreadableFile)],
    findings,
    notRun,
    gone: (evaluation.gone ?? []).filter((one) => ofRule(one.rule) && ofSupplier(one.supplier)),
    unreadable,
    rules: rules ? [...rules] : null,
    summary: {
      responses: read.filter((one) => one.state !== "withdrawn").length,
      errors,
      warnings,
      infos: findings.length - errors - warnings,
      accepted: findings.filter(({ accepted }) => accepted !== undefined).length,
      risks: riskFlags,
      notRun: notRun.length,
      unreadable: unreadable.length,
    },
    templates: [],
  };
}

/** Abbreviation of the template of a report on one. */
export function familyOf({ family = DEFAULT_FAMILY.id }: Pick<CheckReport, "family">): string {
  return family;
}

/** The report without people's contact data, wherever it was typed. */
export function withholdReport(report: CheckReport, { deep, finding }: Withholding): CheckReport {
  const { responses, findings, notRun, gone, unreadable } = report;
  return {
    ...report,
    responses: deep(responses),
    findings: findings.map(finding),
    notRun: deep(notRun),
    gone: deep(gone),
    unreadable: deep(unreadable),
  };
}

/** The report as published in JSON. */
export function checkAnswer(report: CheckReport): CheckAnswer {
  const { strict, today, period, periods, cutoff, reference, family } = report;
  const { responses, findings, notRun, gone, summary, templates } = report;
  return {
    schema: SCHEMA,
    strict,
    today,
    period,
    periods: [...periods],
    cutoff,
    reference,
    ...(family === undefined ? {} : { family }),
    responses: [...responses],
    findings: [...findings],
    notRun: [...notRun],
    acceptedGone: [...gone],
    summary,
    ...(templates.length === 0
      ? {}
      : {
          families: templates.map((one) => ({
            family: familyOf(one),
            periods: [...one.periods],
            reference: one.reference,
            summary: one.summary,
          })),
        }),
  };
}

/** Both possible days of an ambiguous date; empty for any other. */
function possibleDates(response: Response): string[] {
  const dates = datesOf(response);
  return dates === null || dates.earliest === dates.latest ? [] : [dates.earliest, dates.latest];
}

function unreadableFile(file: UnusableFile): CheckedFile {
  return {
    id: file.sha256,
    file: sourceText(file),
    supplier: file.supplier?.name ?? "",
    period: null,
    state: unusableState(file.unreadable),
    risk: false,
    templateVersion: null,
    effectiveDate: null,
    possibleDates: [],
    reason: file.unreadable.reason,
  };
}

/**
 * Whether the run fails: it has an unaccepted finding at or above the fail level (errors; with strict also warnings)
 * that is not about a superseded response.
 */
export function fails(report: CheckReport): boolean {
  const superseded = new Set(
    report.responses.filter((one) => one.state === "superseded").map((one) => one.id),
  );
  return report.findings.some(
    (finding) =>
      (finding.severity === "error" || (report.strict && finding.severity === "warning")) &&
      finding.accepted === undefined &&
      (finding.response === null || !superseded.has(finding.response)),
  );
}
