// Indexes the lists used for matching: facilities with all their names, by ID and by name within a metal.

import { currentId } from "../domain/smelter-id.ts";
import { compareTexts } from "../lib/compare-texts.ts";
import { fold, nameKey } from "../lib/text.ts";
import type { ReferenceEntry, ReferenceList } from "../model/reference.ts";

/** A name of a facility on some list. */
export interface FacilityName {
  text: string;
  /** Whether it is the list's standard name rather than a look-up name. */
  standard: boolean;
  /** Name of the list, and whether it is the one in effect or an earlier one. */
  list: string;
  earlier: boolean;
}

export interface Facility {
  metal: string;
  /** Absent on lists without IDs. */
  id?: string;
  standardName: string;
  country?: string;
  city?: string;
  state?: string;
  names: FacilityName[];
  /** Names on people's own alias lists and on later lists: reasons for a candidate, never for a match. */
  aliases: FacilityName[];
  list: string;
  /** Set if the facility is no longer on the list in effect: the newest earlier list that has it. */
  removed?: { list: string; asOf: string | null };
  /** For a removed facility: the one that replaced it, and the source. */
  successor?: { facility: Facility; why: string };
  /** What a revision list says about its ID, in words: basis, date and the list. */
  revision?: string;
}

/** All known names of a facility, including those that only suggest it. */
export function everyName({ names, aliases }: Facility): readonly FacilityName[] {
  return aliases.length === 0 ? names : [...names, ...aliases];
}

/** A facility and the name by which it was found. */
export interface NameHit {
  facility: Facility;
  name: FacilityName;
}

/** Facilities of one metal by name; several under one key means that the name is ambiguous. */
interface MetalIndex {
  facilities: Facility[];
  /** By folded name on the list in effect; the templates resolve exactly these. */
  byName: Map<string, NameHit[]>;
  /** By folded name on earlier lists, newest list first. */
  byEarlierName: Map<string, NameHit[]>;
  /** By name without legal forms and spaces, over all lists. */
  byKey: Map<string, NameHit[]>;
}

/** What a revision list says about an ID. */
export interface Revision {
  /** The ID that replaced it. */
  successor?: string;
  /** Basis, date and the list, in words. */
  text: string;
}

export interface FacilityIndex {
  /** The facility of an ID of any metal, current or removed. Accepts the IDs of 2.x lists too. */
  byId(id: string): Facility | undefined;
  /** What the revision lists say about an ID. */
  revision(id: string): Revision | undefined;
  metal(metal: string): MetalIndex | undefined;
  metals(): IterableIterator<string>;
}

/** Most facilities kept per name: an ambiguous name matches none of them, and real lists have far fewer. */
export const MOST_NAMESAKES = 100;

function add(map: Map<string, NameHit[]>, key: string, hit: NameHit): void {
  if (key === "") return;
  const hits = map.get(key);
  if (hits === undefined) map.set(key, [hit]);
  else if (hits.length < MOST_NAMESAKES && !hits.some((known) => known.facility === hit.facility))
    hits.push(hit);
}

function namesOf(entry: ReferenceEntry, list: ReferenceList, earlier: boolean): FacilityName[] {
  const texts = [entry.standardName, ...entry.lookupNames.filter((name) => name !== entry.standardName)];
  return texts.map((text, index) => ({ text, standard: index === 0, list: list.name, earlier }));
}

/**
 * Indexes the list in effect and earlier ones, in any order: newer lists take precedence. A facility on an earlier list
 * that is still on the list in effect also gets its earlier names; one that is gone is kept as removed. Its successor
 * is the facility named by a revision list, else the one to which the list in effect resolves its name. Lists that only
 * suggest (people's aliases, later look-up lists) add names to facilities by ID; these names never find a facility
 * here.
 */
