// Countries of origin with their provenance. The country in which a smelter stands is never one of them.

import {
  isCoveredCountry,
  isCoveredEitherWay,
  type OriginsNamed,
  readOrigins,
} from "../domain/covered-countries.ts";
import { facilityKey } from "../domain/facility.ts";
import { countryName } from "../forms/countries.ts";
import { compareTexts } from "../lib/compare-texts.ts";
import type { OriginLine } from "../model/consolidation.ts";
import type { EvaluatedResponse } from "../model/evaluation.ts";
import { METALS, type Metal } from "../model/vocabulary.ts";

/** A reader of mine-country cells that reads each text once. */
export function createOriginReader(): (text: string) => OriginsNamed {
  const known = new Map<string, OriginsNamed>();
  return (text) => {
    const origins = known.get(text) ?? readOrigins(text);
    known.set(text, origins);
    return origins;
  };
}

interface Gathered {
  line: Omit<OriginLine, "suppliers" | "smelters" | "rows">;
  suppliers: Set<string>;
  smelters: Set<string>;
  rows: number;
}

/** Countries of origin by metal, country and provenance, over all counted responses. */
export function gatherOrigins(counted: readonly EvaluatedResponse[]): OriginLine[] {
  const readOrigin = createOriginReader();
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
      if (row.mineCountries !== undefined) {
        const origin = readOrigin(row.mineCountries);
        for (const code of origin.countries)
          add(code, null, isCoveredCountry(code) ? "yes" : "no", "supplier");
        for (const text of origin.ambiguous) {
          add(null, text, isCoveredEitherWay(text) ? "yes" : "not known", "supplier");
        }
        for (const text of origin.unresolved) add(null, text, "not known", "supplier");
      }
      for (const origin of match?.origins ?? []) {
        const provenance = origin.asOf === null ? origin.list : `${origin.list} (${origin.asOf})`;
        if (origin.country === undefined) add(null, origin.text, "not known", provenance);
        else add(origin.country, null, isCoveredCountry(origin.country) ? "yes" : "no", provenance);
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

function metalOrder(metal: Metal | null): number {
  return metal === null ? METALS.length : METALS.indexOf(metal);
}

/** Resolved countries by name, then unresolved texts; provenance last. */
function sortText(line: OriginLine): string {
  const name = line.code === null ? `1${line.text}` : `0${countryName(line.code)}`;
  return `${name}\u0000${line.provenance}`;
}
