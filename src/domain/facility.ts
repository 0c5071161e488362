// Which rows mean the same facility, and which reported smelters a person decides on together.
import { defined } from "../lib/defined.ts";
import { fold, nameKey } from "../lib/text.ts";
import type { RowMatch } from "../model/match.ts";
import type { SmelterRow } from "../model/response.ts";
import { isNotIdentified } from "./sentinels.ts";

/** What a row, or another source, says about its smelter. */
type Reported = { metal?: string | null } & Pick<
  SmelterRow,
  "lookupName" | "name" | "country" | "id" | "idInput"
>;

/**
 * The key of the facility that a row means; equal keys mean the same facility. A matched row has metal and
 * ID, or metal, standard name and country if the list has no IDs. An unmatched row has metal, normalised name
 * and country, whatever ID was typed: two names or two countries are two facilities until a list or a person
 * says otherwise. The typed ID is used only for a row without a name, and if rows were not matched at all.
 * Null if no facility is meant: "not yet identified", or a name that a person decided is not a smelter.
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
 * The key of a plant across minerals and templates: its normalised name and country, those of the list if the
 * row is matched. Lists give a plant one ID per mineral, so the ID is used only without a name. Two plants
 * may still share a name: the key groups rows for people to look at, and no conclusion is based on it. Null
 * if no facility is meant.
 */
export function plantKey(row: Reported, match: RowMatch | undefined): string | null {
  if (facilityKey(row, match) === null) return null;
  const id = match?.id ?? row.id;
  return plantKeyOf({
    name: match?.standardName ?? reportedName(row),
    ...defined({ country: match?.country ?? row.country, id }),
  });
}

/** The key of a plant with this name, country and ID; see `plantKey`. */
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

/** The facility's name as reported: the name, else the look-up choice; empty if the row has neither. */
export function reportedName(row: Reported): string {
  return (row.name ?? row.lookupName ?? "").replace(/\s+/g, " ").trim();
}

/** A label for the row: its name or look-up choice, else the ID as typed. */
export function reportedNameOrId(row: Reported): string {
  return reportedName(row) || (row.id ?? row.idInput ?? "");
}

/**
 * The reported name or ID, normalised. Equal keys within one supplier's responses mean the same name, though
 * not necessarily the same facility. Empty if the row has neither.
 */
export function reportedNameKey(row: Reported): string {
  return nameKey(reportedNameOrId(row));
}

/**
 * The key of what a person decides on: metal, name and country, ignoring letter case, accents and
 * punctuation. Unlike `facilityKey` it distinguishes legal forms, so that a decision reaches no further than
 * the name that the person saw.
 */
export function reportedSmelterKey(metal: string | null, name: string, country: string | undefined): string {
  return JSON.stringify([metal, fold(name) || name.trim(), country ?? ""]);
}
