// The countries that a legal inquiry asks about.
import { readCountry } from "../forms/countries.ts";
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
