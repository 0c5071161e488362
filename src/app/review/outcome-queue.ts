// Metals for which nobody has decided the outcome yet.
import { groupBy } from "../../lib/group-by.ts";
import type { Proposal } from "../../model/consolidation.ts";
import type { OutcomeItem } from "../../model/review.ts";
import type { TemplateSnapshot } from "./snapshot.ts";

export interface OutcomeEntry {
  key: string;
  proposal: Proposal;
}

/** The proposals without a decision, in the order of the metals; empty if the template has no inquiry. */
export function outcomeEntries({ consolidation }: TemplateSnapshot): OutcomeEntry[] {
  return consolidation.proposals
    .filter(({ decision }) => decision === undefined)
    .map((proposal) => ({ key: proposal.metal, proposal }));
}

/** The entry as shown on the page. */
export function outcomeItem({ key, proposal }: OutcomeEntry, snapshot: TemplateSnapshot): OutcomeItem {
  const { consolidation, session, withholding } = snapshot;
  const { metal, outcome, why } = proposal;
  const signs = consolidation.signs.filter(({ metals }) => metals.includes(metal));
  return {
    key,
    metal,
    proposed: outcome,
    why: why.map(withholding.text),
    signs: [...groupBy(signs, ({ title }) => title)].map(([title, its]) => {
      const open = its.filter(({ finding }) => finding.accepted === undefined).length;
      return { title, open, accepted: its.length - open };
    }),
    words: Object.values(session.family.inquiry?.outcomes ?? {}),
  };
}
