// Which rows mean the same facility, and which reported smelters are the same to a person who decides on them.
import { defined } from "../lib/defined.ts";
import { fold, nameKey } from "../lib/text.ts";
import type { RowMatch } from "../model/match.ts";
import type { SmelterRow } from "../model/response.ts";
import { isNotIdentified } from "./sentinels.ts";

/** What a row, or another source, says of its smelter. */
type Reported = { metal?: string | null } & Pick<
  SmelterRow,
  "lookupName" | "name" | "country" | "id" | "idInput"
>;

/**
 * The key of the facility that a row means; equal keys mean the same facility. By metal and ID where a list ties the row
 * to one, by metal, standard name and country where that list has no IDs; where the row could not be matched, by metal,
 * normalised name and country: two names or two countries are two facilities until a list or a person says otherwise,
 * whatever ID was typed. The ID as typed serves only for a row without a name, and where rows were not matched at all.
 * Null where no facility is meant: "not yet identified", or a name that a person decided is none of a smelter.
 */
export function facilityKey(row: Reported, match: RowMatch | undefined): string | null {
  if (match === undefined) {
    if (isNotIdentified(reportedName(row))) return null;
    return row.id === undefined ? keyByName(row.metal, row, undefined) : keyById(row.metal, row.id);
  }
  if (match.kind === "notIdentified" || match.kind === "notSmelter") return null;
  return match.id === undefined ? keyByName(match.metal, row, match) : keyById(match.metal, match.id);
}

/**
 * The key of a plant, whatever the mineral and the template: its normalised name and its country, those of the list where
 * a row is tied to a facility. Lists give a plant one ID for each mineral, so that an ID tells it only where there is no
 * name. A name may still be that of two plants: the key joins rows for people to look at, and nothing rests on it. Null
 * where no facility is meant.
 */
export function plantKey(row: Reported, match: RowMatch | undefined): string | null {
  if (facilityKey(row, match) === null) return null;
  const id = match?.id ?? row.id;
  return plantKeyOf({
    name: match?.standardName ?? reportedName(row),
    ...defined({ country: match?.country ?? row.country, id }),
  });
}

/** The key of a plant by its name, country and ID, see `plantKey`. */
export function plantKeyOf(plant: { name: string; country?: string; id?: string }): string {
  const name = nameKey(plant.name) || plant.name || (plant.id ?? "");
  return `${name}/${plant.country ?? ""}`;
}

function keyById(metal: string | null | undefined, id: string): string {
  return `${metal ?? ""}|id|${id}`;
}

function keyByName(metal: string | null | undefined, row: Reported, match: RowMatch | undefined): string {
  const name = match?.standardName ?? reportedName(row);
  const country = match?.country ?? row.country ?? "";
  return `${metal ?? ""}|name|${nameKey(name) || name || (row.id ?? row.idInput ?? "")}|${country}`;
}

/** The facility's name as the row reports it: the name, else the look-up choice; empty where it has neither. */
export function reportedName(row: Reported): string {
  return (row.name ?? row.lookupName ?? "").replace(/\s+/g, " ").trim();
}

/** What a row is called where it has to be called something: its name or choice, else the ID as typed. */
export function reportedNameOrId(row: Reported): string {
  return reportedName(row) || (row.id ?? row.idInput ?? "");
}

/**
 * The name or ID that a row reports, normalised: equal keys are one name in two responses of a supplier, though not yet one
 * facility. Empty where the row has neither.
 */
export function reportedNameKey(row: Reported): string {
  return nameKey(reportedNameOrId(row));
}

/**
 * The key under which a person decides on what suppliers report: metal, name and country, where letter case, accents and
 * punctuation do not count. Unlike `facilityKey` it tells legal forms apart, so that a decision reaches no further than
 * the name that the person saw.
 */
export function reportedSmelterKey(metal: string | null, name: string, country: string | undefined): string {
  return JSON.stringify([metal, fold(name) || name.trim(), country ?? ""]);
}
