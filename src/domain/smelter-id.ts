// IDs of facilities: how lists write them, and how they are read from what people type.
import { LEGACY_IDS, mineralOfLegacyId } from "../forms/legacy-ids.ts";
import { normalForm } from "../lib/normal-form.ts";

/** The IDs of RMI's lists, and of the templates since 3.00. */
const CURRENT = /^CID\d{6}$/;
/** The IDs of 2.x: a digit for the metal, the country in ISO alpha-3, a serial number. */
const LEGACY = /^[1-4][A-Z]{3}\d{3}$/;

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
  return { metal: mineralOfLegacyId(id), country: id.slice(1, 4) };
}

/** "CID" with what stands between it and the digits; the letters O, I and L are taken for digits. */
const PREFIXED = /C[I1L]D[\s:#._/-]*([0-9OIL]{3,7})(?![0-9A-Z])/;
const SIX_DIGITS = /(?<![0-9A-Z])(\d{6})(?![0-9A-Z])/;
const EITHER = [/C[I1L]D[\s:#._/-]*[0-9OIL]{3,7}(?![0-9A-Z])/gi, /(?<![0-9A-Z])\d{6}(?![0-9A-Z])/gi];

/**
 * The digits that somebody typed as those of an ID, three to seven of them as typed: behind "CID", or all of the text.
 * `inName`: the text is a name, in which six bare digits count too. Undefined for other text.
 */
export function idDigits(text: string, inName = false): string | undefined {
  if (!/[0-9OILＯ０-９]{3}/i.test(text)) return undefined;
  const plain = normalForm(text, "NFKC").toUpperCase();
  const all = bare(plain);
  const typed =
    PREFIXED.exec(plain)?.[1] ??
    (inName ? SIX_DIGITS.exec(plain)?.[1] : undefined) ??
    (inName ? /^\d{3,6}$/ : /^\d{3,7}$/).exec(all)?.[0];
  return typed?.replaceAll("O", "0").replace(/[IL]/g, "1");
}

/** A name without the ID in it, for the comparison of what else it says. */
export function withoutIdDigits(name: string): string {
  if (!/[0-9OIL]{3}/i.test(name)) return name;
  return EITHER.reduce((text, pattern) => text.replace(pattern, " "), name);
}

/** The ID with these digits, filled up to six. */
export function idOfDigits(digits: string): string {
  return `CID${digits.padStart(6, "0")}`;
}

function bare(text: string): string {
  return normalForm(text, "NFKC").toUpperCase().replace(BETWEEN, "");
}
