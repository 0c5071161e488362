import { familyOf, findEdition } from "../../forms/editions.ts";
import { companyCell } from "../../forms/layouts.ts";
import { defineRule } from "../rule.ts";

export const dateBeforeTemplate = defineRule<{ date: string; version: string; released: string }>({
  id: "date-before-template",
  severity: "warning",
  needs: ["company"],
  title: "The effective date is earlier than the release of the template version.",
  why: "A declaration cannot have been completed on a form that did not exist yet.",
  ask: "On which day was this declaration completed?",
  source: "The release dates of the template's revisions.",
  message: ({ date, version, released }) =>
    `The effective date ${date} is earlier than ${released}, the day on which template version ${version} was released.`,
  *check({ response, layout }) {
    const date = response.company.effectiveDate?.value;
    const at = companyCell(layout, "effectiveDate");
    const released = findEdition(familyOf(response), response.template.version)?.released;
    if (!date || !released || at === undefined || date >= released) return;
    yield { at, facts: { date, version: response.template.version, released } };
  },
  example: {
    fires: {
      about: "version 6.5 with a date of 2024",
      company: { effectiveDate: { value: "2024-12-31", raw: "45657" } },
    },
    silent: {
      about: "the day of its release",
      company: { effectiveDate: { value: "2025-04-25", raw: "45772" } },
    },
  },
});
