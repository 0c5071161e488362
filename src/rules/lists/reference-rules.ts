// Compares smelter rows with the reference list: ID, name, country, and whether the facility is still listed.
// All of these rules share one loop over the matched rows.

import {
  isPlaceholder,
  SMELTER_NOT_LISTED,
  saysNotIdentified,
  saysNotListed,
} from "../../domain/sentinels.ts";
import { isCurrentId } from "../../domain/smelter-id.ts";
import { counts } from "../../domain/standing.ts";
import { countryName } from "../../forms/countries.ts";
import { WANTED } from "../../forms/wanted.ts";
import type { Disagreement } from "../../model/match.ts";
import { defineRule } from "../rule.ts";
import { EXAMPLE_LIST, exampleMatch } from "../support/example-matches.ts";
import { idColumn, isUntied, likelyCandidates, matchedRows, nameColumn } from "../support/matched-rows.ts";
import { ownListJudge } from "../support/own-list.ts";
import { choosesUnlisted, hasIdInName } from "../support/typed-names.ts";

function disagreements<K extends Disagreement["kind"]>(
  all: readonly Disagreement[],
  kind: K,
): Extract<Disagreement, { kind: K }>[] {
  return all.filter((one): one is Extract<Disagreement, { kind: K }> => one.kind === kind);
}

export const smelterIdNotInReference = defineRule<{
  row: number;
  metal: string | null;
  smelter: string;
  id: string;
  list: string;
  /** A newer list that contains the ID. */
  newer: string | null;
  named: string | null;
}>({
  id: "smelter-id-not-in-reference",
  severity: "warning",
  needs: ["smelters", "reference"],
  title: "A smelter ID has the right form but is on no reference list.",
  why: "An ID that is on no list is mistyped, or newer than the available lists.",
  ask: "Where does this smelter ID come from?",
  source: "The reference list and the earlier lists available.",
  message: ({ row, smelter, id, list, newer, named }) => {
    const byName = named === null ? "" : `; by its name the smelter is ${named}`;
    return newer === null
      ? `The ID ${id} of "${smelter}" in row ${row} is neither on ${list} nor on an earlier list${byName}.`
      : `The ID ${id} of "${smelter}" in row ${row} is not on ${list}, only on the newer ${newer}${byName}.`;
  },
  *check(subject, { reference, laterLists = [] }) {
    const newer = new Map(
      laterLists.flatMap(({ name, entries }) => entries.map(({ id }) => [id, name] as const)),
    );
    for (const { row, match, facts, at } of matchedRows(subject)) {
      const id = row.id ?? row.idInput;
      if (id === undefined || !isCurrentId(id)) continue;
      // If the template's own list lacks the ID as well and the row has nothing else, another rule has
      // reported it.
      const isAlone = row.idInput !== undefined && row.lookupName === undefined && row.inOwnList === false;
      if (isAlone && subject.says("smelter-id-unknown")) continue;
      if (match.kind === "id" || match.kind === "earlierId" || match.kind === "decided") continue;
      if (disagreements(match.disagreements, "otherMetal").length > 0) continue;
      yield {
        at: at(idColumn(row)),
        facts: {
          ...facts,
          id,
          list: reference?.name ?? "",
          newer: newer.get(id) ?? null,
          named: match.id ?? null,
        },
      };
    }
  },
  example: ({ second }) => ({
    fires: {
      about: "an ID that nobody has",
      reference: EXAMPLE_LIST,
      smelters: [{ ...second.row, id: "CID999999" }],
      matches: [exampleMatch({ metal: second.id, kind: "alias", id: second.listed.id })],
    },
    silent: {
      about: "an ID of the list",
      reference: EXAMPLE_LIST,
      smelters: [{ ...second.row, id: second.listed.id }],
      matches: [exampleMatch({ metal: second.id, kind: "id", id: second.listed.id })],
    },
  }),
});

