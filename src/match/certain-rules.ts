// The rules that match a row to one facility with certainty.

import { readSmelterId, spelledByLegacyId } from "../domain/smelter-id.ts";
import { readCountry } from "../forms/countries.ts";
import { fold } from "../lib/text.ts";
import type { Disagreement, MatchKind } from "../model/match.ts";
import { type Facility, type FacilityIndex, MOST_NAMESAKES, type NameHit } from "./facility-index.ts";
import { createPlaceFinder, type PlaceFinder } from "./place-names.ts";
import type { ReadName } from "./read-name.ts";
import { sameCountry } from "./same-country.ts";

/** A facility found by a rule, and the reason in words. */
export interface Found {
  kind: MatchKind;
  facility: Facility;
  evidence: string;
}

export interface CertainRules {
  /**
   * The facility of an ID within the metal: directly, from a 2.x ID that was translated, or from an ID on an earlier
   * list whose successor is known. An ID of another metal, and a 2.x ID that contains another country or metal, are
   * reported as disagreements.
   */
  byId(text: string | undefined, metal: string | null, disagreements: Disagreement[]): Found | undefined;
  /**
   * The facility of a name within the metal: a look-up or standard name as the templates resolve it; a name on an
   * earlier list; the name without legal forms and spaces; the name without the words of country and city. The last two
   * only if no other country is stated.
   */
  byName(name: ReadName | undefined, metal: string | null, country: string | undefined): Found | undefined;
  /** The facilities of the metal with exactly this name: on the list in effect, else on earlier ones. */
  namesakes(name: ReadName, metal: string): Facility[];
}

/** `otherMetals` gives the mineral of IDs that are on none of the family's lists. */
export function createCertainRules(
  index: FacilityIndex,
  otherMetals: ReadonlyMap<string | undefined, string> = new Map(),
): CertainRules {
  const placeFinders = new Map<string, PlaceFinder>();

  function byPlace(name: ReadName, metal: string, country: string | undefined): Found | undefined {
    const finder = placeFinders.get(metal) ?? createPlaceFinder(index.metal(metal)?.facilities ?? []);
    placeFinders.set(metal, finder);
    const hit = finder(name);
    if (!hit || !sameCountry(country, hit.facility.country)) return undefined;
    if (hit.lacksPlace && country === undefined) return undefined;
    const evidence = `"${name.text}" is "${hit.name.text}" apart from words of its country or city; ${listed(hit.facility)}`;
    return { kind: "placeName", facility: hit.facility, evidence };
  }

  return {
    byId(text, metal, disagreements) {
      const read = text === undefined ? undefined : readSmelterId(text);
      const facility = read && index.byId(read.id);
      if (!read) return undefined;
      const revision = facility ? undefined : index.revision(read.id);
      const successor = revision?.successor === undefined ? undefined : index.byId(revision.successor);
      if (revision && successor && !successor.removed && (metal === null || successor.metal === metal)) {
        const evidence = `ID ${read.id} was replaced by that of ${label(successor)}: ${revision.text}`;
        return { kind: "earlierId", facility: successor, evidence };
      }
      const mineral = facility ? undefined : otherMetals.get(read.id);
      if (mineral !== undefined) disagreements.push({ kind: "otherMetal", id: read.id, metal: mineral });
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
        const { facility: successor, why } = facility.successor;
        const evidence = `ID ${read.id} of ${facility.list} is ${facility.standardName}, ${why}`;
        return { kind: "earlierId", facility: successor, evidence };
      }
      return { kind: "id", facility, evidence: `ID ${read.id} ${listed(facility)}` };
    },

    byName(name, metal, country) {
      const facilities = metal === null ? undefined : index.metal(metal);
      if (name === undefined || metal === null || !facilities) return undefined;
      const sameKey = facilities.byKey.get(name.key) ?? [];
      // If facilities differ only in legal form and spaces, the country must not point to a different one.
      const possible =
        sameKey.length < MOST_NAMESAKES
          ? sameKey.filter(({ facility }) => sameCountry(country, facility.country))
          : [];
      const only = (hits: readonly NameHit[] | undefined) => (hits?.length === 1 ? hits[0] : undefined);
      const current = facilities.byName.get(name.folded);
      if (current) {
        const hit = only(current);
        return hit && (sameKey.length < 2 || sameCountry(country, hit.facility.country))
          ? named(hit, name)
          : undefined;
      }
      const earlier = facilities.byEarlierName.get(name.folded);
      if (earlier) {
        const hit = only(earlier);
        return hit && (sameKey.length < 2 || only(possible)?.facility === hit.facility)
          ? named(hit, name)
          : undefined;
      }
      if (sameKey.length > 0) {
        const hit = only(sameKey);
        return hit && possible.length === 1 ? named(hit, name) : undefined;
      }
      return byPlace(name, metal, country);
    },

    namesakes({ folded }, metal) {
      const facilities = index.metal(metal);
      const hits = facilities?.byName.get(folded) ?? facilities?.byEarlierName.get(folded) ?? [];
      return hits.map(({ facility }) => facility);
    },
  };
}

/** "Dowa (CID000401)". */
export function label(facility: Facility): string {
  return facility.id === undefined ? facility.standardName : `${facility.standardName} (${facility.id})`;
}

/**
 * Says that a facility is listed for a mineral, under which name and on which list, and what became of it if it was
 * removed.
 */
export function listed(facility: Facility): string {
  const where = `is listed for ${facility.metal} as ${facility.standardName}`;
  if (!facility.removed) return `${where} on ${facility.list}`;
  const { list, asOf } = facility.removed;
  const gone = `${where} on the earlier ${list}${asOf === null ? "" : ` of ${asOf}`}, not on any later list`;
  return facility.revision === undefined ? gone : `${gone}: ${facility.revision}`;
}

/** The match by a name on a list: standard or look-up name, and how the spellings differ. */
function named({ facility, name }: NameHit, reported: ReadName): Found {
  const what = name.standard ? "the standard name" : "a look-up name";
  const differs =
    name.text === reported.text
      ? ""
      : fold(name.text) === reported.folded
        ? `, spelled "${name.text}"`
        : `, "${name.text}", apart from legal form and spaces`;
  return {
    kind: name.standard ? "name" : "alias",
    facility,
    evidence: `"${reported.text}" is ${what} of ${label(facility)} on ${name.list}${differs}${facility.removed ? "; not on later lists" : ""}`,
  };
}

/** The metal or country in a 2.x ID that its facility does not have. */
function legacyContradiction(
  legacy: string,
  facility: { metal: string; country?: string },
): { metal?: string; country?: string } | undefined {
  const { metal, country } = spelledByLegacyId(legacy);
  const { code } = readCountry(country);
  const contradiction = {
    ...(metal === facility.metal || metal === undefined ? {} : { metal }),
    ...(code === undefined || sameCountry(code, facility.country) ? {} : { country }),
  };
  return Object.keys(contradiction).length === 0 ? undefined : contradiction;
}
