// Finds the facility that a reported row means: with certainty by a published rule, or as candidates for a person.

import { isNotIdentified } from "../domain/sentinels.ts";
import { readSmelterId } from "../domain/smelter-id.ts";
import { countryName } from "../forms/countries.ts";
import { DEFAULT_FAMILY } from "../forms/families.ts";
import type { Family } from "../forms/form.ts";
import { fewOf } from "../lib/few-of.ts";
import { joinList } from "../lib/join-list.ts";
import type { Candidate, Disagreement, RowMatch, SanctionsHit } from "../model/match.ts";
import type { ReferenceList } from "../model/reference.ts";
import type { ReportedSmelter } from "../model/reported-smelter.ts";
import type { MineralId } from "../model/vocabulary.ts";
import { createCandidates, type KnownCandidates } from "./candidates.ts";
import { createCertainRules, type Found, label, listed } from "./certain-rules.ts";
import { indexDecisions, type SmelterDecision } from "./decisions.ts";
import { createFacilityFacts } from "./facility-facts.ts";
import { type Facility, indexFacilities } from "./facility-index.ts";
import { type ReadName, readName } from "./read-name.ts";
import { rememberRows } from "./row-memory.ts";
import { sameCountry } from "./same-country.ts";
import { createSanctionsScreen } from "./sanctions.ts";

export type { ReportedSmelter } from "../model/reported-smelter.ts";

export interface MatcherOptions {
  /** The family whose minerals are matched; the default family unless given. */
  family?: Family;
  /**
   * Lists older than the one in effect, in any order: their names and IDs stay known, and facilities no longer listed
   * are *removed*.
   */
  earlier?: readonly ReferenceList[];
  /**
   * Lists newer than the one in effect: an ID only on them is reported and not matched; their names for facilities on
   * the list in effect are reasons for a candidate.
   */
  later?: readonly ReferenceList[];
  /** Lists of other minerals: their IDs are reported as those of another metal. */
  other?: readonly ReferenceList[];
  /** Lists of statuses and origins, and watch lists, whose content is added to certain matches. */
  status?: readonly ReferenceList[];
  origin?: readonly ReferenceList[];
  watch?: readonly ReferenceList[];
  /** High-risk areas in which facilities may be located; sanctions lists with which names are compared. */
  area?: readonly ReferenceList[];
  sanctions?: readonly ReferenceList[];
  /** Lists of revised IDs: which facility replaced another. */
  revision?: readonly ReferenceList[];
  /** People's own names for facilities, in any script: reasons for a candidate, never for a match. */
  alias?: readonly ReferenceList[];
  /** People's decisions, which take precedence over every rule. */
  decisions?: readonly SmelterDecision[];
  /** A cache of candidates for the same lists. */
  known?: KnownCandidates;
}

export interface Matcher {
  list: ReferenceList;
  match(row: ReportedSmelter): RowMatch;
}

/**
 * Returns a function that matches rows to the facilities of `list`. Within the metal, in this order: a person's
 * decision, the ID, the look-up name, the typed name; the last three by the rules of certain-rules.ts. Rows without a
 * match get candidates for a person. Equal rows are processed only once.
 */