export const smelterIdOtherMetal = defineRule<{
  row: number;
  metal: string | null;
  smelter: string;
  id: string;
  listedMetal: string;
}>({
  id: "smelter-id-other-metal",
  severity: "error",
  needs: ["smelters", "reference"],
  title: "A smelter ID belongs to another metal than its row.",
  why: "No ID has two metals, so the ID or the metal is wrong.",
  ask: "Which is right: the metal or the ID of this row?",
  source: "The reference list.",
  message: ({ row, metal, smelter, id, listedMetal }) =>
    `Row ${row} gives "${smelter}" the ID ${id} under ${metal ?? "no metal"}, but the list has this ID for ${listedMetal}.`,
  *check(subject) {
    for (const { row, match, facts, at } of matchedRows(subject)) {
      for (const { id, metal } of disagreements(match.disagreements, "otherMetal")) {
        yield {
          at: at(idColumn(row)),
          facts: { ...facts, id, listedMetal: metal },
        };
      }
    }
  },
  example: ({ second, third }) => ({
    fires: {
      about: `a ${third.id} ID in a ${second.id} row`,
      reference: EXAMPLE_LIST,
      smelters: [{ ...second.row, id: third.listed.id }],
      matches: [
        exampleMatch({
          metal: second.id,
          kind: "alias",
          id: second.listed.id,
          disagreements: [{ kind: "otherMetal", id: third.listed.id, metal: third.id }],
        }),
      ],
    },
    silent: {
      about: `a ${second.id} ID in a ${second.id} row`,
      reference: EXAMPLE_LIST,
      smelters: [{ ...second.row, id: second.listed.id }],
      matches: [exampleMatch({ metal: second.id, kind: "id", id: second.listed.id })],
    },
  }),
});

export const smelterIdNameDisagree = defineRule<{
  row: number;
  metal: string | null;
  first: string;
  second: string;
  by: string;
  /** Whether it differs only from a list other than that of the response's own template. */
  drift: boolean;
}>({
  id: "smelter-id-name-disagree",
  severity: "error",
  needs: ["smelters", "reference"],
  title: "A row names two different facilities.",
  why: "One of them is wrong, and the wrong one must not go into the report (warning where the list of the response's own template is not available; info where that list does not say so: facilities merge, are renamed and get other names).",
  ask: "Which of the two facilities do you mean?",
  source:
    "The list of the response's own template, and the reference list: ID against name, chosen against typed name.",
  message: ({ row, first, second, by, drift }) => {
    const newer = drift
      ? " by the lists in use; the list of the response's own template does not say so"
      : "";
    return by === "id"
      ? `The ID in row ${row} is that of ${first}, but the name is that of ${second}${newer}.`
      : `The choice in row ${row} is ${first}, but the typed name is that of ${second}${newer}.`;
  },
  *check(subject, input) {
    const judge = ownListJudge(subject.response, input);
    for (const { row, match, facts, at } of matchedRows(subject)) {
      if (match.disagreements.length === 0) continue;
      const verdict = judge(row);
      const drift = verdict === "agree" || verdict === "silent";
      const severity = verdict === "disagree" ? "error" : drift ? "info" : "warning";
      const named = { row: facts.row, metal: facts.metal, drift };
      for (const { idFacility, nameFacility } of disagreements(match.disagreements, "idAndName")) {
        yield {
          at: at(idColumn(row)),
          facts: { ...named, first: idFacility, second: nameFacility, by: "id" },
          severity,
        };
      }
      for (const { lookupFacility, nameFacility } of disagreements(match.disagreements, "twoNames")) {
        yield {
          at: at("name"),
          facts: { ...named, first: lookupFacility, second: nameFacility, by: "choice" },
          severity,
        };
      }
    }
  },
  example: ({ second }) => ({
    fires: {
      about: `the ID of one ${second.id} smelter beside the name of another`,
      reference: EXAMPLE_LIST,
      smelters: [{ ...second.row, id: "CID000292" }],
      matches: [
        exampleMatch({
          metal: second.id,
          kind: "id",
          id: "CID000292",
          disagreements: [
            {
              kind: "idAndName",
              idFacility: "Alpha Assembly Solutions Inc (CID000292)",
              nameFacility: "EM Vinto (CID000438)",
            },
          ],
        }),
      ],
    },
    silent: {
      about: "ID and name of one smelter",
      reference: EXAMPLE_LIST,
      smelters: [{ ...second.row, id: second.listed.id }],
      matches: [exampleMatch({ metal: second.id, kind: "id", id: second.listed.id })],
    },
  }),
});

