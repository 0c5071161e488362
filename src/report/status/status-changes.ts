// What has changed in a campaign since its status was last shown.
import { FUNNEL_LINES } from "../../domain/funnel.ts";
import { sortTexts } from "../../lib/compare-texts.ts";
import type { StatusSnapshot } from "../../model/status-snapshot.ts";
import type { CampaignStatus } from "./campaign-status.ts";

export interface StatusChanges {
  /** The day of the run that is compared with. */
  since: string;
  /** Figures with a new value; null if there was or is none. */
  figures: { what: string; before: number | null; after: number | null }[];
  /** Suppliers with a new state; null before the supplier was added or after it was removed. */
  suppliers: { name: string; before: string | null; after: string | null }[];
  outcomes: { metal: string; what: "outcome" | "decision"; before: string | null; after: string | null }[];
  listsAdded: string[];
  listsGone: string[];
}

/** A status in the form in which it is stored. */
export function snapshotOf(status: CampaignStatus): StatusSnapshot {
  const { today, funnel, findings, smelters, outcomes, suppliers, lists, notUsable } = status;
  const smelterFigures = smelters.map(({ status: name, byMineral }) => [
    `smelters: ${name}`,
    byMineral.reduce((sum, count) => sum + count, 0),
  ]);
  return {
    today,
    figures: {
      ...(funnel.surveyed === null ? {} : { surveyed: funnel.surveyed }),
      ...Object.fromEntries(FUNNEL_LINES.map(({ of, name }) => [name.toLowerCase(), funnel[of]])),
      "files not usable": notUsable,
      errors: findings.errors,
      warnings: findings.warnings,
      "accepted findings": findings.accepted,
      ...Object.fromEntries(smelterFigures),
      ...Object.fromEntries(outcomes.map(({ metal, openSigns }) => [`open signs, ${metal}`, openSigns])),
    },
    suppliers: Object.fromEntries(suppliers.map(({ key, name, state }) => [key, { name, state }])),
    outcomes: Object.fromEntries(
      outcomes.map(({ metal, outcome, decision }) => [metal, { outcome, decision }]),
    ),
    lists: lists.flatMap(({ inUse }) => inUse),
  };
}

/** What differs between `before` and `now`. */
export function changesSince(before: StatusSnapshot, now: StatusSnapshot): StatusChanges {
  const changed = <T, V>(was: Record<string, T>, is: Record<string, T>, value: (one: T) => V) =>
    sortTexts(new Set([...Object.keys(was), ...Object.keys(is)])).flatMap((key) => {
      const [one, other] = [was[key], is[key]];
      const pair = {
        key,
        before: one === undefined ? null : value(one),
        after: other === undefined ? null : value(other),
      };
      return pair.before === pair.after ? [] : pair;
    });
  const nameOf = (key: string): string => (now.suppliers[key] ?? before.suppliers[key])?.name ?? key;
  return {
    since: before.today,
    figures: changed(before.figures, now.figures, (count) => count).map(({ key, ...pair }) => ({
      what: key,
      ...pair,
    })),
    suppliers: changed(before.suppliers, now.suppliers, ({ state }) => state).map(({ key, ...pair }) => ({
      name: nameOf(key),
      ...pair,
    })),
    outcomes: [
      ...changed(before.outcomes, now.outcomes, ({ outcome }) => outcome).map(({ key, ...pair }) => ({
        metal: key,
        what: "outcome" as const,
        ...pair,
      })),
      ...changed(before.outcomes, now.outcomes, ({ decision }) => decision).map(({ key, ...pair }) => ({
        metal: key,
        what: "decision" as const,
        ...pair,
      })),
    ],
    listsAdded: now.lists.filter((name) => !before.lists.includes(name)),
    listsGone: before.lists.filter((name) => !now.lists.includes(name)),
  };
}