export function createMatcher(list: ReferenceList, options: MatcherOptions = {}): Matcher {
  const {
    family = DEFAULT_FAMILY,
    earlier = [],
    later = [],
    other = [],
    status = [],
    origin = [],
    watch = [],
    area = [],
    sanctions = [],
    revision = [],
    alias = [],
    decisions = [],
    known,
  } = options;
  const index = indexFacilities(list, earlier, revision, [...alias, ...later]);
  const decisionOn = indexDecisions(decisions);
  const screen = createSanctionsScreen(sanctions);
  const factsOf = createFacilityFacts({ status: [list, ...status], origin, watch, area, screen });
  const laterIds = new Map(
    [...later].reverse().flatMap((newer) => newer.entries.map((entry) => [entry.id, newer.name])),
  );
  const otherMetals = new Map(other.flatMap(({ entries }) => entries.map(({ id, metal }) => [id, metal])));
  const rules = createCertainRules(index, otherMetals);
  const candidatesFor = createCandidates(index, known);

  function resolve(row: ReportedSmelter): RowMatch {
    const metal = row.metal ?? null;
    const disagreements: Disagreement[] = [];
    // Spread properties come last in these objects: otherwise V8 gives each object a separate hidden class.
    const base = { metal: askedMineral(metal, family), disagreements };
    const lookupName = readName(row.lookupName);
    const name = row.name === row.lookupName ? undefined : readName(row.name);
    const names = [lookupName, name].filter((each): each is ReadName => each !== undefined);
    const screened = (country = row.country) =>
      screen(
        names.map(({ text }) => text),
        country,
      );
    const decision = decisionOn(row);
    if (decision) {
      const facts = decided(decision);
      const hits = withHits(screened(facts.country), facts.sanctions);
      return { candidates: [], metal: base.metal, ...facts, ...hits };
    }
    if (isNotIdentified(row.lookupName ?? row.name ?? "")) {
      const evidence = "the row says: smelter not yet identified";
      return { kind: "notIdentified", evidence, candidates: candidatesFor(row, names), ...base };
    }

    const ofId = rules.byId(row.id, metal, disagreements) ?? rules.byId(row.idInput, metal, disagreements);
    const ofLookup = rules.byName(lookupName, metal, row.country);
    const ofName = rules.byName(name, metal, row.country);
    const found = ofId ?? ofLookup ?? ofName;
    if (!found) {
      const candidates = candidatesFor(row, names);
      const kind = candidates.length > 0 ? "candidates" : "none";
      const hint = candidates.length > 0 ? "" : onlyOneThere(row);
      const evidence = `${whyNone(row, names)}${hint}`;
      return { kind, evidence, candidates, ...base, ...withHits(screened()) };
    }
    const { facility } = found;
    const facts = describe(facility);
    const other = [ofLookup, ofName].find((each) => each && each.facility !== facility);
    disagreements.push(...contradictions(row, found, found === ofId, other));
    return {
      // An ID belongs to one metal, which is used if the row does not state one.
      metal: base.metal ?? askedMineral(facility.metal, family),
      kind: found.kind,
      evidence: metal === null ? `${found.evidence}; the row states no metal` : found.evidence,
      // Two facilities are meant, so a person may choose between them.
      candidates: other ? [asCandidate(found), asCandidate(other)] : [],
      disagreements,
      ...facts,
      ...withHits(screened(facility.country), facts.sanctions),
    };
  }

  /** What a certain match says about its facility. */
  function describe(facility: Facility) {
    return {
      ...(facility.id === undefined ? {} : { id: facility.id }),
      standardName: facility.standardName,
      ...(facility.country === undefined ? {} : { country: facility.country }),
      list: facility.list,
      ...(facility.removed ? { removed: facility.removed } : {}),
      ...factsOf(facility),
    };
  }

  function decided(decision: SmelterDecision): Omit<RowMatch, "metal" | "candidates"> {
    const { id, metal, by, date, reason } = decision;
    const who = `decided${by === "" ? "" : ` by ${by}`}${date === "" ? "" : ` on ${date}`}${reason === "" ? "" : `: ${reason}`}`;
    if (id === null) return { kind: "notSmelter", evidence: `${who}; not a smelter`, disagreements: [] };
    const facility = index.byId(id);
    if (!facility)
      return {
        kind: "decided",
        id,
        evidence: `${who}; ${id} is not on any available list`,
        disagreements: [],
      };
    const disagreements: Disagreement[] =
      facility.metal === metal ? [] : [{ kind: "otherMetal", id, metal: facility.metal }];
    return {
      kind: "decided",
      evidence: `${who}; ${id} ${listed(facility)}`,
      disagreements,
      ...describe(facility),
    };
  }

  /**
   * A remark on the only facility listed in the row's country. It is not a candidate, since only the country agrees.
   */
  function onlyOneThere({ metal, country }: ReportedSmelter): string {
    if (metal == null || country === undefined) return "";
    const there = (index.metal(metal)?.facilities ?? []).filter(
      (facility) =>
        !facility.removed && facility.country !== undefined && sameCountry(facility.country, country),
    );
    const [only] = there;
    return there.length === 1 && only
      ? `; the only facility for ${metal} that ${list.name} has in ${countryName(country)} is ${label(only)}`
      : "";
  }

  function whyNone(row: ReportedSmelter, names: readonly ReadName[]): string {
    if (row.metal == null) return "the metal is not stated";
    if (index.metal(row.metal) === undefined) return `the list has no facility for ${row.metal}`;
    const id = readSmelterId(row.id ?? row.idInput ?? "")?.id;
    const newer = laterIds.get(id);
    const revision = id === undefined ? undefined : index.revision(id);
    if (id !== undefined && newer !== undefined) return `ID ${id} is only on the later ${newer}`;
    if (revision) return `ID ${id} is not on any available list: ${revision.text}`;
    for (const name of names) {
      const namesakes = rules.namesakes(name, row.metal);
      if (namesakes.length > 1) return severalHave(name, row.metal, namesakes);
    }
    return `no facility for ${row.metal} has this name${id === undefined ? "" : ` or the ID ${id}`}`;
  }

  // An address only affects the order of candidates: rows that differ in nothing else share all other work.
  const withoutAddress = rememberRows(({ city, state, street, ...row }) => resolve(row));
  const withAddress = rememberRows(resolve, true);
  const match = (row: ReportedSmelter): RowMatch => {
    const found = withoutAddress(row);
    const hasAddress = row.city !== undefined || row.state !== undefined || row.street !== undefined;
    return hasAddress && found.id === undefined && found.candidates.length > 1 ? withAddress(row) : found;
  };
  return { list, match };
}

