// Dates against the period asked for: before it began, after its cut-off.

import { companyCell } from "../../forms/layouts.ts";
import type { Standing } from "../../model/campaign.ts";
import type { Severity } from "../../model/finding.ts";
import { defineRule, type Rule } from "../rule.ts";
import { hasAnswered } from "../support/standing.ts";

interface PeriodDate {
  id: string;
  severity: Severity;
  standing: Standing;
  title: string;
  why: string;
  ask: string;
  message(facts: { date: string; period: number; bound: string }): string;
  /** Date of the firing example. */
  example: string;
}

const DATES: readonly PeriodDate[] = [
  {
    id: "date-before-period",
    severity: "error",
    standing: "stale",
    title: "The response is dated before the reporting period began.",
    why: "It says nothing of the period and does not count for it.",
    ask: "Can you send a declaration that covers the reporting period?",
    message: ({ date, period, bound }) =>
      `The effective date ${date} is before ${bound}, the first day of the period ${period}.`,
    example: "2024-06-12",
  },
  {
    id: "date-after-cutoff",
    severity: "warning",
    standing: "late",
    title: "The response is dated after the period's cut-off.",
    why: "It came too late for the period, or it speaks for the next one.",
    ask: "Which reporting period does this declaration cover?",
    message: ({ date, period, bound }) =>
      `The effective date ${date} is after ${bound}, the last day that counts for the period ${period}.`,
    example: "2026-07-01",
  },
];

export const periodDateRules: readonly Rule[] = DATES.map((entry) =>
  defineRule<{ date: string; period: number; bound: string }>({
    id: entry.id,
    severity: entry.severity,
    standings: [entry.standing],
    needs: ["company", "period"],
    title: entry.title,
    why: entry.why,
    ask: entry.ask,
    source: "The campaign's period and cut-off.",
    message: entry.message,
    *check({ response, layout, selected }, input) {
      const { period, cutoff } = input;
      const date = response.company.effectiveDate?.value;
      const at = companyCell(layout, "effectiveDate");
      if (!date || at === undefined || period === null || cutoff === null) return;
      const bound = entry.standing === "stale" ? `${period}-01-01` : cutoff;
      const outside = entry.standing === "stale" ? date < bound : date > bound;
      // Beside a declaration of the period, an older one asks nothing of the supplier.
      const answered = entry.standing === "stale" && hasAnswered(input, selected.supplier.key);
      if (outside && !answered) yield { at, facts: { date, period, bound } };
    },
    example: {
      fires: {
        about: "a campaign for 2025",
        period: 2025,
        today: "2026-08-01",
        standing: entry.standing,
        company: { effectiveDate: { value: entry.example, raw: "45455" } },
      },
      silent: {
        about: "a date of the period",
        period: 2025,
        today: "2026-08-01",
        standing: entry.standing,
        company: { effectiveDate: { value: "2025-06-12", raw: "45820" } },
      },
    },
  }),
);
