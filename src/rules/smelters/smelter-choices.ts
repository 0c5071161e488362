// The look-up choices that stand for a facility: not listed, not yet identified.
import {
  SMELTER_NOT_IDENTIFIED,
  SMELTER_NOT_LISTED,
  saysNotIdentified,
  saysNotListed,
} from "../../domain/sentinels.ts";
import { isCurrentId } from "../../domain/smelter-id.ts";
import type { Family } from "../../forms/form.ts";
import type { RowMatch } from "../../model/match.ts";
import { type SmelterRow, smelterCell } from "../../model/response.ts";
import type { MineralId } from "../../model/vocabulary.ts";
import { defineRule } from "../rule.ts";
import { answersIdentified } from "../support/identified.ts";
import { likelyCandidates } from "../support/matched-rows.ts";
import { hasIdInName } from "../support/typed-names.ts";

export const smelterNotListed = defineRule<{ row: number; metal: string | null; smelter: string | null }>({
  id: "smelter-not-listed",
  severity: "warning",
  needs: ["smelters"],
  about: { instruction: "smelterDetails" },
  title: "A smelter is named that is not on the template's list.",
  why: "Nobody has looked at this facility yet: name and place must be researched.",
  ask: "Is this facility a smelter or refiner, and under which other names is it known?",
  source: "The template's instructions to the third way of naming a smelter.",
  message: ({ row, metal, smelter }) =>
    `Row ${row} names a smelter${metal === null ? "" : ` of ${metal}`} that is not listed${smelter === null ? " and gives no name" : `: "${smelter}"`}.`,
  *check({ response, matches, family, says }) {
    for (const [index, row] of response.smelters.entries()) {
      if (!saysNotListed(row) || isNeverListed(row.metal, family)) continue;
      // The rules on listed names and on similar names already ask what the row means.
      if (hasIdInName(row) && says("smelter-id-in-name")) continue;
      if (listedAs(row, matches[index]) !== undefined && says("smelter-not-listed-is-listed")) continue;
      if (likelyCandidates(matches[index]).length > 0 && says("smelter-unmatched")) continue;
      const name = row.name === row.lookupName ? undefined : row.name;
      // A missing name is reported by another rule.
      if (name === undefined && says("smelter-not-listed-incomplete")) continue;
      yield {
        at: smelterCell(response, row, "lookupName"),
        facts: {
          row: row.row,
          metal: row.metal ?? null,
          smelter: name ?? null,
        },
      };
    }
  },
  example: ({ second }) => ({
    fires: {
      about: "a facility of the supplier's own knowledge",
      smelters: [
        { metal: second.id, lookupName: SMELTER_NOT_LISTED, name: "Exampleton Tin Works", country: "GB" },
      ],
    },
    silent: {
      about: "a listed smelter",
      smelters: [{ ...second.row, inOwnList: true }],
    },
  }),
});

export const smelterNotIdentifiedRule = defineRule<{ row: number; metal: string | null }>({
  id: "smelter-not-identified",
  severity: "warning",
  needs: ["smelters"],
  about: { where: ({ layout }) => layout.smelters.offersNotIdentified },
  title: "A smelter is not yet identified.",
  why: "The template's Checker accepts it, but the inquiry stays open.",
  ask: "When will the smelter be identified, and whom are you asking?",
  source: "The template's instructions; reviewers' practice.",
  message: ({ row, metal }) =>
    `Row ${row} says that a smelter${metal === null ? "" : ` of ${metal}`} is not yet identified.`,
  *check(subject) {
    const { response, says } = subject;
    for (const row of response.smelters) {
      if (!saysNotIdentified(row)) continue;
      // With a Yes for the metal, another rule reports the contradiction, including the row.
      if (
        row.metal !== undefined &&
        answersIdentified(subject, row.metal) === "yes" &&
        says("identified-but-unidentified-row")
      )
        continue;
      yield {
        at: smelterCell(response, row, "lookupName"),
        facts: { row: row.row, metal: row.metal ?? null },
      };
    }
  },
  example: ({ second }) => ({
    fires: {
      about: "not yet identified",
      answers: { [second.id]: { smeltersIdentified: "no" } },
      smelters: [{ metal: second.id, lookupName: SMELTER_NOT_IDENTIFIED }],
    },
    silent: {
      about: "a listed smelter",
      smelters: [{ ...second.row, inOwnList: true }],
    },
  }),
});

/** Whether the look-up has no facilities of the mineral, so that "not listed" is the only choice. */
function isNeverListed(metal: MineralId | undefined, { minerals }: Family): boolean {
  if (metal === undefined) return false;
  const known = minerals.find(({ id }) => id === metal);
  return known === undefined || known.unlisted === true;
}

/**
 * The ID that a list gives for the name of a row that says "not listed"; undefined if no list has the name.
 */
function listedAs(row: SmelterRow, match: RowMatch | undefined): string | undefined {
  if (!saysNotListed(row) || row.name === undefined) return undefined;
  const named = match?.kind === "alias" || match?.kind === "name" ? match.id : undefined;
  return named ?? (isCurrentId(row.id ?? "") && row.idSource !== undefined ? row.id : undefined);
}

export const smelterNotListedIsListed = defineRule<{ row: number; smelter: string; id: string }>({
  id: "smelter-not-listed-is-listed",
  severity: "info",
  needs: ["smelters"],
  about: { instruction: "nameForNotListed" },
  title: "A smelter that is said not to be listed is on the list.",
  why: "Templates from 6.22 on then fill in its ID; the row is clear, only the choice is wrong.",
  ask: "Did you mean this listed smelter?",
  source: "The look-up formula of 6.22 and later; exact names of the reference list.",
  message: ({ row, smelter, id }) => `Row ${row} says "not listed", but ${smelter} is on the list as ${id}.`,
  *check({ response, matches }) {
    for (const [index, row] of response.smelters.entries()) {
      const id = listedAs(row, matches[index]);
      if (id === undefined || row.name === undefined) continue;
      yield { at: smelterCell(response, row, "lookupName"), facts: { row: row.row, smelter: row.name, id } };
    }
  },
  example: ({ third }) => ({
    fires: {
      about: "a listed name under the choice for others",
      smelters: [{ metal: third.id, lookupName: SMELTER_NOT_LISTED, name: third.listed.name, country: "IT" }],
      matches: [
        {
          metal: third.id,
          kind: "alias",
          id: third.listed.id,
          evidence: "the look-up name",
          candidates: [],
          disagreements: [],
        },
      ],
    },
    silent: {
      about: "a name that no list has",
      smelters: [{ metal: third.id, lookupName: SMELTER_NOT_LISTED, name: "Exampleton Gold", country: "IT" }],
      matches: [{ metal: third.id, kind: "none", evidence: "", candidates: [], disagreements: [] }],
    },
  }),
});
