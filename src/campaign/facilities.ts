// Gathers one line per facility over all counted responses.

import { facilityKey, reportedNameOrId } from "../domain/facility.ts";
import { isInquired } from "../domain/inquired.ts";
import type { Family } from "../forms/form.ts";
import { compareTexts, sortTexts } from "../lib/compare-texts.ts";
import { defined } from "../lib/defined.ts";
import { groupBy } from "../lib/group-by.ts";
import type { Facility } from "../model/consolidation.ts";
import type { EvaluatedResponse } from "../model/evaluation.ts";
import { MATCH_KINDS, type MatchKind, type RowMatch, type SanctionsHit } from "../model/match.ts";
import type { SmelterRow } from "../model/response.ts";
import type { MineralId } from "../model/vocabulary.ts";

interface Gathered {
  key: string;
  row: SmelterRow;
  match: RowMatch;
  kinds: Set<MatchKind>;
  /** Names of its suppliers, and the key of the last one added. */
  suppliers: string[];
  lastSupplier: string | null;
  /** How many suppliers report it for named products, and the key of the last one added. */
  productLevel: number;
  lastProductLevel: string | null;
  rows: number;
  /** Sanctions list entries with a name used in one of the rows, by list and place. */
  sanctions: Map<string, SanctionsHit>;
}

/** All facilities in the counted responses, by metal, then name, ID and country. */
export function gatherFacilities(counted: readonly EvaluatedResponse[], family: Family): Facility[] {
  const minerals = family.minerals.map(({ id }) => id);
  const facilities = new Map<string, Gathered>();
  // Supplier by supplier, so that comparing with a facility's last supplier is enough to count each once.
  const bySupplier = [...groupBy(counted, ({ supplier }) => supplier.key).values()].flat();
  for (const { response, matches, supplier } of bySupplier) {
    const productLevel = response.company.scope?.value === "product";
    response.smelters.forEach((row, index) => {
      const match = matches[index];
      const key = match && facilityKey(row, match);
      if (!match || key === null || key === undefined) return;
      let facility = facilities.get(key);
      if (facility === undefined) {
        facility = {
          ...{ key, row, match, kinds: new Set(), rows: 0 },
          ...{ suppliers: [], lastSupplier: null, productLevel: 0, lastProductLevel: null },
          sanctions: new Map(),
        };
        facilities.set(key, facility);
      }
      facility.kinds.add(match.kind);
      for (const hit of match.sanctions ?? []) facility.sanctions.set(`${hit.list} ${hit.at}`, hit);
      if (facility.lastSupplier !== supplier.key) facility.suppliers.push(supplier.name);
      facility.lastSupplier = supplier.key;
      if (productLevel) {
        if (facility.lastProductLevel !== supplier.key) facility.productLevel += 1;
        facility.lastProductLevel = supplier.key;
      }
      facility.rows += 1;
    });
  }
  return [...facilities.values()]
    .map((gathered) => toFacility(gathered, family))
    .sort(byMetalNameIdCountry(minerals));
}

function toFacility(gathered: Gathered, family: Family): Facility {
  const { row, match } = gathered;
  const matched = match.id !== undefined;
  return {
    key: gathered.key,
    metal: match.metal,
    ...(matched ? { id: match.id } : {}),
    ...(matched && match.standardName !== undefined ? { standardName: match.standardName } : {}),
    reportedName: reportedNameOrId(row),
    ...optionalCountry(matched ? match.country : row.country),
    ...(match.status ? { status: match.status } : {}),
    ...(match.removed ? { removedFrom: match.removed.list } : {}),
    matches: MATCH_KINDS.filter((kind) => gathered.kinds.has(kind)),
    suppliers: sortTexts(gathered.suppliers),
    productLevelSuppliers: gathered.productLevel,
    rows: gathered.rows,
    originCovered: (match.origins ?? []).some(
      (origin) => origin.country !== undefined && isInquired(family, origin.country),
    ),
    ...defined({
      areas: match.areas,
      sanctions: gathered.sanctions.size > 0 ? [...gathered.sanctions.values()] : undefined,
      watch: match.watch,
    }),
  };
}

function optionalCountry(country: string | undefined): { country?: string } {
  return country === undefined ? {} : { country };
}

function byMetalNameIdCountry(minerals: readonly MineralId[]): (a: Facility, b: Facility) => number {
  // After the family's minerals come those that declarations name themselves, then rows without one.
  const order = ({ metal }: Facility): number => {
    if (metal === null) return minerals.length + 1;
    const index = minerals.indexOf(metal);
    return index < 0 ? minerals.length : index;
  };
  const text = (facility: Facility): string =>
    [facility.standardName ?? facility.reportedName, facility.id ?? "", facility.country ?? ""].join(
      "\u0000",
    );
  return (a, b) => order(a) - order(b) || compareTexts(text(a), text(b));
}
