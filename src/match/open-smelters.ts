// Reported smelters that need a decision, gathered over all rows with the same content.

import { reportedNameOrId } from "../domain/facility.ts";
import { decisionKey, type RowWithMatch } from "../domain/needs-decision.ts";
import { compareTexts, sortTexts } from "../lib/compare-texts.ts";
import type { RowMatch } from "../model/match.ts";

/** A matched row with its place. */
export interface MatchedRow extends RowWithMatch {
  supplier: string;
  /** File and cell, as shown to a person. */
  at: string;
}

/** A smelter reported in the same way by several rows and not matched, or not clearly. */
export interface OpenSmelter {
  /** The short key by which it is referred to: the same for all rows that report it in the same way. */
  key: string;
  metal: string;
  name: string;
  country?: string;
  /** The ID as reported, if the rows agree on it. */
  id?: string;
  match: RowMatch;
  suppliers: string[];
  rows: number;
  /** The first such row. */
  firstAt: string;
}

/** Gathers the rows that need a decision by metal, name and country, starting with those that most suppliers report. */
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