export const smelterCountryDisagree = defineRule<{
  row: number;
  metal: string | null;
  smelter: string;
  stated: string;
  listed: string;
}>({
  id: "smelter-country-disagree",
  severity: "warning",
  needs: ["smelters", "reference"],
  title: "The stated country of a smelter is not the facility's.",
  why: "Another place may mean another facility of the same company.",
  ask: "In which country is the smelter that you mean?",
  source: "The reference list, after other spellings of a country.",
  message: ({ row, smelter, stated, listed }) =>
    `Row ${row} gives ${countryName(stated)} as country of "${smelter}"; the list gives ${countryName(listed)}.`,
  *check(subject) {
    for (const { row, match, facts, at } of matchedRows(subject)) {
      // A country typed over the template's own is reported by another rule.
      if (row.ownListSays?.country !== undefined && subject.says("smelter-autofill-overwritten")) continue;
      // If ID and name belong to two facilities, each with its own country, another rule asks which is meant.
      const asked = disagreements(match.disagreements, "idAndName").length > 0;
      if (asked && subject.says("smelter-id-name-disagree")) continue;
      for (const { stated, listed } of disagreements(match.disagreements, "country")) {
        yield { at: at("country"), facts: { ...facts, stated, listed } };
      }
    }
  },
  example: ({ second }) => ({
    fires: {
      about: "a Bolivian smelter placed in Peru",
      reference: EXAMPLE_LIST,
      smelters: [{ ...second.row, country: "PE" }],
      matches: [
        exampleMatch({
          metal: second.id,
          kind: "alias",
          id: second.listed.id,
          disagreements: [{ kind: "country", stated: "PE", listed: "BO" }],
        }),
      ],
    },
    silent: {
      about: "the same smelter in Bolivia",
      reference: EXAMPLE_LIST,
      smelters: [{ ...second.row, country: "BO" }],
      matches: [exampleMatch({ metal: second.id, kind: "alias", id: second.listed.id })],
    },
  }),
});

export const smelterLegacyId = defineRule<{
  row: number;
  metal: string | null;
  smelter: string;
  id: string;
  now: string | null;
  country: string | null;
  idMetal: string | null;
}>({
  id: "smelter-legacy-id",
  severity: "info",
  needs: ["smelters", "reference"],
  title: "A smelter has an ID of the second template generation.",
  why: "It was translated; where its country or metal disagrees with the facility, the row needs a look (warning).",
  ask: "What is the current ID of this smelter?",
  source:
    "The table of old and new IDs in the templates of 3.x; the letters and the digit inside the old ID.",
  message: ({ row, smelter, id, now, country, idMetal }) => {
    const stands = now === null ? "" : `, now ${now}`;
    const spells = [
      country === null ? "" : `the country ${country}`,
      idMetal === null ? "" : `the metal ${idMetal}`,
    ].filter((part) => part !== "");
    return spells.length === 0
      ? `Row ${row} (${smelter}) has the 2.x ID ${id}${stands}.`
      : `Row ${row} (${smelter}) has the 2.x ID ${id}${stands}, which spells ${spells.join(" and ")}, unlike the facility.`;
  },
  *check(subject) {
    const own = subject.edition.quirks.ids === "legacy";
    for (const { row, match, facts, at } of matchedRows(subject)) {
      const [odd] = disagreements(match.disagreements, "legacyId");
      if (match.kind !== "legacyId" && odd === undefined) continue;
      if (own && odd === undefined) continue;
      yield {
        at: at(idColumn(row)),
        facts: {
          ...facts,
          id: odd?.id ?? row.id ?? row.idInput ?? "",
          now: match.id ?? null,
          country: odd?.country ?? null,
          idMetal: odd?.metal ?? null,
        },
        ...(odd === undefined ? {} : { severity: "warning" as const }),
      };
    }
  },
  example: ({ third }) => ({
    fires: {
      about: "an ID of 2013 in a template of today",
      reference: EXAMPLE_LIST,
      smelters: [{ metal: third.id, lookupName: "Heraeus Precious Metals", id: "1DEU018" }],
      matches: [exampleMatch({ metal: third.id, kind: "legacyId", id: "CID000711" })],
    },
    silent: {
      about: "the same ID in a template of its time",
      version: "2.03",
      reference: EXAMPLE_LIST,
      smelters: [{ metal: third.id, lookupName: "Heraeus Precious Metals", id: "1DEU018" }],
      matches: [exampleMatch({ metal: third.id, kind: "legacyId", id: "CID000711" })],
    },
  }),
});

