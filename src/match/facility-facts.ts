// What lists of statuses, origins, areas, sanctions and facilities to watch say of a matched facility.

import { createAreaReader } from "../domain/areas.ts";
import { currentId } from "../domain/smelter-id.ts";
import { fold } from "../lib/text.ts";
import type { FacilityOrigin, FacilityStatus, RowMatch } from "../model/match.ts";
import type { ReferenceEntry, ReferenceList } from "../model/reference.ts";
import { everyName, type Facility } from "./facility-index.ts";
import type { SanctionsScreen } from "./sanctions.ts";

export type FacilityFacts = Pick<RowMatch, "status" | "origins" | "watch" | "areas" | "sanctions">;

interface Listed {
  list: ReferenceList;
  entry: ReferenceEntry;
}

/** Entries of several lists by ID; those without an ID by their names. The order of the lists is kept. */
function byFacility(lists: readonly ReferenceList[]): (facility: Facility) => Listed[] {
  const byId = new Map<string, Listed[]>();
  const byName = new Map<string, Listed[]>();
  const add = (map: Map<string, Listed[]>, key: string, listed: Listed) => {
    const known = map.get(key);
    if (!known) map.set(key, [listed]);
    else if (!known.includes(listed)) known.push(listed);
  };
  for (const list of lists) {
    for (const entry of list.entries) {
      const listed = { list, entry };
      if (entry.id !== undefined) add(byId, currentId(entry.id), listed);
      else for (const name of [entry.standardName, ...entry.lookupNames]) add(byName, fold(name), listed);
    }
  }
  const sameMetal = (facility: Facility, { entry }: Listed) =>
    entry.metal === "" || entry.metal === facility.metal;
  return (facility) => [
    ...(byId.get(facility.id ?? "") ?? []).filter((listed) => sameMetal(facility, listed)),
    // A name speaks for a facility only within its metal.
    ...(byName.get(fold(facility.standardName)) ?? []).filter(({ entry }) => entry.metal === facility.metal),
  ];
}

/**
 * Prepares what is known of a facility beside its names. The first of the status lists that has the facility tells its
 * status; every list of another kind adds to the others.
 */
export function createFacilityFacts(lists: {
  status: readonly ReferenceList[];
  origin: readonly ReferenceList[];
  watch: readonly ReferenceList[];
  area: readonly ReferenceList[];
  screen: SanctionsScreen;
}): (facility: Facility) => FacilityFacts {
  const statuses = byFacility(lists.status);
  const origins = byFacility(lists.origin);
  const watched = byFacility(lists.watch);
  const areas = createAreaReader(lists.area);
  const known = new Map<Facility, FacilityFacts>();

  function gather(facility: Facility): FacilityFacts {
    const status = statuses(facility).find(({ entry }) => entry.status !== undefined);
    const from = origins(facility).map(
      ({ list, entry }): FacilityOrigin => ({
        ...(entry.country === undefined ? {} : { country: entry.country }),
        text: entry.countryText ?? entry.country ?? "",
        ...(entry.more?.level === undefined ? {} : { level: entry.more.level }),
        list: list.name,
        asOf: list.asOf,
      }),
    );
    const watch = watched(facility).map(({ list, entry }) => ({
      list: list.name,
      asOf: list.asOf,
      at: entry.at,
    }));
    const { country, state, city } = facility;
    const inAreas = country === undefined ? [] : areas.areasOf({ country, texts: [state, city] });
    const sanctions = lists.screen(
      everyName(facility).map(({ text }) => text),
      country,
    );
    return {
      ...(status ? { status: toStatus(status) } : {}),
      ...(from.length > 0 ? { origins: from } : {}),
      ...(watch.length > 0 ? { watch } : {}),
      ...(inAreas.length > 0 ? { areas: inAreas } : {}),
      ...(sanctions.length > 0 ? { sanctions } : {}),
    };
  }

  return (facility) => {
    const facts = known.get(facility) ?? gather(facility);
    known.set(facility, facts);
    return facts;
  };
}

function toStatus({ list, entry }: Listed): FacilityStatus {
  return {
    status: entry.status as string,
    class: entry.statusClass ?? "other",
    list: list.name,
    asOf: list.asOf,
  };
}
