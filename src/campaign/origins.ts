// Countries of origin with their provenance. The country in which a smelter stands is never one of them.

import { facilityKey } from "../domain/facility.ts";
import { isInquired } from "../domain/inquired.ts";
import { createOriginReader, namedOrigins } from "../domain/origins.ts";
import { countryName } from "../forms/countries.ts";
import type { Family } from "../forms/form.ts";
import { compareTexts } from "../lib/compare-texts.ts";
import type { OriginLine } from "../model/consolidation.ts";
import type { EvaluatedResponse } from "../model/evaluation.ts";
import type { MineralId } from "../model/vocabulary.ts";

interface Gathered {
  line: Omit<OriginLine, "suppliers" | "smelters" | "rows">;
  suppliers: Set<string>;
  smelters: Set<string>;
  rows: number;
}

/** Countries of origin by metal, country and provenance, over all counted responses. */
export function gatherOrigins(counted: readonly EvaluatedResponse[], family: Family): OriginLine[] {
  const minerals = family.minerals.map(({ id }) => id);
  const covered = (code: string) => (isInquired(family, code) ? "yes" : "no");
  const metalOrder = (metal: MineralId | null) =>
    metal === null ? minerals.length : minerals.indexOf(metal);
  const readOrigin = createOriginReader(family);
  const lines = new Map<string, Gathered>();
  for (const { response, matches, supplier } of counted) {
    response.smelters.forEach((row, index) => {
      const match = matches[index];
      const metal = match?.metal ?? row.metal ?? null;
      const facility = match ? facilityKey(row, match) : null;
      const add = (
        code: string | null,
        text: string | null,
        covered: OriginLine["covered"],
        provenance: string,
      ) => {
        const key = [metal, code, text, provenance].join("|");
        let line = lines.get(key);
        if (line === undefined) {
          line = {
            line: { metal, code, text, covered, provenance },
            suppliers: new Set(),
            smelters: new Set(),
            rows: 0,
          };
          lines.set(key, line);
        }
        line.suppliers.add(supplier.key);
        if (facility !== null) line.smelters.add(facility);
        line.rows += 1;
      };
      if (row.mineCountries !== undefined || row.mineNames !== undefined) {
        for (const { code, text, covered } of namedOrigins(family, readOrigin(response, row)))
          add(code, text, covered, "supplier");
      }
      for (const origin of match?.origins ?? []) {
        const provenance = origin.asOf === null ? origin.list : `${origin.list} (${origin.asOf})`;
        if (origin.country === undefined) add(null, origin.text, "not known", provenance);
        else add(origin.country, null, covered(origin.country), provenance);
      }
    });
  }
  return [...lines.values()]
    .map(({ line, suppliers, smelters, rows }) => ({
      ...line,
      suppliers: suppliers.size,
      smelters: smelters.size,
      rows,
    }))
    .sort((a, b) => metalOrder(a.metal) - metalOrder(b.metal) || compareTexts(sortText(a), sortText(b)));
}

/** Resolved countries by name, then unresolved texts; provenance last. */
function sortText(line: OriginLine): string {
  const name = line.code === null ? `1${line.text}` : `0${countryName(line.code)}`;
  return `${name}\u0000${line.provenance}`;
}
