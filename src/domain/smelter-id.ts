// IDs of facilities: how lists write them, and how they are read from what people type.
import { LEGACY_IDS } from "../forms/legacy-ids.ts";
import { normalForm } from "../lib/normal-form.ts";

/** The IDs of RMI's lists, and of the templates since 3.00. */
const CURRENT = /^CID\d{6}$/;
/** The IDs of 2.x: a digit for the metal, the country in ISO alpha-3, a serial number. */
const LEGACY = /^[1-4][A-Z]{3}\d{3}$/;
const LEGACY_METALS: Readonly<Record<string, string>> = { 1: "gold", 2: "tin", 3: "tantalum", 4: "tungsten" };

/** What stands between the letters and digits of a typed ID and does not count. */
const BETWEEN = /[\s\p{Z}\p{C}\-–:#._]/gu;

/** An ID as lists write it. */
interface SmelterId {
  /** "CID002763", or "1DEU001" for the IDs of 2.x. */
  id: string;
  legacy: boolean;
  /** For a 2.x ID: the CID that replaced it, where the templates know one. */
  successor?: string;
}

/**
 * Reads a typed ID; case, blanks, hyphens, other marks between and full-width letters do not count. Undefined for any
 * other text.
 */
export function readSmelterId(text: string): SmelterId | undefined {
  if (CURRENT.test(text)) return { id: text, legacy: false };
  const id = bare(text);
  if (CURRENT.test(id)) return { id, legacy: false };
  if (!LEGACY.test(id)) return undefined;
  const successor = LEGACY_IDS[id];
  return { id, legacy: true, ...(successor === undefined ? {} : { successor }) };
}

/** Whether a text is an ID of today in the spelling of the lists. */
export function isCurrentId(text: string): boolean {
  return CURRENT.test(text);
}

/** Whether a text is an ID of 2.x in the spelling of the lists. */
export function isLegacyId(text: string): boolean {
  return LEGACY.test(text);
}

/** The ID under which a facility is known today: for a 2.x ID the CID that replaced it, where there is one. */
export function currentId(id: string): string {
  return LEGACY_IDS[id] ?? id;
}

/** The metal and the country (ISO alpha-3) that a 2.x ID spells. */
export function spelledByLegacyId(id: string): { metal: string | undefined; country: string } {
  return { metal: LEGACY_METALS[id.charAt(0)], country: id.slice(1, 4) };
}

/** The digits of a text that has the look of an ID, three to six of them, filled up to six; undefined for other text. */
export function idDigits(text: string): string | undefined {
  return /^(?:CID)?(\d{3,6})$/.exec(bare(text))?.[1]?.padStart(6, "0");
}

/** The ID with these six digits. */
export function idOfDigits(digits: string): string {
  return `CID${digits}`;
}

function bare(text: string): string {
  return normalForm(text, "NFKC").toUpperCase().replace(BETWEEN, "");
}
