// The countries that a legal inquiry asks about, and whether a text about the origin of a mineral names one.
import { type OriginReading, readCountry, splitCountries } from "../forms/countries.ts";
import type { Family } from "../forms/form.ts";

/** Whether the inquiry of a family asks about a country (ISO alpha-2); no where the family serves none. */
export function isInquired({ inquiry }: Family, country: string): boolean {
  return inquiry?.countries.includes(country) ?? false;
}

/** Whether every country that an ambiguous name may mean is asked about: so for "Congo". */
export function isInquiredEitherWay(family: Family, name: string): boolean {
  const reading = readCountry(name);
  return "among" in reading && reading.among.every((country) => isInquired(family, country));
}

/** What a mine-country cell says, and what of it is asked about: ISO codes, and ambiguous names as written. */
export interface OriginsNamed extends OriginReading {
  covered: { countries: string[]; ambiguous: string[] };
}

/** Reads a mine-country cell. */
export function readOrigins(family: Family, text: string): OriginsNamed {
  const reading = splitCountries(text);
  return {
    ...reading,
    covered: {
      countries: reading.countries.filter((country) => isInquired(family, country)),
      ambiguous: reading.ambiguous.filter((name) => isInquiredEitherWay(family, name)),
    },
  };
}

/** Whether a country that is asked about is among what was read. */
export function namesInquired({ covered }: OriginsNamed): boolean {
  return covered.countries.length + covered.ambiguous.length > 0;
}
