// What lists of statuses, origins, areas and sanctions and watch lists say about a matched facility.

import { createAreaReader } from "../domain/areas.ts";
import { programmeOf } from "../domain/assessments.ts";
import { entriesOfFacilities, type Listed } from "../domain/listed-facilities.ts";
import type { FacilityOrigin, FacilityStatus, RowMatch } from "../model/match.ts";
import type { ReferenceList } from "../model/reference.ts";
import { everyName, type Facility } from "./facility-index.ts";
import type { SanctionsScreen } from "./sanctions.ts";

export type FacilityFacts = Pick<RowMatch, "status" | "origins" | "watch" | "areas" | "sanctions">;

/**
 * Returns a look-up of facts about a facility other than its names. Its status is chosen among the status lists by
 * `firstOf`; lists of every other kind are combined.
 */
export function createFacilityFacts(lists: {
  status: readonly ReferenceList[];
  origin: readonly ReferenceList[];
  watch: readonly ReferenceList[];
  area: readonly ReferenceList[];
  screen: SanctionsScreen;
}): (facility: Facility) => FacilityFacts {
  const statuses = entriesOfFacilities(lists.status);
  const origins = entriesOfFacilities(lists.origin);
  const watched = entriesOfFacilities(lists.watch);
  const areas = createAreaReader(lists.area);
  const known = new Map<Facility, FacilityFacts>();

  function gather(facility: Facility): FacilityFacts {
    const status = firstOf(
      statuses(facility).flatMap((listed) => (listed.entry.status === undefined ? [] : [toStatus(listed)])),
    );
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
      ...(status ? { status } : {}),
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

/**
 * Which of several statuses of a facility counts, given newest list first: the first that is not based on another
 * programme's assessment, else the first. RMI's own result takes precedence over that of a programme that it
 * recognises.
 */
export function firstOf<Status extends FacilityStatus>(statuses: readonly Status[]): Status | undefined {
  return statuses.find(({ recognition }) => recognition !== "cross-recognised") ?? statuses[0];
}

/** The status in a list entry. */
export function toStatus({ list, entry }: Listed): FacilityStatus {
  return {
    status: entry.status as string,
    class: entry.statusClass ?? "other",
    list: list.name,
    asOf: list.asOf,
    ...programmeOf(entry),
  };
}
