import { companyCell } from "../../forms/layouts.ts";
import { compareVersions } from "../../forms/versions.ts";
import { defineRule } from "../rule.ts";

/**
 * First and last date that the cell's validation accepts, from a version on. Up to 3.x the limits were meant for the
 * 1904 date system; 6.x kept the numbers and with them other days. Those of 4.x and 5.x could not be read.
 */
const RANGES: readonly { from: string; first: string; last?: string }[] = [
  { from: "2.00", first: "2011-01-01", last: "2030-04-01" },
  { from: "4.00", first: "2011-01-01" },
  { from: "6.00", first: "2006-12-31", last: "2026-03-31" },
  { from: "6.3", first: "2007-01-01" },
];

export const effectiveDateOutOfRange = defineRule<{ date: string; first: string; last: string | null }>({
  id: "effective-date-out-of-range",
  severity: "warning",
  needs: ["company"],
  versions: { from: "2.00" },
  title: "The effective date lies outside the range that the template accepts.",
  why: "A date like that is a slip, or it was pasted past the template's own test.",
  ask: "What is the effective date of this declaration?",
  source: "The cell's validation, by version.",
  message: ({ date, first, last }) =>
    last === null
      ? `The effective date ${date} is before ${first}, the first that this template accepts.`
      : `The effective date ${date} is not between ${first} and ${last}, the dates that this template accepts.`,
  *check({ response, layout }) {
    const date = response.company.effectiveDate?.value;
    const at = companyCell(layout, "effectiveDate");
    const range = RANGES.findLast(({ from }) => compareVersions(response.template.version, from) >= 0);
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
