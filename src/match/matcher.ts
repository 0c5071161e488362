// Which facility a reported row means: certain by a published rule, or candidates for a person.
import type { Disagreement, MatchKind, RowMatch } from "../model/match.ts";
import type { ReferenceList } from "../model/reference.ts";
import { fold, nameKey } from "../model/text.ts";
import { METALS, type Metal } from "../model/vocabulary.ts";
import { type Facility, indexFacilities, type NameHit } from "./facility-index.ts";
import { legacyContradiction, readId } from "./ids.ts";
import { createPlaceFinder, type PlaceFinder } from "./place-names.ts";
import { sameCountry } from "./same-country.ts";
import { isNoName, isNotIdentified, isNotListed } from "./sentinels.ts";

/** What a row says of its smelter, as `SmelterRow` has it; other sources leave out what they do not know. */
export interface ReportedSmelter {
  row?: number;
  metal?: string | null;
  lookupName?: string;
  name?: string;
  /** ISO 3166-1 alpha-2. */
  country?: string;
  id?: string;
  idInput?: string;
}

export interface MatcherOptions {
  /** Lists older than the one that counts, in any order: their names and IDs stay known, what is gone is *removed*. */
  earlier?: readonly ReferenceList[];
}

export interface Matcher {
  list: ReferenceList;
  match(row: ReportedSmelter): RowMatch;
}

/** A facility that a rule found, and how. */
interface Found {
  kind: MatchKind;
  facility: Facility;
  evidence: string;
  /** Another name stood between the row and the facility than the one on the list that counts, letter by letter. */
  loose?: boolean;
}

/**
 * Prepares the matching of rows to the facilities of `list`. Within the metal, in this order: the ID (as it is, then
 * a 2.x ID translated, then one of an earlier list); the look-up or standard name, as the templates resolve it; the
 * same on an earlier list; the name without legal forms and spaces; the name without the country's and city's words.
 * Equal rows are worked out once.
 */
