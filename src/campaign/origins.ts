// Countries of origin with their provenance. A smelter's own country is never one of them.

import { type AreaReader, areaText } from "../domain/areas.ts";
import { facilityKey } from "../domain/facility.ts";
import { isInquired } from "../domain/inquired.ts";
import { smeltersOfMine } from "../domain/mine-smelters.ts";
import { createOriginReader, MINE_LIST, namedOrigins } from "../domain/origins.ts";
import { countryName } from "../forms/countries.ts";
import type { Family } from "../forms/form.ts";
import { compareTexts } from "../lib/compare-texts.ts";
import type { OriginLine } from "../model/consolidation.ts";
import type { EvaluatedResponse } from "../model/evaluation.ts";
import type { FacilityArea } from "../model/match.ts";
import type { MineralId } from "../model/vocabulary.ts";

interface Gathered {
  line: Omit<OriginLine, "suppliers" | "smelters" | "rows" | "areas">;
  suppliers: Set<string>;
  smelters: Set<string>;
  areas: Map<string, FacilityArea>;
  rows: number;
}

/** The input for the lines of origins. */
export interface OriginInput {
  family: Family;
  /** In the order of the lines. */
  minerals: readonly MineralId[];
  /** The areas of the user's lists. */
  areas: AreaReader;
}

/**
 * Countries of origin by metal, country and provenance over all counted responses: from mine columns of smelter lists,
 * from mine lists, and from origin lists of the smelters.
 */
export function gatherOrigins(
  counted: readonly EvaluatedResponse[],
  { family, minerals, areas }: OriginInput,
): OriginLine[] {
  const covered = (code: string) => (isInquired(family, code) ? "yes" : "no");
  const metalOrder = (metal: MineralId | null) => {
    const index = metal === null ? -1 : minerals.indexOf(metal);
    return index < 0 ? minerals.length : index;
  };
  const readOrigin = createOriginReader(family);
  const lines = new Map<string, Gathered>();
  for (const { response, matches, supplier } of counted) {
    /** Returns a function that adds what one row says; `places` are texts of the row that may name a region. */
    const adder =
      (metal: MineralId | null, facility: string | null) =>
      (
        code: string | null,
        text: string | null,
        covered: OriginLine["covered"],
        provenance: string,
        places: readonly (string | undefined)[] = [],
      ) => {
        const key = [metal, code, text, provenance].join("|");
        let line = lines.get(key);
        if (line === undefined) {
          line = {
            line: { metal, code, text, covered, provenance },
            suppliers: new Set(),
            smelters: new Set(),
            areas: new Map(),
            rows: 0,
          };
          lines.set(key, line);
        }
        line.suppliers.add(supplier.key);
        if (facility !== null) line.smelters.add(facility);
        if (code !== null)
          for (const area of areas.areasOf({ country: code, texts: places }))
            line.areas.set(areaText(area), area);
        line.rows += 1;
      };
    const facilityOf = (index: number | undefined) => {
      const [row, match] = index === undefined ? [] : [response.smelters[index], matches[index]];
      return row && match ? facilityKey(row, match) : null;
    };
    response.smelters.forEach((row, index) => {
      const match = matches[index];
      const add = adder(match?.metal ?? row.metal ?? null, facilityOf(index));
      if (row.mineCountries !== undefined || row.mineNames !== undefined) {
        const places = [row.mineNames, row.mineCountries];
        for (const { code, text, covered } of namedOrigins(family, readOrigin(response, row)))
          add(code, text, covered, "supplier", places);
      }
      for (const origin of match?.origins ?? []) {
        const provenance = origin.asOf === null ? origin.list : `${origin.list} (${origin.asOf})`;
        if (origin.country === undefined) add(null, origin.text, "not known", provenance);
        else add(origin.country, null, covered(origin.country), provenance);
      }
    });
    for (const mine of response.mines ?? []) {
      const text = mine.raw?.country;
      if (mine.country === undefined && text === undefined) continue;
      const [index, more] = smeltersOfMine(response, mine);
      const add = adder(mine.metal ?? null, facilityOf(more === undefined ? index : undefined));
      if (mine.country === undefined) add(null, text ?? null, "not known", MINE_LIST);
      else add(mine.country, null, covered(mine.country), MINE_LIST, [mine.state, mine.city, mine.name]);
    }
  }
  return [...lines.values()]
    .map(({ line, suppliers, smelters, areas, rows }) => ({
      ...line,
      ...(areas.size === 0 ? {} : { areas: [...areas.values()] }),
      suppliers: suppliers.size,
      smelters: smelters.size,
      rows,
    }))
    .sort((a, b) => metalOrder(a.metal) - metalOrder(b.metal) || compareTexts(sortText(a), sortText(b)));
}

/** Sorts resolved countries by name, then unresolved texts, then by provenance. */
function sortText(line: OriginLine): string {
  const name = line.code === null ? `1${line.text}` : `0${countryName(line.code)}`;
  return `${name}\u0000${line.provenance}`;
}