export const smelterUnmatched = defineRule<{
  row: number;
  metal: string | null;
  smelter: string;
  candidates: string[];
}>({
  id: "smelter-unmatched",
  severity: "warning",
  needs: ["smelters", "reference"],
  title: "A smelter matches no facility of the reference list.",
  why: "Its status and location cannot be looked up until a person says which facility is meant.",
  ask: "Which facility do you mean, and does it have an ID?",
  source: "The published matching rules; candidates are suggestions only.",
  message: ({ row, metal, smelter, candidates }) =>
    candidates.length === 0
      ? `"${smelter}" in row ${row} matches no facility${metal === null ? "" : ` for ${metal}`}.`
      : `"${smelter}" in row ${row} matches no facility${metal === null ? "" : ` for ${metal}`} for certain; it may be ${candidates.join(" or ")}.`,
  *check(subject) {
    for (const { row, match, facts, at } of matchedRows(subject)) {
      if (!isUntied(match) || saysNotIdentified(row) || row.metal === undefined) continue;
      // Rules on what was typed in place of a choice have reported it, with the likely facilities.
      if (hasIdInName(row) && subject.says("smelter-id-in-name")) continue;
      if (choosesUnlisted(row) && subject.says("smelter-not-in-list")) continue;
      const candidates = likelyCandidates(match);
      // The row already says "not listed", so only a likely facility is worth reporting.
      if (saysNotListed(row) && candidates.length === 0) continue;
      const named = row.name ?? (saysNotListed(row) ? undefined : row.lookupName);
      if ((named === undefined || isPlaceholder(named)) && row.id === undefined && row.idInput === undefined)
        continue;
      yield { at: at(saysNotListed(row) ? "name" : nameColumn(row)), facts: { ...facts, candidates } };
    }
  },
  example: ({ second }) => ({
    fires: {
      about: "a name with a typing slip",
      reference: EXAMPLE_LIST,
      smelters: [{ metal: second.id, lookupName: SMELTER_NOT_LISTED, name: "EM Vnito", country: "BO" }],
      matches: [
        exampleMatch({
          metal: second.id,
          kind: "candidates",
          candidates: [
            {
              id: second.listed.id,
              standardName: second.listed.name,
              country: "BO",
              score: 0.9,
              evidence: "",
            },
          ],
        }),
      ],
    },
    silent: {
      about: "a name of the list",
      reference: EXAMPLE_LIST,
      smelters: [{ ...second.row }],
      matches: [exampleMatch({ metal: second.id, kind: "alias", id: second.listed.id })],
    },
  }),
});

export const smelterRemoved = defineRule<{
  row: number;
  metal: string | null;
  smelter: string;
  id: string | null;
  list: string;
  asOf: string | null;
}>({
  id: "smelter-removed",
  severity: "warning",
  needs: ["smelters", "reference"],
  title: "A smelter was on an earlier list and is not on the one in effect.",
  why: "It was renamed, merged, closed or struck off: the supplier should say which smelter it uses now (info where the list came out after the period).",
  ask: "Do you still use this smelter?",
  source: "The reference list and the earlier lists available.",
  message: ({ row, smelter, id, list, asOf }) =>
    `"${smelter}"${id === null ? "" : ` (${id})`} in row ${row} was on ${list}${asOf === null ? "" : ` of ${asOf}`} and is no longer listed.`,
  *check(subject, { reference, settings }) {
    // Nothing is asked about a response that does not count.
    if (!counts(subject.selected.standing)) return;
    const { period } = subject.selected;
    const lastDay = period === null ? "" : `${period + 1}-${settings.cutoff}`;
    // The supplier could not know a list published after the period.
    const later = period !== null && (reference?.asOf ?? "") > lastDay;
    for (const { row, match, facts, at } of matchedRows(subject)) {
      if (match.removed === undefined) continue;
      yield {
        at: at(nameColumn(row)),
        facts: { ...facts, id: match.id ?? null, list: match.removed.list, asOf: match.removed.asOf },
        severity: later ? "info" : "warning",
      };
    }
  },
  example: ({ second }) => ({
    fires: {
      about: "a smelter of an earlier list",
      reference: EXAMPLE_LIST,
      smelters: [{ metal: second.id, lookupName: "Exampleton Tin Works", id: "CID000001" }],
      matches: [
        exampleMatch({
          metal: second.id,
          kind: "id",
          id: "CID000001",
          removed: { list: `${WANTED.id} 6.1 look-up`, asOf: "2021-04-28" },
        }),
      ],
    },
    silent: {
      about: "a smelter of the list that counts",
      reference: EXAMPLE_LIST,
      smelters: [{ ...second.row }],
      matches: [exampleMatch({ metal: second.id, kind: "alias", id: second.listed.id })],
    },
  }),
});
