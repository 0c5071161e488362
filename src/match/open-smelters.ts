// Reported smelters that need a person: gathered over all rows that say the same.

import { reportedNameOrId, reportedSmelterKey } from "../domain/facility.ts";
import { isNoName } from "../domain/sentinels.ts";
import { compareTexts, sortTexts } from "../lib/compare-texts.ts";
import type { RowMatch } from "../model/match.ts";
import type { ReportedSmelter } from "../model/reported-smelter.ts";

/** A row of a response with its match and where it stands. */
export interface MatchedRow {
  row: ReportedSmelter;
  match: RowMatch;
  supplier: string;
  /** File and cell, for a person. */
  at: string;
}

/** What several rows report alike and no rule, or no clear one, ties to a facility. */
export interface OpenSmelter {
  metal: string;
  name: string;
  country?: string;
  /** The ID as reported, where the rows agree on one. */
  id?: string;
  match: RowMatch;
  suppliers: string[];
  rows: number;
  /** The first row that says so. */
  firstAt: string;
}

/** Whether a person has to look: nothing certain about a row that names something, or a certain match in doubt. */
function needsPerson({ row, match }: MatchedRow): boolean {
  if (match.kind === "decided" || match.kind === "notSmelter" || match.metal === null) return false;
  if (match.kind === "notIdentified") return match.candidates.length > 0;
  if (match.id === undefined)
    return !isNoName(row.name ?? row.lookupName ?? "") || (row.id ?? row.idInput) !== undefined;
  return match.disagreements.some(
    ({ kind }) => kind === "idAndName" || kind === "twoNames" || kind === "otherMetal",
  );
}

/** Gathers the rows that need a person by metal, name and country; those that most suppliers report come first. */
export function gatherOpenSmelters(rows: Iterable<MatchedRow>): OpenSmelter[] {
  const open = new Map<string, OpenSmelter & { names: Set<string> }>();
  for (const matched of rows) {
    if (!needsPerson(matched)) continue;
    const { row, match, supplier, at } = matched;
    const name = reportedNameOrId(row);
    const key = reportedSmelterKey(match.metal, name, row.country);
    const known = open.get(key);
    if (known) {
      known.names.add(supplier);
      known.rows++;
      continue;
    }
    const id = row.id ?? row.idInput;
    open.set(key, {
      metal: match.metal as string,
      name,
      ...(row.country === undefined ? {} : { country: row.country }),
      ...(id === undefined ? {} : { id }),
      match,
      suppliers: [],
      rows: 1,
      firstAt: at,
      names: new Set([supplier]),
    });
  }
  return [...open.values()]
    .map(({ names, ...smelter }) => ({ ...smelter, suppliers: sortTexts(names) }))
    .sort(
      (a, b) =>
        b.suppliers.length - a.suppliers.length ||
        b.rows - a.rows ||
        compareTexts(a.metal, b.metal) ||
        compareTexts(a.name, b.name) ||
        compareTexts(a.country ?? "", b.country ?? ""),
    );
}