export function indexFacilities(
  list: ReferenceList,
  earlier: readonly ReferenceList[] = [],
  revision: readonly ReferenceList[] = [],
  suggesting: readonly ReferenceList[] = [],
): FacilityIndex {
  const ids = new Map<string, Facility>();
  const metals = new Map<string, MetalIndex>();
  const metalIndex = (metal: string): MetalIndex => {
    const known = metals.get(metal);
    if (known) return known;
    const fresh = { facilities: [], byName: new Map(), byEarlierName: new Map(), byKey: new Map() };
    metals.set(metal, fresh);
    return fresh;
  };

  const enter = (facility: Facility, names: readonly FacilityName[]): void => {
    const index = metalIndex(facility.metal);
    for (const name of names) {
      facility.names.push(name);
      add(name.earlier ? index.byEarlierName : index.byName, fold(name.text), { facility, name });
      add(index.byKey, nameKey(name.text), { facility, name });
    }
  };
  const found = (entry: ReferenceEntry, source: ReferenceList): Facility => {
    const facility: Facility = {
      metal: entry.metal,
      ...(entry.id === undefined ? {} : { id: currentId(entry.id) }),
      standardName: entry.standardName,
      ...(entry.country === undefined ? {} : { country: entry.country }),
      ...(entry.city === undefined ? {} : { city: entry.city }),
      ...(entry.state === undefined ? {} : { state: entry.state }),
      names: [],
      aliases: [],
      list: source.name,
    };
    metalIndex(entry.metal).facilities.push(facility);
    if (facility.id !== undefined) ids.set(facility.id, facility);
    if (entry.id !== undefined) ids.set(entry.id, facility);
    return facility;
  };

  for (const entry of list.entries) enter(found(entry, list), namesOf(entry, list, false));

  const newestFirst = [...earlier].sort((a, b) => compareTexts(b.asOf ?? "", a.asOf ?? ""));
  for (const old of newestFirst) {
    for (const entry of old.entries) {
      if (entry.id === undefined) continue;
      const known = ids.get(currentId(entry.id));
      // If an ID changed its metal between lists, the other list's names do not apply.
      if (known && known.metal !== entry.metal) continue;
      const facility = known ?? found(entry, old);
      if (!known) facility.removed = { list: old.name, asOf: old.asOf };
      enter(facility, namesOf(entry, old, true));
    }
  }
  for (const source of suggesting) {
    for (const entry of source.entries) {
      const facility = entry.id === undefined ? undefined : ids.get(currentId(entry.id));
      if (!facility || (entry.metal !== "" && entry.metal !== facility.metal)) continue;
      const known = new Set(everyName(facility).map(({ text }) => fold(text)));
      const fresh = namesOf(entry, source, false).filter(({ text }) => !known.has(fold(text)));
      facility.aliases.push(...fresh.map((name) => ({ ...name, standard: false })));
    }
  }
  const revisions = readRevisions(revision);
  for (const { facilities, byName } of metals.values()) {
    for (const facility of facilities) {
      const revised = revisions.get(facility.id ?? "");
      if (revised) facility.revision = revised.text;
      if (!facility.removed) continue;
      const named = revised?.successor === undefined ? undefined : ids.get(revised.successor);
      const namesakes = byName.get(fold(facility.standardName));
      const successor = named ?? (namesakes?.length === 1 ? namesakes[0]?.facility : undefined);
      if (!successor || successor.removed || successor.metal !== facility.metal) continue;
      const text = `${successor.standardName} (${successor.id ?? "no ID"}) on ${successor.list}`;
      const why = named ? `succeeded by ${text}: ${revised?.text}` : `a look-up name of ${text}`;
      facility.successor = { facility: successor, why };
    }
  }

  return {
    byId: (id) => ids.get(currentId(id)) ?? ids.get(id),
    revision: (id) => revisions.get(id),
    metal: (metal) => metals.get(metal),
    metals: () => metals.keys(),
  };
}

/** What the lists say about each ID; the first list that has it takes precedence. */
function readRevisions(lists: readonly ReferenceList[]): Map<string, Revision> {
  const revisions = new Map<string, Revision>();
  for (const { name, entries } of lists) {
    for (const { id, more } of entries) {
      if (id === undefined || revisions.has(id)) continue;
      const { successor, basis, date } = more ?? {};
      const text = [
        basis ?? "revised",
        ...(date === undefined ? [] : [`on ${date}`]),
        `according to ${name}`,
      ].join(" ");
      revisions.set(id, { ...(successor === undefined ? {} : { successor }), text });
    }
  }
  return revisions;
}
