// File names of letters, one per supplier.
import { sortTexts } from "../../lib/compare-texts.ts";
import { groupBy } from "../../lib/group-by.ts";
import { normalForm } from "../../lib/normal-form.ts";
import { sha256Of } from "../../lib/sha256.ts";

/**
 * Longer names are truncated: with the hash, the extension and the suffix used while writing, a file name has at most
 * 255 bytes.
 */
const LONGEST = { characters: 60, bytes: 180 };
/** Reserved device names on Windows, with any extension ("Naming Files, Paths, and Namespaces"). */
const RESERVED = /^(?:con|prn|aux|nul|(?:com|lpt)[0-9¹²³])$/;
/** Digits of the hash that distinguishes otherwise equal names. */
const MARK = 8;

/**
 * A file name without extension for each supplier, made of letters and digits of any script. If several would be equal,
 * ignoring case, each gets a hash of the supplier's full name; so do truncated and reserved names. A name therefore
 * never passes from one of these suppliers to another.
 */
export function letterNames(suppliers: Iterable<string>): ReadonlyMap<string, string> {
  const plain = sortTexts(new Set(suppliers)).map((supplier) => ({ supplier, ...plainName(supplier) }));
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const [key, same] of groupBy(plain, ({ name }) => sameName(name))) {
    for (const { supplier, name, cut } of same) {
      const marked = cut || same.length > 1 || RESERVED.test(key);
      names.set(supplier, marked ? withMark(name, sha256Of(supplier), taken) : name);
      taken.add(sameName(names.get(supplier) as string));
    }
  }
  return names;
}

/** The form in which case-insensitive file systems compare names. */
export function sameName(name: string): string {
  return normalForm(name, "NFC").toUpperCase().toLowerCase();
}

function withMark(name: string, hash: string, taken: ReadonlySet<string>): string {
  for (let digits = MARK; ; digits += MARK) {
    const marked = `${name}-${hash.slice(0, digits)}`;
    if (digits >= hash.length || !taken.has(sameName(marked))) return marked;
  }
}

function plainName(supplier: string): { name: string; cut: boolean } {
  const whole = normalForm(supplier, "NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
  let name = "";
  let bytes = 0;
  let characters = 0;
  for (const character of whole) {
    bytes += Buffer.byteLength(character);
    characters += 1;
    if (characters > LONGEST.characters || bytes > LONGEST.bytes) break;
    name += character;
  }
  return { name: name || "supplier", cut: name.length < whole.length };
}
