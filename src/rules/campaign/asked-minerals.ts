// Compares the minerals that a supplier is asked about with those that its declarations select.
import { codeOf } from "../../domain/answers.ts";
import { editionFor, editionOf, familyOf, newestEdition } from "../../forms/editions.ts";
import type { Family } from "../../forms/form.ts";
import { answerCell, isNowhere, selectionCell } from "../../forms/layouts.ts";
import { groupBy } from "../../lib/group-by.ts";
import type { Response } from "../../model/response.ts";
import type { MineralId } from "../../model/vocabulary.ts";
import { type CheckedResponse, type CheckInput, defineCampaignRule } from "../rule.ts";
import { about, standing } from "../support/standing.ts";
import { subjectOf } from "../support/subject.ts";

/** Where the request for the mineral comes from, and what the declaration states instead. */
type Facts = {
  metal: MineralId;
  by: "roster" | "settings";
  state: "notSelected" | "notDeclaring";
};

export const askedMineralNotDeclared = defineCampaignRule<Facts>({
  id: "asked-mineral-not-declared",
  severity: "warning",
  needs: ["askedMinerals"],
  about: { selection: true },
  title: "A mineral that the supplier is asked about is not in its declaration.",
  why: "Nothing is declared of it: removed from the selection it looks as if it had never been asked about, and Not declaring is not a No.",
  ask: "Is this mineral in what you deliver to us?",
  source:
    "The minerals of the supplier's parts on the roster, and the minerals of the template in the settings.",
  message: ({ metal, by, state }) =>
    `By the ${by} this supplier is asked about ${metal}, but ${state === "notSelected" ? "the declaration does not select it" : `the answer for it is "Not declaring"`}.`,
  *check(input) {
    for (const [, its] of groupBy(standing(input), ({ selected }) => selected.supplier.key)) {
      const newest = its.at(-1) as CheckedResponse;
      for (const { metal, by } of askedOf(input, newest)) {
        // A supplier's declarations are taken together: a mineral in any of them is answered.
        const states = its.map((one) => stateOf(one.selected.response, metal));
        const state = states.at(-1);
        if (state === undefined || states.includes(undefined)) continue;
        const at = cellOf(newest, metal, state);
        if (at !== undefined) yield about(newest, { at, facts: { metal, by, state } });
      }
    }
  },
  example: ({ first, second }) => {
    const run = (selected: MineralId) => ({
      supplier: "Acme Fixings Ltd",
      minerals: [{ id: selected, at: "Declaration!D12" }],
      roster: [{ key: "acme fixings ltd", name: "Acme Fixings Ltd", minerals: [second.id] }],
    });
    return {
      fires: { about: `${second.id} in the parts, and not selected`, ...run(first.id) },
      silent: { about: `${second.id} in the parts, and selected`, ...run(second.id) },
    };
  },
});

/** The minerals of a response's template that its supplier is asked about, those of its parts first. */
function askedOf(
  { roster, settings }: CheckInput,
  { selected: { response, supplier } }: CheckedResponse,
): { metal: MineralId; by: Facts["by"] }[] {
  const family = familyOf(response);
  const offered = offeredBy(family);
  const ofParts = roster?.find(({ key }) => key === supplier.key)?.minerals ?? [];
  const byRoster = ofParts.filter((metal) => offered.includes(metal));
  const ofAll = settings.minerals?.[family.id] ?? [];
  return [
    ...byRoster.map((metal) => ({ metal, by: "roster" as const })),
    ...ofAll
      .filter((metal) => !byRoster.includes(metal))
      .map((metal) => ({ metal, by: "settings" as const })),
  ];
}

/**
 * The minerals offered by a family's newest edition. In older ones they were typed, including those of other
 * templates.
 */
function offeredBy(family: Family): readonly MineralId[] {
  const { layout } = newestEdition(family);
  return layout.selection?.offers ?? layout.minerals;
}

/** Why a response declares nothing about a mineral; undefined if it does. */
function stateOf(response: Response, metal: MineralId): Facts["state"] | undefined {
  if (!editionOf(response).layout.minerals.includes(metal)) return "notSelected";
  return codeOf(response, metal, "used") === "notDeclaring" ? "notDeclaring" : undefined;
}

/** The cell that selects the mineral, else a free selection cell, else the cell of the answer. */
function cellOf(checked: CheckedResponse, metal: MineralId, state: Facts["state"]): string | undefined {
  const { layout, response, family } = subjectOf(checked);
  const [used] = layout.questions;
  if (state === "notDeclaring") return used && answerCell(layout, used, metal);
  const { cells = [] } = layout.selection ?? {};
  const own = editionFor(family, response.template.version).layout.minerals.indexOf(metal);
  const addressOf = (cell: { at: string }) => selectionCell(layout, cell);
  const taken = (response.minerals ?? []).map(({ at }) => at);
  const cell = cells[own] ?? cells.find((one) => !taken.includes(addressOf(one))) ?? cells[0];
  return cell && !isNowhere(addressOf(cell)) ? addressOf(cell) : undefined;
}
