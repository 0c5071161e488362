// Decodes file names without a known code page. Archives made by Windows use that of the machine: each name is read in
// the code page in which it looks most like a name.
import { isAscii } from "node:buffer";
import { createRequire } from "node:module";

/**
 * The names in the encoding that fits them: ASCII and UTF-8 as such, all others in one common code page, as they were
 * written by one program on one machine.
 */
export function decodeNames(names: readonly Buffer[]): string[] {
  const decoded = names.map((name) => (isAscii(name) ? name.toString("latin1") : strictly("utf-8", name)));
  const others = names.filter((_, index) => decoded[index] === undefined);
  if (others.length === 0) return decoded as string[];
  const telling = others.filter(({ length }) => length <= LONGEST).slice(0, MOST);
  const decode = mostLikely(telling.length > 0 ? telling : others.slice(0, 1));
  return decoded.map((name, index) => name ?? decode(names[index] as Buffer));
}

/** How many names are inspected to determine the code page, and their maximum length. */
const MOST = 200;
const LONGEST = 260;

interface CodePage {
  /** Undefined if the bytes are invalid in this code page. */
  decode(name: Buffer): string | undefined;
  /** How unlikely its characters are, by the first byte of each; 0 if that is no evidence. */
  rarity?: (name: Buffer) => number;
}

type Decode = (name: Buffer) => string;

/** The code page in which the names are most likely; the first of equals. */
function mostLikely(names: readonly Buffer[]): Decode {
  let best: { cost: number; decode: Decode } | undefined;
  for (const { decode, rarity = () => 0 } of codePages()) {
    let cost = 0;
    for (const name of names) {
      const text = decode(name);
      cost += text === undefined ? Number.POSITIVE_INFINITY : oddness(text) + rarity(name);
    }
    if (best === undefined || cost < best.cost) best = { cost, decode: (name) => decode(name) ?? "" };
  }
  return (best as { decode: Decode }).decode;
}

/** In order of preference: if several fit equally well, the first is used. */
function codePages(): CodePage[] {
  return [
    { decode: (name) => strictly("shift_jis", name), rarity: (name) => rareJapanese(name) },
    { decode: (name) => strictly("euc-kr", name), rarity: (name) => rarePairs(name, 0xb0, 0xc8) },
    { decode: (name) => strictly("gb18030", name), rarity: (name) => rarePairs(name, 0xb0, 0xd7) },
    { decode: (name) => strictly("big5", name), rarity: (name) => rarePairs(name, 0xa4, 0xc6) },
    { decode: (name) => iconv().decode(name, "cp437") },
    { decode: (name) => iconv().decode(name, "cp850") },
    { decode: (name) => iconv().decode(name, "win1252"), rarity: (name) => carons(name) },
    ...["cp866", "win1251", "cp852", "win1250", "cp737", "win1253", "cp857"].map(
      (codePage): CodePage => ({ decode: (name) => iconv().decode(name, codePage) }),
    ),
    { decode: (name) => iconv().decode(name, "win1254"), rarity: (name) => carons(name) },
  ];
}

const RARE = 1.5;

/** Š and ž are in the western code pages, but the languages that have them use the Central European one. */
function carons(name: Buffer): number {
  return name.filter((byte) => byte === 0x8a || byte === 0x8e || byte === 0x9a || byte === 0x9e).length;
}

/**
 * Chinese and Korean character sets have frequent characters in one range, so characters with a first byte elsewhere
 * are rare. Three or more with only the bytes of Cyrillic capitals hardly occur.
 */
function rarePairs(name: Buffer, first: number, last: number): number {
  let cost = 0;
  let capitals = 0;
  let pairs = 0;
  for (let at = 0; at < name.length; at++) {
    const lead = name[at] as number;
    if (lead < 0x80) continue;
    const trail = name[++at] ?? 0;
    pairs++;
    if (lead < first || lead > last) cost += RARE;
    if (lead >= 0xc0 && lead <= 0xdf && trail >= 0xc0 && trail <= 0xdf) capitals++;
  }
  return pairs >= 3 && capitals === pairs ? cost + pairs / 2 : cost;
}

/** The frequent characters of Shift_JIS: kana and the kanji of level 1. Half-width katakana are rare. */
function rareJapanese(name: Buffer): number {
  let cost = 0;
  for (let at = 0; at < name.length; at++) {
    const lead = name[at] as number;
    if (lead < 0x80) continue;
    if (lead >= 0xa1 && lead <= 0xdf) cost += 1;
    else {
      at++;
      if (lead >= 0x98) cost += RARE;
    }
  }
  return cost;
}

/** Signs that occur in file names. */
const SIGNS = /[–—‘’“”„«»·°№§…\u00a0、。・ー（）「」【】～＿－，＆]/;
/** Letters that few languages have, which are typical of a wrong code page. */
const RARE_LETTERS = /[ªºƒÿŸðÐþÞµĸŉſЂЃѓЉЊЌЋЏђљњќћџЅѕЈј]/;
const COMMON_LETTERS = /[äöüßéèàçñåøôêâãóáíúÄÖÜÉÅØ]/;

/** How little a text looks like a file name; 0 if nothing is odd. */
function oddness(text: string): number {
  let cost = 0;
  for (const sign of text.match(/[^\p{L}\p{M}\p{ASCII}]/gu) ?? []) cost += SIGNS.test(sign) ? 0.5 : 3;
  for (const word of text.match(/[\p{L}\p{M}]+/gu) ?? []) cost += oddnessOfWord(word);
  return cost;
}

function oddnessOfWord(word: string): number {
  let cost = 0;
  const hasSmall = /\p{Ll}/u.test(word);
  let before: string | undefined;
  let accents = 0;
  for (const letter of word) {
    const script = scriptOf(letter);
    // Latin letters are common beside Chinese and Japanese ones, but not beside Greek or Cyrillic ones.
    if (before !== undefined && script !== before)
      cost += script === "eastern" || before === "eastern" ? 1 : 3;
    if (!isAsciiLetter(letter)) {
      if (RARE_LETTERS.test(letter)) cost += 2;
      else if (script === "latin" && !COMMON_LETTERS.test(letter)) cost += letter > "\u00ff" ? 0.3 : 0.2;
      // A capital in the middle of a lower-case word.
      if (before !== undefined && hasSmall && /\p{Lu}/u.test(letter)) cost += 2;
    }
    accents = script === "latin" && !isAsciiLetter(letter) ? accents + 1 : 0;
    if (accents > 2) cost += 1;
    before = script;
  }
  return cost;
}

function isAsciiLetter(letter: string): boolean {
  return letter < "\x80";
}

function scriptOf(letter: string): "latin" | "greek" | "cyrillic" | "eastern" {
  if (/\p{Script=Greek}/u.test(letter)) return "greek";
  if (/\p{Script=Cyrillic}/u.test(letter)) return "cyrillic";
  return /\p{Script=Latin}|[ªºµ]/u.test(letter) ? "latin" : "eastern";
}

/** The text in this encoding; undefined if the bytes are invalid. */
function strictly(encoding: string, raw: Buffer): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(raw);
  } catch {
    return undefined;
  }
}

/** Node supports the code pages of Windows but not those of DOS. Loaded on demand. */
function iconv(): typeof import("iconv-lite") {
  return createRequire(import.meta.url)("iconv-lite");
}
