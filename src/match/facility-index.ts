// The lists of a match as facilities with all their names, found by ID and by name within a metal.

import { currentId } from "../domain/smelter-id.ts";
import { compareTexts } from "../lib/compare-texts.ts";
import { fold, nameKey } from "../lib/text.ts";
import type { ReferenceEntry, ReferenceList } from "../model/reference.ts";

/** A name under which some list knows a facility. */
export interface FacilityName {
  text: string;
  /** The list's standard name rather than one of its look-up names. */
  standard: boolean;
  /** Name of the list, and whether it is the one that counts or an earlier one. */
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
  /** Names of people's own alias lists and of later lists: reasons for a candidate, never for a match. */
  aliases: FacilityName[];
  list: string;
  /** Set where the facility stands only on this earlier list, the newest that has it. */
  removed?: { list: string; asOf: string | null };
  /** For a removed facility: the one that took its place, and what says so. */
  successor?: { facility: Facility; why: string };
  /** What a revision list says of its ID, in words: basis, date and the list. */
  revision?: string;
}

/** Every name that is known of a facility, those that only suggest it among them. */
export function everyName({ names, aliases }: Facility): readonly FacilityName[] {
  return aliases.length === 0 ? names : [...names, ...aliases];
}

/** A facility found under a name, and the name it was found by. */
export interface NameHit {
  facility: Facility;
  name: FacilityName;
}

/** Facilities of one metal by name; several facilities under one key mean that the name does not tell them apart. */
interface MetalIndex {
  facilities: Facility[];
  /** By folded name on the list that counts; the templates resolve exactly these. */
  byName: Map<string, NameHit[]>;
  /** By folded name on earlier lists, newest list first. */
  byEarlierName: Map<string, NameHit[]>;
  /** By name without legal forms and spaces, over all lists. */
  byKey: Map<string, NameHit[]>;
}

/** What a revision list says of an ID. */
export interface Revision {
  /** The ID that took its place. */
  successor?: string;
  /** Basis, date and the list, in words. */
  text: string;
}

export interface FacilityIndex {
  /** The facility of an ID, whatever its metal; current and removed ones. Accepts the IDs of 2.x lists too. */
  byId(id: string): Facility | undefined;
  /** What the revision lists say of an ID. */
  revision(id: string): Revision | undefined;
  metal(metal: string): MetalIndex | undefined;
  metals(): IterableIterator<string>;
}

/** So many facilities of one name are kept: it tells none of them apart, and no real list has nearly as many. */
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
 * Indexes the list that counts and earlier ones, whose order does not matter: the newest speaks first. A facility of
 * an earlier list that the counting one still has lends it its names; one that is gone is kept as removed. Its
 * successor is the facility that a revision list names, else the one to which the counting list resolves its name.
 * Lists that suggest (people's own aliases, later look-up lists) give further names to facilities by their ID; no
 * name of theirs finds a facility here.
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
      // An ID that changed its metal between lists says nothing about the other list's names.
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

/** What the lists say of each ID; of several the first list that names the ID. */
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
