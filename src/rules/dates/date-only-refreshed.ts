import { editionOf } from "../../forms/editions.ts";
import { companyCell } from "../../forms/layouts.ts";
import { sortTexts } from "../../lib/compare-texts.ts";
import { daysBetween } from "../../lib/dates.ts";
import type { Response } from "../../model/response.ts";
import { defineRule } from "../rule.ts";

/** Sent again within this many days, a declaration is a correction, not one for the next period. */
const HALF_A_YEAR = 183;

/** Everything that a supplier states about its supply chain, as one comparable text. */
function substance(response: Response): string {
  const answers = editionOf(response).layout.minerals.map((metal) =>
    sortTexts(
      Object.entries(response.answers[metal] ?? {}).map(
        ([question, answer]) => `${question}=${answer?.value}=${answer?.comment?.value ?? ""}`,
      ),
    ),
  );
  const policies = sortTexts(
    Object.entries(response.policies).map(([policy, answer]) => `${policy}=${answer?.value}`),
  );
  const smelters = sortTexts(
    response.smelters.map(({ metal, lookupName, name, id, country, mineCountries, recycled }) =>
      JSON.stringify([metal, lookupName, name, id, country, mineCountries, recycled]),
    ),
  );
  return JSON.stringify([answers, policies, smelters]);
}

export const dateOnlyRefreshed = defineRule<{ date: string; previousDate: string; previousFile: string }>({
  id: "date-only-refreshed",
  severity: "warning",
  needs: ["company", "answers", "smelters", "previous"],
  title: "Nothing but the date differs from the previous period's response.",
  why: "An inquiry that finds exactly the same a year later may not have been made.",
  ask: "Have you asked your suppliers again for this period?",
  source: "Reviewers' practice; dates less than half a year apart are taken for a correction.",
  message: ({ date, previousDate, previousFile }) =>
    `The answers and smelters are those of ${previousFile}, dated ${previousDate}; only the date was changed to ${date}.`,
  *check({ response, previous, layout }) {
    const date = response.company.effectiveDate?.value;
    const previousDate = previous?.company.effectiveDate?.value;
    const at = companyCell(layout, "effectiveDate");
    if (!previous || !date || !previousDate || at === undefined) return;
    if (daysBetween(previousDate, date) < HALF_A_YEAR) return;
    if (response.id === previous.id || substance(response) !== substance(previous)) return;
    yield { at, facts: { date, previousDate, previousFile: previous.source.path } };
  },
  example: ({ second }) => ({
    fires: {
      about: "last year's answers under this year's date",
      previous: {
        file: "responses-2024/acme.xlsx",
        company: { effectiveDate: { value: "2024-06-12", raw: "45455" } },
      },
    },
    silent: {
      about: "one answer has changed",
      previous: {
        company: { effectiveDate: { value: "2024-06-12", raw: "45455" } },
        answers: { [second.id]: { smeltersIdentified: "no" } },
      },
    },
  }),
});