export function createMatcher(list: ReferenceList, options: MatcherOptions = {}): Matcher {
  const index = indexFacilities(list, options.earlier);
  const placeFinders = new Map<string, PlaceFinder>();
  const known = new Map<string, RowMatch>();

  function placeFinder(metal: string): PlaceFinder {
    const finder = placeFinders.get(metal) ?? createPlaceFinder(index.metal(metal)?.facilities ?? []);
    placeFinders.set(metal, finder);
    return finder;
  }

  /** The facility of an ID, with what speaks against taking it; undefined for a text that is no ID. */
  function byId(
    text: string | undefined,
    metal: string | null,
    disagreements: Disagreement[],
  ): Found | undefined {
    const read = text === undefined ? undefined : readId(text);
    if (!read) return undefined;
    const facility = index.byId(read.id);
    if (!facility) return undefined;
    if (metal !== null && facility.metal !== metal) {
      disagreements.push({ kind: "otherMetal", id: read.id, metal: facility.metal });
      return undefined;
    }
    if (read.legacy) {
      const contradiction = legacyContradiction(read.id, facility);
      if (contradiction) disagreements.push({ kind: "legacyId", id: read.id, ...contradiction });
      const stands = read.successor === undefined ? "" : ` stands for ${read.successor},`;
      return { kind: "legacyId", facility, evidence: `2.x ID ${read.id}${stands} ${listed(facility)}` };
    }
    if (facility.successor) {
      const heir = facility.successor;
      const evidence = `ID ${read.id} of ${facility.list} is ${facility.standardName}, a look-up name of ${heir.standardName} (${heir.id ?? "no ID"}) on ${heir.list}`;
      return { kind: "earlierId", facility: heir, evidence };
    }
    return { kind: "id", facility, evidence: `ID ${read.id} ${listed(facility)}` };
  }

  /** The facility of a name within the metal, where a rule makes it certain. */
  function byName(name: string | undefined, metal: string, country: string | undefined): Found | undefined {
    const facilities = index.metal(metal);
    if (name === undefined || !facilities || isNoName(name)) return undefined;
    const folded = fold(name);
    const key = nameKey(name);
    const sameKey = facilities.byKey.get(key) ?? [];
    for (const hits of [facilities.byName.get(folded), facilities.byEarlierName.get(folded)]) {
      const hit = hits?.length === 1 ? hits[0] : undefined;
      // Where only the legal form tells two facilities apart, the country must not point to another one.
      if (hit && (sameKey.length < 2 || sameCountry(country, hit.facility.country))) {
        return named(hit, name);
      }
      if (hits) return undefined;
    }
    const hit = sameKey.length === 1 ? sameKey[0] : undefined;
    if (hit && sameCountry(country, hit.facility.country)) {
      return { ...named(hit, name), loose: true };
    }
    if (sameKey.length > 0) return undefined;
    const place = placeFinder(metal)(name);
    if (!place || !sameCountry(country, place.facility.country)) return undefined;
    if (place.lacksPlace && country === undefined) return undefined;
    return {
      kind: "placeName",
      facility: place.facility,
      evidence: `"${name}" is "${place.name.text}" but for words of its country or city; ${listed(place.facility)}`,
      loose: true,
    };
  }

  function resolve(row: ReportedSmelter): RowMatch {
    const metal = row.metal ?? null;
    const disagreements: Disagreement[] = [];
    const base = {
      row: row.row ?? 0,
      metal: METALS.includes(metal as Metal) ? (metal as Metal) : null,
      candidates: [],
    };
    if (row.lookupName !== undefined && isNotIdentified(row.lookupName)) {
      return {
        ...base,
        kind: "notIdentified",
        evidence: "the row says: smelter not yet identified",
        disagreements,
      };
    }
    const lookupName =
      row.lookupName !== undefined && isNotListed(row.lookupName) ? undefined : row.lookupName;
    const name = row.name === lookupName ? undefined : row.name;

    const ofId = byId(row.id, metal, disagreements) ?? byId(row.idInput, metal, disagreements);
    const ofLookup = metal === null ? undefined : byName(lookupName, metal, row.country);
    const ofName = metal === null ? undefined : byName(name, metal, row.country);
    const found = ofId ?? ofLookup ?? ofName;
    if (!found)
      return {
        ...base,
        kind: "none",
        evidence: nothing(row, metal, index.metal(metal ?? "") !== undefined),
        disagreements,
      };

    const byNames = ofLookup ?? ofName;
    if (ofId && byNames && byNames.facility !== ofId.facility) {
      disagreements.push({
        kind: "idAndName",
        idFacility: label(ofId.facility),
        nameFacility: label(byNames.facility),
      });
    } else if (ofLookup && ofName && ofLookup.facility !== ofName.facility) {
      disagreements.push({
        kind: "twoNames",
        lookupFacility: label(ofLookup.facility),
        nameFacility: label(ofName.facility),
      });
    }
    const { facility } = found;
    if (row.country !== undefined && !sameCountry(row.country, facility.country)) {
      disagreements.push({ kind: "country", stated: row.country, listed: facility.country as string });
    }
    return {
      ...base,
      kind: found.kind,
      ...(facility.id === undefined ? {} : { id: facility.id }),
      standardName: facility.standardName,
      ...(facility.country === undefined ? {} : { country: facility.country }),
      list: facility.list,
      ...(facility.removed ? { removed: facility.removed } : {}),
      evidence: found.evidence,
      disagreements,
    };
  }

  return {
    list,
    match(row) {
      const key = [row.metal, row.lookupName, row.name, row.country, row.id, row.idInput].join("\u0000");
      let match = known.get(key);
      if (match === undefined) {
        match = resolve(row);
        known.set(key, match);
      }
      return { ...match, row: row.row ?? 0 };
    },
  };
}

function label(facility: Facility): string {
  return facility.id === undefined ? facility.standardName : `${facility.standardName} (${facility.id})`;
}

/** "is listed for gold as Dowa on CMRT 6.5", with what became of it where it is gone. */
function listed(facility: Facility): string {
  const where = `is listed for ${facility.metal} as ${facility.standardName}`;
  if (!facility.removed) return `${where} on ${facility.list}`;
  const { list, asOf } = facility.removed;
  return `${where} on the earlier ${list}${asOf === null ? "" : ` of ${asOf}`} and on no later list`;
}

/** The match by a name of the list: standard name or look-up name, and how the spellings differ. */
function named({ facility, name }: NameHit, reported: string): Found {
  const what = name.standard ? "the standard name" : "a look-up name";
  const differs =
    name.text === reported
      ? ""
      : fold(name.text) === fold(reported)
        ? `, spelled "${name.text}"`
        : `, "${name.text}", but for legal form and spaces`;
  return {
    kind: name.standard ? "name" : "alias",
    facility,
    evidence: `"${reported}" is ${what} of ${label(facility)} on ${name.list}${differs}${facility.removed ? "; gone from later lists" : ""}`,
  };
}

function nothing(row: ReportedSmelter, metal: string | null, knownMetal: boolean): string {
  if (metal === null) return "the metal is not stated";
  if (!knownMetal) return `the list has no facility for ${metal}`;
  const read = readId(row.id ?? row.idInput ?? "");
  return `no facility for ${metal} has this name${read ? ` or the ID ${read.id}` : ""}`;
}
