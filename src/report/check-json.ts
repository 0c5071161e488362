import { SCHEMA } from "../model/response.ts";
import type { CheckReport } from "./check-report.ts";

/** `cmrt check --format json`: every finding with its facts, for programs. */
export function renderCheckJson(report: CheckReport): string {
  const { strict, today, period, periods, cutoff, reference, responses, findings, notRun, gone, summary } =
    report;
  const json = {
    schema: SCHEMA,
    strict,
    today,
    period,
    periods,
    cutoff,
    reference,
    responses,
    findings,
    notRun,
    acceptedGone: gone,
    summary,
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}
