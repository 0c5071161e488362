// The covered countries of the law, and whether a text about the origin of a metal names one.
import { type OriginReading, readCountry, splitCountries } from "../forms/countries.ts";

/**
 * The Democratic Republic of the Congo and the countries adjoining it, by ISO code: the covered countries of
 * section 1502 of the Dodd-Frank Act.
 */
export const COVERED_COUNTRIES = ["AO", "BI", "CD", "CF", "CG", "RW", "SS", "TZ", "UG", "ZM"] as const;

/** Whether an ISO alpha-2 code is that of a covered country. */
export function isCoveredCountry(code: string): boolean {
  return (COVERED_COUNTRIES as readonly string[]).includes(code);
}

/** Whether every country that an ambiguous name may mean is covered: so for "Congo". */
export function isCoveredEitherWay(name: string): boolean {
  const reading = readCountry(name);
  return "among" in reading && reading.among.every(isCoveredCountry);
}

/** What a mine-country cell says, and what of it is covered: ISO codes, and ambiguous names as written. */
export interface OriginsNamed extends OriginReading {
  covered: { countries: string[]; ambiguous: string[] };
}

/** Reads a mine-country cell. */
export function readOrigins(text: string): OriginsNamed {
  const reading = splitCountries(text);
  return {
    ...reading,
    covered: {
      countries: reading.countries.filter(isCoveredCountry),
      ambiguous: reading.ambiguous.filter(isCoveredEitherWay),
    },
  };
}

/** Whether a covered country is among what was read. */
export function namesCovered({ covered }: OriginsNamed): boolean {
  return covered.countries.length + covered.ambiguous.length > 0;
}
