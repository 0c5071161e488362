// Combines the rows of a list, whatever file they came from, into one entry per facility.

import { readCountry, readListedCountry } from "../forms/countries.ts";
import { readAnyMineral } from "../forms/minerals.ts";
import { defined } from "../lib/defined.ts";
import { fold } from "../lib/text.ts";
import type { ReferenceEntry } from "../model/reference.ts";

/** One row of a list as texts, by the meaning of its columns. Several rows may be about the same facility. */
export interface ListRow {
  metal: string;
  standardName?: string;
  /** Names that the row resolves to the facility. */
  lookupNames?: readonly string[];
  country?: string;
  id?: string;
  idSource?: string;
  city?: string;
  state?: string;
  status?: string;
  auditDate?: string;
  auditCycle?: string;
  auditDue?: string;
  scheme?: string;
  crossRecognition?: string;
  reassessing?: boolean;
  operational?: string;
  supplyChainLevel?: string;
  /** ISO codes, if a row has several countries. */
  countries?: readonly string[];
  more?: Record<string, string>;
  /** The row's place: "Smelter Look-up!A5" or "line 7". */
  at: string;
}

/** Whether a name is one of the look-up choices that are not facilities, in any spelling of the templates. */
function isSentinel(name: string): boolean {
  return /^smelter not (listed|yet identified)$/.test(fold(name));
}

/** The mineral of a list: one of a supported family, else that of another template in lower case. */
function listMetal(text: string): string {
  return readAnyMineral(text) ?? fold(text);
}

/** ISO code of a country as written on lists; undefined if it is unknown or ambiguous. */
function listCountry(text: string): string | undefined {
  return readListedCountry(text.trim()) ?? readCountry(text).code;
}

/**
 * One entry per facility, in order of first appearance: rows with the same metal and ID (without an ID: the same
 * standard name) are one facility, and their names are combined. If rows disagree on a detail, the first value is used.
 * Sentinels and rows without a name are left out.
 */
export function toEntries(rows: readonly ListRow[]): ReferenceEntry[] {
  const entries = new Map<string, ReferenceEntry>();
  const namesOf = new Map<string, Set<string>>();
  for (const row of rows) {
    const names = (row.lookupNames ?? []).filter((name) => !isSentinel(name));
    const standardName = row.standardName ?? names[0];
    if (standardName === undefined || isSentinel(standardName) || (row.lookupNames?.length && !names.length))
      continue;
    const metal = listMetal(row.metal);
    const country = row.country === undefined ? undefined : listCountry(row.country);
    const details: Partial<ReferenceEntry> = defined({
      country,
      countryText: country === undefined ? row.country : undefined,
      city: row.city,
      state: row.state,
      idSource: row.idSource,
      status: row.status,
      auditDate: row.auditDate,
      auditCycle: row.auditCycle,
      auditDue: row.auditDue,
      scheme: row.scheme,
      crossRecognition: row.crossRecognition,
      reassessing: row.reassessing,
      operational: row.operational,
      supplyChainLevel: row.supplyChainLevel,
      countries: row.countries === undefined ? undefined : [...row.countries],
      more: row.more,
    });
    const key = JSON.stringify([metal, row.id ?? `name ${fold(standardName)}`]);
    const entry: ReferenceEntry = entries.get(key) ?? {
      metal,
      ...(row.id === undefined ? {} : { id: row.id }),
      standardName,
      lookupNames: [],
      at: row.at,
    };
    const known = namesOf.get(key) ?? new Set();
    namesOf.set(key, known);
    for (const name of [standardName, ...names]) known.add(name);
    // New details come last, and existing ones keep their value.
    entries.set(key, { ...entry, ...details, ...entry });
  }
  return [...entries].map(([key, entry]) => ({ ...entry, lookupNames: [...(namesOf.get(key) ?? [])] }));
}
