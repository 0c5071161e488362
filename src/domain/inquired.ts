// The countries covered by a legal inquiry.
import { readCountry } from "../forms/countries.ts";
import type { Family } from "../forms/form.ts";

/** Whether a family's inquiry covers a country (ISO alpha-2); false if the family has no inquiry. */
export function isInquired({ inquiry }: Family, country: string): boolean {
  return inquiry?.countries.includes(country) ?? false;
}

/** Whether every country that an ambiguous name may mean is covered, as with "Congo". */
export function isInquiredEitherWay(family: Family, name: string): boolean {
  const reading = readCountry(name);
  return "among" in reading && reading.among.every((country) => isInquired(family, country));
}
