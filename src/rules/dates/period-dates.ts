// Compares dates with the requested period: before it began, or after its cut-off.

import { isBlank } from "../../domain/blank.ts";
import { datesOf } from "../../domain/response-dates.ts";
import { companyCell } from "../../forms/layouts.ts";
import type { Standing } from "../../model/campaign.ts";
import type { Severity } from "../../model/finding.ts";
import { defineRule, type Rule } from "../rule.ts";

type PeriodFacts = {
  /** What the response gives as its date: one day, a text with two readings, or nothing readable. */
  what: "day" | "readings" | "undated";
  /** The day, or the earlier reading. */
  date: string | null;
  /** The later reading. */
  other: string | null;
  /** The other evidence for its period, worded for a person. */
  because: string | null;
  period: number;
  bound: string;
};

interface PeriodDate {
  id: string;
  severity: Severity;
  standing: Standing;
  title: string;
  why: string;
  ask: string;
  /** Words where a day, or two readings, fall relative to the period. */
  lies(facts: PeriodFacts): string;
  /** Effective date in the example of a violation. */
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
    lies: ({ period, bound }) => `before ${bound}, the first day of the period ${period}`,
    example: "2024-06-12",
  },
  {
    id: "date-after-cutoff",
    severity: "warning",
    standing: "late",
    title: "The response is dated after the period's cut-off.",
    why: "It came too late for the period, or it belongs to the next one.",
    ask: "Which reporting period does this declaration cover?",
    lies: ({ period, bound }) => `after ${bound}, the last day that counts for the period ${period}`,
    example: "2026-07-01",
  },
];

export const periodDateRules: readonly Rule[] = DATES.map((entry) =>
  defineRule<PeriodFacts>({
    id: entry.id,
    severity: entry.severity,
    standings: [entry.standing],
    needs: ["company", "period"],
    title: entry.title,
    why: entry.why,
    ask: entry.ask,
    source: "The campaign's period and cut-off.",
    message(facts) {
      const { what, date, other, because, period } = facts;
      if (what === "undated")
        return `It has no effective date that can be read, and it belongs to an earlier period than ${period}: ${because}.`;
      return what === "day"
        ? `The effective date ${date} is ${entry.lies(facts)}.`
        : `The effective date can mean ${date} or ${other}; both are ${entry.lies(facts)}.`;
    },
    *check({ response, layout, selected, supplierAnswered, supplierUnasked }, input) {
      const { period, cutoff } = input;
      const at = companyCell(layout, "effectiveDate");
      if (at === undefined || period === null || cutoff === null || isBlank(response)) return;
      // A supplier that is not asked in this period owes nothing for it.
      if (supplierUnasked) return;
      // If another declaration covers the period, an older one needs no correction, but a later one is worth
      // knowing about.
      if (entry.standing === "stale" && supplierAnswered) return;
      const bound = entry.standing === "stale" ? `${period}-01-01` : cutoff;
      const dates = datesOf(response);
      if (dates === null) {
        // A later response is asked about its date in the period to which it belongs.
        if (entry.standing === "late") return;
        const because = selected.evidence?.by ?? null;
        yield { at, facts: { what: "undated", date: null, other: null, because, period, bound } };
        return;
      }
      const { earliest, latest } = dates;
      const outside = entry.standing === "stale" ? latest < bound : earliest > bound;
      if (!outside) return;
      const both = earliest !== latest;
      const said = { what: both ? ("readings" as const) : ("day" as const), other: both ? latest : null };
      const severity = supplierAnswered ? { severity: "info" as const } : {};
      yield { at, facts: { ...said, date: earliest, because: null, period, bound }, ...severity };
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
