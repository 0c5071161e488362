// Facility IDs as people type them.

import { readCountry } from "../forms/countries.ts";
import { LEGACY_IDS } from "../forms/legacy-ids.ts";
import { normalForm } from "../lib/normal-form.ts";
import { sameCountry } from "./same-country.ts";

const LEGACY_METALS: Readonly<Record<string, string>> = { 1: "gold", 2: "tin", 3: "tantalum", 4: "tungsten" };

/** An ID as lists write it. */
export interface ReadId {
  /** "CID002763", or "1DEU001" for the IDs of 2.x. */
  id: string;
  /** For a 2.x ID: the CID that replaced it, where the templates know one. */
  successor?: string;
  legacy: boolean;
}

/** Reads an ID; case, blanks, hyphens and full-width letters do not count. Undefined for any other text. */
export function readId(text: string): ReadId | undefined {
  const bare = normalForm(text, "NFKC")
    .toUpperCase()
    .replace(/[\p{Z}\p{C}._-]/gu, "");
  if (/^CID\d{6}$/.test(bare)) return { id: bare, legacy: false };
  if (!/^[1-4][A-Z]{3}\d{3}$/.test(bare)) return undefined;
  const successor = LEGACY_IDS[bare];
  return { id: bare, legacy: true, ...(successor === undefined ? {} : { successor }) };
}

/** The metal and country that a 2.x ID spells and the facility it stands for does not have. */
export function legacyContradiction(
  legacy: string,
  facility: { metal: string; country?: string },
): { metal?: string; country?: string } | undefined {
  const metal = LEGACY_METALS[legacy.charAt(0)];
  const country = legacy.slice(1, 4);
  const { code } = readCountry(country);
  const contradiction = {
    ...(metal === facility.metal || metal === undefined ? {} : { metal }),
    ...(code === undefined || sameCountry(code, facility.country) ? {} : { country }),
  };
  return Object.keys(contradiction).length === 0 ? undefined : contradiction;
}
