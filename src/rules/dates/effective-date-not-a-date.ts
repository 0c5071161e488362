import { datesOf } from "../../domain/response-dates.ts";
import { companyCell } from "../../forms/layouts.ts";
import { defineRule } from "../rule.ts";

/** Spreadsheets store a date as a number of days. */
const SERIAL = /^\d+([.,]\d+)?$/;

export const effectiveDateNotADate = defineRule<{
  text: string;
  readAs: string | null;
  /** The two possible days if day and month could be swapped. */
  first: string | null;
  second: string | null;
}>({
  id: "effective-date-not-a-date",
  severity: "warning",
  needs: ["company"],
  // In 1.00 the date is selected as day, month and year, and is always text.
  about: { fields: ["effectiveDate"] },
  title: "The effective date is text instead of a date.",
  why: "The template's own tests ignore text, and some texts can be read in two ways (info where there is one reading).",
  ask: "What is the effective date, entered as a date?",
  source: "The cell's validation; the Checker accepts any text.",
  message({ text, readAs, first, second }) {
    const typed = `The effective date is the text "${text}"`;
    if (first !== null) return `${typed}, which can mean ${first} or ${second}: ask which day is meant.`;
    return readAs === null
      ? `${typed}, which cannot be read as a date.`
      : `${typed}; it was read as ${readAs}.`;
  },
  *check({ response, layout }) {
    const date = response.company.effectiveDate;
    const at = companyCell(layout, "effectiveDate");
    if (date === undefined || at === undefined) return;
    const text = date.raw ?? date.value ?? "";
    if (date.value !== null && SERIAL.test(text)) return;
    // "31-May-2025" is the form that the instructions require.
    const readings = date.value === null ? datesOf(response) : null;
    const facts = {
      text,
      readAs: date.value,
      first: readings?.earliest ?? null,
      second: readings?.latest ?? null,
    };
    yield { at, facts, severity: date.value === null ? "warning" : "info" };
  },
  example: {
    fires: {
      about: "a date typed as text",
      company: { effectiveDate: { value: "2025-05-31", raw: "31-May-2025" } },
    },
    silent: { about: "a date", company: { effectiveDate: { value: "2025-05-31", raw: "45808" } } },
  },
});
