import { companyCell } from "../../forms/layouts.ts";
import { defineRule } from "../rule.ts";

export const effectiveDateInFuture = defineRule<{ date: string; today: string }>({
  id: "effective-date-in-future",
  severity: "warning",
  needs: ["company"],
  title: "The effective date is in the future.",
  why: "A declaration cannot have been completed on a day in the future.",
  ask: "On which day was this declaration completed?",
  source: "Reviewers' practice; compared with the day of the run.",
  message: ({ date, today }) => `The effective date ${date} is later than today, ${today}.`,
  *check({ response, layout }, { today }) {
    const date = response.company.effectiveDate?.value;
    const at = companyCell(layout, "effectiveDate");
    if (date && at !== undefined && date > today) yield { at, facts: { date, today } };
  },
  example: {
    fires: {
      about: "a date of next year",
      company: { effectiveDate: { value: "2026-02-01", raw: "46054" } },
    },
    silent: { about: "today", company: { effectiveDate: { value: "2025-11-30", raw: "45991" } } },
  },
});