/** Adds sanctions list entries with a name in the row to those with a name of the facility, without duplicates. */
function withHits(
  ofRow: readonly SanctionsHit[],
  ofFacility: readonly SanctionsHit[] = [],
): { sanctions?: readonly SanctionsHit[] } {
  const fresh = ofRow.filter((hit) => !ofFacility.some(({ list, at }) => list === hit.list && at === hit.at));
  return fresh.length === 0 ? {} : { sanctions: [...ofFacility, ...fresh] };
}

/** Most facilities of the same name listed individually. */
const NAMED_NAMESAKES = 5;

function severalHave({ text }: ReadName, metal: string, namesakes: readonly Facility[]): string {
  const names = namesakes.map(({ id, standardName }) => id ?? standardName);
  return `${namesakes.length} facilities for ${metal} have the name "${text}": ${joinList(fewOf(names, NAMED_NAMESAKES))}`;
}

/** The mineral, if the family asks about it. */
function askedMineral(mineral: string | null, { minerals, namesOthers }: Family): MineralId | null {
  return namesOthers ? mineral : (minerals.find(({ id }) => id === mineral)?.id ?? null);
}

/** Whether the row means a second facility, or states another country. */
function contradictions(
  row: ReportedSmelter,
  { facility }: Found,
  byId: boolean,
  other: Found | undefined,
): Disagreement[] {
  const found: Disagreement[] = [];
  if (other && byId) {
    found.push({ kind: "idAndName", idFacility: label(facility), nameFacility: label(other.facility) });
  } else if (other) {
    found.push({ kind: "twoNames", lookupFacility: label(facility), nameFacility: label(other.facility) });
  }
  const { country } = facility;
  if (row.country !== undefined && country !== undefined && !sameCountry(row.country, country)) {
    found.push({ kind: "country", stated: row.country, listed: country });
  }
  return found;
}

function asCandidate({ facility, evidence }: Found): Candidate {
  const { id = "", standardName, country } = facility;
  return { id, standardName, ...(country === undefined ? {} : { country }), score: 1, evidence };
}
