import { companyCell } from "../../forms/layouts.ts";
import { defineRule } from "../rule.ts";

export const effectiveDateOutOfRange = defineRule<{ date: string; first: string; last: string | null }>({
  id: "effective-date-out-of-range",
  severity: "warning",
  needs: ["company"],
  about: { where: ({ required }) => required.dates !== undefined },
  title: "The effective date is outside the range that the template accepts.",
  why: "Such a date is a typing error, or it was pasted past the template's validation.",
  ask: "What is the effective date of this declaration?",
  source: "The cell's validation, by version.",
  message: ({ date, first, last }) =>
    last === null
      ? `The effective date ${date} is before ${first}, the first that this template accepts.`
      : `The effective date ${date} is not between ${first} and ${last}, the dates that this template accepts.`,
  *check({ response, layout, requirements }) {
    const date = response.company.effectiveDate?.value;
    const at = companyCell(layout, "effectiveDate");
    const range = requirements.dates;
    if (date === undefined || date === null || at === undefined || range === undefined) return;
    if (date >= range.first && (range.last === undefined || date <= range.last)) return;
    yield { at, facts: { date, first: range.first, last: range.last ?? null } };
  },
  example: {
    fires: {
      about: "the year 2002",
      company: { effectiveDate: { value: "2002-05-31", raw: "37407" } },
    },
    silent: {
      about: "a date of the template's time",
      company: { effectiveDate: { value: "2025-05-31", raw: "45808" } },
    },
  },
});
