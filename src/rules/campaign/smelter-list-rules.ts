// Compares smelter lists with the complete reference list and with other suppliers' lists.
import { codeOf } from "../../domain/answers.ts";
import { editionOf } from "../../forms/editions.ts";
import { sortTexts } from "../../lib/compare-texts.ts";
import { groupBy } from "../../lib/group-by.ts";
import { type CheckedResponse, defineCampaignRule } from "../rule.ts";
import { EXAMPLE_LIST, exampleMatch } from "../support/example-matches.ts";
import { listedByMetal } from "../support/named-smelters.ts";
import { createNumbering, similarPairs } from "../support/similar-sets.ts";
import { about, standing } from "../support/standing.ts";

/** Smaller lists are never reported as complete copies. */
const SMALLEST_LIST = 5;

const FIVE = ["Alpha", "Bravo", "Charlie", "Delta", "Echo"].map((name, index) => ({
  metal: EXAMPLE_LIST.entries[0]?.metal ?? "",
  id: `CID00000${index}`,
  standardName: `${name} Tin`,
  lookupNames: [`${name} Tin`],
  at: `A${index + 5}`,
}));
const FIVE_ROWS = FIVE.map(({ metal, id, standardName }) => ({ metal, id, lookupName: standardName }));
const FIVE_MATCHES = FIVE.map(({ metal, id }) => exampleMatch({ metal, kind: "id", id }));

export const smelterListIsWholeReference = defineCampaignRule<{
  metal: string;
  named: number;
  listed: number;
  percent: number;
  list: string;
}>({
  id: "smelter-list-is-whole-reference",
  severity: "warning",
  needs: ["reference"],
  title: "A supplier names nearly every facility of the reference list for a metal.",
  why: "That looks like a pasted list: it says which smelters exist, not which ones the supplier uses.",
  ask: "Which of these smelters are in the supply chain of the products that you deliver to us?",
  source: "The reference list; the share is a setting (60 per cent unless told otherwise).",
  message: ({ metal, named, listed, percent, list }) =>
    `The list names ${named} of the ${listed} facilities that ${list} has for ${metal} (${percent} %).`,
  *check(input, named) {
    if (input.reference === null) return;
    const listed = listedByMetal(input.reference);
    for (const checked of standing(input)) {
      const its = named(checked);
      for (const [metal, all] of listed) {
        const count = its.listed[metal] ?? 0;
        if (all.size < SMALLEST_LIST || count / all.size < input.settings.thresholds.wholeListShare) continue;
        yield about(checked, {
          at: its.firstCells[metal] ?? null,
          facts: {
            metal,
            named: count,
            listed: all.size,
            percent: Math.round((100 * count) / all.size),
            list: input.reference.name,
          },
        });
      }
    }
  },
  example: {
    fires: {
      about: "all five facilities of a list",
      reference: { ...EXAMPLE_LIST, entries: FIVE },
      smelters: FIVE_ROWS,
      matches: FIVE_MATCHES,
    },
    silent: {
      about: "two of five",
      reference: { ...EXAMPLE_LIST, entries: FIVE },
      smelters: FIVE_ROWS.slice(0, 2),
      matches: FIVE_MATCHES.slice(0, 2),
    },
  },
});

export const smelterListCopied = defineCampaignRule<{ smelters: number; suppliers: string[] }>({
  id: "smelter-list-copied",
  severity: "warning",
  needs: [],
  title: "The smelter list equals that of another supplier.",
  why: "Two companies hardly use exactly the same smelters: one list may be copied.",
  ask: "Which of your own suppliers' answers is the smelter list based on?",
  source:
    "The overlap of the two lists; overlap and smallest list are settings (98 per cent, 10 facilities).",
  message: ({ smelters, suppliers }) =>
    `The list of ${smelters} smelters is that of ${suppliers.slice(0, 3).join(", ")}${suppliers.length > 3 ? ` and ${suppliers.length - 3} more` : ""}.`,
  *check(input, named) {
    const { copiedListShare, copiedListRows } = input.settings.thresholds;
    const numbered = createNumbering();
    const lists = standing(input)
      .map((checked) => ({ checked, set: numbered(named(checked).facilities) }))
      .filter(({ set }) => set.length >= copiedListRows);
    const others = new Map<CheckedResponse, Set<string>>();
    for (const [a, b] of similarPairs(lists, (list) => list.set, copiedListShare)) {
      const [one, other] = [a.checked.selected, b.checked.selected];
      if (one.supplier.key === other.supplier.key || one.period !== other.period) continue;
      others.set(a.checked, (others.get(a.checked) ?? new Set()).add(other.supplier.name));
      others.set(b.checked, (others.get(b.checked) ?? new Set()).add(one.supplier.name));
    }
    for (const { checked, set } of lists) {
      const suppliers = sortTexts(others.get(checked) ?? []);
      if (suppliers.length === 0) continue;
      yield about(checked, { at: named(checked).firstCell, facts: { smelters: set.length, suppliers } });
    }
  },
  internal: true,
  example: ({ second }) => ({
    fires: {
      about: "two suppliers with the same ten smelters",
      responses: ["Acme", "Bolt Works"].map((supplier) => ({
        supplier,
        smelters: Array.from({ length: 10 }, (_, index) => ({
          metal: second.id,
          id: `CID00000${index}`,
        })),
      })),
    },
    silent: {
      about: "nine in common, one of its own each",
      responses: ["Acme", "Bolt Works"].map((supplier, which) => ({
        supplier,
        smelters: Array.from({ length: 10 }, (_, index) => ({
          metal: second.id,
          id: `CID00000${index === 9 ? `9${which}` : index}`,
        })),
      })),
    },
  }),
});

