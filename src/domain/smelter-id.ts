// Facility IDs: how lists write them, and how to read what people type.
import { LEGACY_IDS, mineralOfLegacyId } from "../forms/legacy-ids.ts";
import { normalForm } from "../lib/normal-form.ts";

/** IDs on RMI's lists, and in the templates since 3.00. */
const CURRENT = /^CID\d{6}$/;
/** IDs in 2.x: a digit for the metal, the country in ISO alpha-3, a serial number. */
const LEGACY = /^[1-4][A-Z]{3}\d{3}$/;

/** Characters between the letters and digits of a typed ID that are ignored. */
const BETWEEN = /[\s\p{Z}\p{C}\-–:#._]/gu;

/** An ID in the spelling of the lists. */
interface SmelterId {
  /** "CID002763", or "1DEU001" for an ID of 2.x. */
  id: string;
  legacy: boolean;
  /** For a 2.x ID: the CID that replaced it, if the templates give one. */
  successor?: string;
}

/**
 * Reads a typed ID, ignoring case, blanks, hyphens and other marks in between, and full width. Undefined for
 * any other text.
 */
export function readSmelterId(text: string): SmelterId | undefined {
  if (CURRENT.test(text)) return { id: text, legacy: false };
  const id = bare(text);
  if (CURRENT.test(id)) return { id, legacy: false };
  if (!LEGACY.test(id)) return undefined;
  const successor = LEGACY_IDS[id];
  return { id, legacy: true, ...(successor === undefined ? {} : { successor }) };
}

/** Whether a text is a current ID in the spelling of the lists. */
export function isCurrentId(text: string): boolean {
  return CURRENT.test(text);
}

/** Whether a text is a 2.x ID in the spelling of the lists. */
export function isLegacyId(text: string): boolean {
  return LEGACY.test(text);
}

/** The current ID of a facility: for a 2.x ID the CID that replaced it, if any; otherwise the ID itself. */
export function currentId(id: string): string {
  return LEGACY_IDS[id] ?? id;
}

/** The metal and the country (ISO alpha-3) encoded in a 2.x ID. */
export function spelledByLegacyId(id: string): { metal: string | undefined; country: string } {
  return { metal: mineralOfLegacyId(id), country: id.slice(1, 4) };
}

/** "CID" and any separators before the digits; the letters O, I and L are read as digits. */
const PREFIXED = /C[I1L]D[\s:#._/-]*([0-9OIL]{3,7})(?![0-9A-Z])/;
const SIX_DIGITS = /(?<![0-9A-Z])(\d{6})(?![0-9A-Z])/;
const EITHER = [/C[I1L]D[\s:#._/-]*[0-9OIL]{3,7}(?![0-9A-Z])/gi, /(?<![0-9A-Z])\d{6}(?![0-9A-Z])/gi];

/**
 * The digits of what was typed as an ID, three to seven of them: after "CID", or the whole text. With
 * `inName` the text is a name, in which six bare digits count too. Undefined for any other text.
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

/** A name without the ID in it, to compare the rest. */
export function withoutIdDigits(name: string): string {
  if (!/[0-9OIL]{3}/i.test(name)) return name;
  return EITHER.reduce((text, pattern) => text.replace(pattern, " "), name);
}

/** The ID with these digits, padded to six. */
export function idOfDigits(digits: string): string {
  return `CID${digits.padStart(6, "0")}`;
}

function bare(text: string): string {
  return normalForm(text, "NFKC").toUpperCase().replace(BETWEEN, "");
}
