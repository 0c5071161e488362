import { companyCell } from "../../forms/layouts.ts";
import { defineRule } from "../rule.ts";

/** The same day `months` before an ISO date, or the end of that month if it has no such day. */
function monthsBefore(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const first = new Date(Date.UTC(year, month - 1 - months, 1));
  const lastDay = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(day, lastDay));
  return first.toISOString().slice(0, 10);
}

export const effectiveDateStale = defineRule<{ date: string; months: number; asOf: string }>({
  id: "effective-date-stale",
  severity: "info",
  needs: ["company"],
  about: { instruction: "yearly" },
  title: "The declaration is older than the age that the settings allow.",
  why: "Supply chains change; the template asks for a yearly update (setting, 12 months unless told otherwise, at the end of the period or, without one, on the day of the run).",
  ask: "Can you send a current declaration?",
  source: "The declaration's head in 2.x and 3.x; the age is a setting.",
  message: ({ date, months, asOf }) =>
    `The effective date ${date} is more than ${months} months before ${asOf}.`,
  *check({ response, layout }, { today, period, settings }) {
    const date = response.company.effectiveDate?.value;
    const at = companyCell(layout, "effectiveDate");
    // For a period, the age is measured at its end: newer responses are accepted up to the cut-off.
    const end = period === null ? today : `${period}-12-31`;
    const asOf = end < today ? end : today;
    const months = settings.thresholds.ageMonths;
    if (date && at !== undefined && date < monthsBefore(asOf, months))
      yield { at, facts: { date, months, asOf } };
  },
  internal: true,
  example: {
    fires: {
      about: "seventeen months old",
      company: { effectiveDate: { value: "2024-06-12", raw: "45455" } },
    },
    silent: {
      about: "a year old to the day",
      company: { effectiveDate: { value: "2024-11-30", raw: "45626" } },
    },
  },
});