/** With fewer peers than this, a median is not meaningful. */
const FEWEST_PEERS = 5;

export const smelterCountOutlier = defineCampaignRule<{ smelters: number; median: number; peers: number }>({
  id: "smelter-count-outlier",
  severity: "info",
  needs: [],
  title: "A supplier names far more smelters than its peers.",
  why: "It may be a list of all smelters that exist rather than of those in use.",
  ask: "Are all of these smelters in the supply chain of the products that you deliver to us?",
  source: "The median of the period's responses that count; the factor is a setting (5).",
  message: ({ smelters, median, peers }) =>
    `The response names ${smelters} smelters; the middle of ${peers} responses is ${median}.`,
  *check(input, namedBy) {
    for (const peers of groupBy(standing(input), ({ selected }) => selected.period).values()) {
      const counts = peers.map((checked) => namedBy(checked).facilities.length);
      const named = counts.filter((count) => count > 0).sort((a, b) => a - b);
      const median = named[Math.floor(named.length / 2)];
      if (named.length < FEWEST_PEERS || median === undefined) continue;
      for (const [index, checked] of peers.entries()) {
        const smelters = counts[index] ?? 0;
        if (smelters <= median * input.settings.thresholds.smelterCountFactor) continue;
        const at = namedBy(checked).firstCell;
        yield about(checked, { at, facts: { smelters, median, peers: named.length } });
      }
    }
  },
  internal: true,
  example: ({ second }) => ({
    fires: {
      about: "twenty smelters where others name one",
      responses: [1, 1, 1, 1, 20].map((count, which) => ({
        supplier: `Supplier ${which}`,
        smelters: Array.from({ length: count }, (_, index) => ({
          metal: second.id,
          id: `CID0000${index}`,
        })),
      })),
    },
    silent: {
      about: "four smelters where others name one",
      responses: [1, 1, 1, 1, 4].map((count, which) => ({
        supplier: `Supplier ${which}`,
        smelters: Array.from({ length: count }, (_, index) => ({
          metal: second.id,
          id: `CID0000${index}`,
        })),
      })),
    },
  }),
});

export const smelterCountLow = defineCampaignRule<{
  metal: string;
  smelters: number;
  median: number;
  peers: number;
}>({
  id: "smelter-count-low",
  severity: "info",
  needs: [],
  title:
    "A declaration for the whole company names far fewer smelters of a metal than its peers, all identified.",
  why: "The whole of a company rarely uses so few smelters: some may not have been asked for.",
  ask: "Are these all the smelters behind everything that your company sells?",
  source:
    "The median of the period's responses that count, for whole companies; the factor is a setting (5).",
  message: ({ metal, smelters, median, peers }) =>
    `The response names ${smelters} smelter${smelters === 1 ? "" : "s"} of ${metal} for the whole company and says that all are identified; the middle of ${peers} responses is ${median}.`,
  *check(input, namedBy) {
    const whole = standing(input).filter(
      ({ selected }) => selected.response.company.scope?.value === "company",
    );
    for (const peers of groupBy(whole, ({ selected }) => selected.period).values()) {
      for (const metal of new Set(
        peers.flatMap(({ selected }) => editionOf(selected.response).layout.minerals),
      )) {
        const counts = peers.map((checked) => namedBy(checked).byMetal[metal] ?? 0);
        const named = counts.filter((count) => count > 0).sort((a, b) => a - b);
        const median = named[Math.floor(named.length / 2)];
        if (named.length < FEWEST_PEERS || median === undefined) continue;
        for (const [index, checked] of peers.entries()) {
          const smelters = counts[index] ?? 0;
          if (smelters === 0 || smelters * input.settings.thresholds.smelterCountFactor > median) continue;
          if (codeOf(checked.selected.response, metal, "smeltersIdentified") !== "yes") continue;
          yield about(checked, {
            at: namedBy(checked).firstCells[metal] ?? null,
            facts: { metal, smelters, median, peers: named.length },
          });
        }
      }
    }
  },
  example: ({ second }) => {
    const suppliers = (counts: readonly number[]) =>
      counts.map((count, which) => ({
        supplier: `Supplier ${which}`,
        smelters: Array.from({ length: count }, (_, index) => ({ metal: second.id, id: `CID0000${index}` })),
      }));
    return {
      fires: { about: "one smelter where others name ten", responses: suppliers([10, 10, 10, 10, 1]) },
      silent: { about: "three smelters where others name ten", responses: suppliers([10, 10, 10, 10, 3]) },
    };
  },
});
