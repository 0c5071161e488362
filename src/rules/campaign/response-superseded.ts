import { sourceText } from "../../model/workbook.ts";
import { defineCampaignRule } from "../rule.ts";
import { about } from "../support/standing.ts";

/** The rule that still reports on a response that another has replaced. */
export const SUPERSEDED_RULE = "response-superseded";

export const responseSuperseded = defineCampaignRule<{ by: string }>({
  id: SUPERSEDED_RULE,
  severity: "info",
  needs: [],
  title: "A newer response of the same supplier and scope supersedes this one.",
  why: "Only one counts; the older one stays listed.",
  ask: "Is the newer declaration the one that counts?",
  source: "The selection of responses for a period.",
  message: ({ by }) => `The newer response ${by} supersedes it.`,
  *check({ responses }) {
    for (const checked of responses) {
      const { standing, supersededBy } = checked.selected;
      if (standing !== "superseded") continue;
      const newer = responses.find(({ selected }) => selected.response.id === supersededBy)?.selected
        .response;
      yield about(checked, {
        at: null,
        facts: { by: newer ? sourceText(newer.source) : (supersededBy ?? "") },
      });
    }
  },
  internal: true,
  example: {
    fires: {
      about: "a correction three weeks later",
      responses: [
        { file: "acme-1.xlsx", standing: "superseded", supersededBy: "2".repeat(64) },
        { file: "acme-2.xlsx" },
      ],
    },
    silent: { about: "one response" },
  },
});
