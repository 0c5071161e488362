// Reported smelters that need a person: gathered over all rows that say the same.

import { reportedNameOrId } from "../domain/facility.ts";
import { decisionKey, type RowWithMatch } from "../domain/needs-decision.ts";
import { compareTexts, sortTexts } from "../lib/compare-texts.ts";
import type { RowMatch } from "../model/match.ts";

/** The same with where it stands. */
export interface MatchedRow extends RowWithMatch {
  supplier: string;
  /** File and cell, for a person. */
  at: string;
}

/** What several rows report alike and no rule, or no clear one, ties to a facility. */
export interface OpenSmelter {
  /** The short key under which it is decided on: the same for all rows that report it alike. */
  key: string;
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

/** Gathers the rows that need a person by metal, name and country; those that most suppliers report come first. */
export function gatherOpenSmelters(rows: Iterable<MatchedRow>): OpenSmelter[] {
  const open = new Map<string, OpenSmelter & { names: Set<string> }>();
  for (const matched of rows) {
    const key = decisionKey(matched);
    if (key === undefined) continue;
    const { row, match, supplier, at } = matched;
    const name = reportedNameOrId(row);
    const known = open.get(key);
    if (known) {
      known.names.add(supplier);
      known.rows++;
      continue;
    }
    const id = row.id ?? row.idInput;
    open.set(key, {
      key,
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
