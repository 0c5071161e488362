// The initial files of a campaign: its settings, and a roster to fill in.
import { defined } from "../../lib/defined.ts";
import type { DayOrder } from "../../lib/read-days.ts";

/** What is known about a campaign at its start; keys of unknown values are absent. */
export interface CampaignStart {
  /** Who runs the campaign. */
  issuer?: string;
  /** What the issuer makes, to follow "manufactures". */
  products?: string;
  /** Our own company name as in its declarations. */
  company?: string;
  /** The calendar year that is asked about. */
  period?: number;
  /** How the roster's dates are written, if a person said so. */
  dates?: DayOrder;
}

/** The settings file of a new campaign, with comments on what to enter. */
export function settingsText({ issuer, products, company, period, dates }: CampaignStart): string {
  const year = period ?? "<year>";
  const settings = {
    $comment: [
      "Settings of the campaign. Every key may be left out; `cmrt doctor` checks this file.",
      "issuer, products, filing: fill places in the draft of Form SD (docs/report.md).",
      "company: contact and authorizer of our own declaration, for `cmrt rollup` (docs/rollup.md).",
      "cutoff: the last month and day of the next year on which responses count; 05-31 without it.",
      "severities, off, thresholds: how responses are rated (docs/checking.md).",
      `decisions: your determination for each metal, after \`cmrt report --period ${year}\`.`,
    ],
    ...defined({
      issuer,
      products,
      company: company === undefined ? undefined : { companyName: company },
      roster: dates === undefined ? undefined : { dates },
    }),
  };
  return `${JSON.stringify(settings, null, 2)}\n`;
}

/** A roster without suppliers: a comment above the headers, which the roster reader ignores. */
export const EMPTY_ROSTER = [
  "One line per supplier; only the name is required. Dates such as 2025-01-31. The guide lists further columns.",
  "id,name,e-mail,asked on,reminded on,language",
  "",
].join("\n");
