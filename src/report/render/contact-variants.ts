// Finds people's names and phone numbers in any spelling: other letter case, spacing or order.
import { readCountry } from "../../forms/countries.ts";
import { readAnyMineral } from "../../forms/minerals.ts";
import { normalForm } from "../../lib/normal-form.ts";
import { fold } from "../../lib/text.ts";

/** Words for positions, departments and templates: a text of only these is not a person's name. */
const NO_NAMES = new Set(
  [
    "sales quality purchasing procurement compliance conflict minerals mineral metals metal team department dept manager",
    "management office officer customer customers service services support environmental environment csr esg ehs hse rba",
    "engineering engineer sustainability contact person same as above below see not applicable available none unknown n a",
    "na tbd smelter smelters refiner refinery director president ceo cfo coo vice",
    "general export import supply chain product products stewardship info admin administration administrator group company",
    "corporate global regional material materials declaration reporting template responsible the of and for to in at yes no",
    "valid invalid missing stale late undated blank own foreign unreadable superseded replaced withdrawn questions standing",
    "error warning open user defined response responses supplier suppliers report received assistant senior junior head",
  ].flatMap((line) => line.split(" ")),
);
const HONORIFICS = new Set([
  "mr",
  "mrs",
  "ms",
  "miss",
  "dr",
  "prof",
  "herr",
  "frau",
  "sir",
  "madam",
  "mme",
  "ing",
]);
/** Separators between people in one cell, and around remarks about one. */
const BETWEEN_PERSONS = /[/;|&()<>[\]\n]| and | und | et /i;
const TOKEN = /[\p{L}\p{M}\p{N}]+/gu;
/** Scripts whose names occur within a text without surrounding blanks. */
const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+$/u;
/** Most words in a name, and most characters between two of them. */
const MOST_WORDS = 8;
const WIDEST_GAP = 3;
/** Shorter one-word names, and shorter numbers, occur in too many places. */
const SHORTEST_WORD = 3;
const SHORTEST_NAME = 5;
const SHORTEST_PHONE = 7;
/** Prefixes of names up to this length rule out most texts. */
const HEAD = 8;
const PHONE = /(?<![\p{L}\p{N}])\+?\d[\d\s().\-/\u2010-\u2015\u00a0]{4,}\d(?![\p{L}\p{N}])/gu;

/** What is known about people, and a way to find it in texts. */
export interface ContactVariants {
  addName(text: string): void;
  addPhone(text: string): void;
  /** Replaces what is known in the text. One-word names count anywhere, or only if they are the `whole` text. */
  replace(text: string, by: string, oneWord: "anywhere" | "whole"): string;
  /** One-word names, normalised by `keyOf`. */
  oneWordNames: ReadonlySet<string>;
}

/** A text without what does not distinguish names: case, accents, blanks, marks. */
export function keyOf(text: string): string {
  return fold(text).replaceAll(" ", "");
}

/** Cache of word keys: a campaign repeats some ten thousand words. */
const wordKeys = new Map<string, string>();
const MOST_WORD_KEYS = 100_000;
const LONGEST_REMEMBERED = 40;

function keyOfWord(word: string): string {
  let key = wordKeys.get(word);
  if (key !== undefined) return key;
  key = keyOf(word);
  if (word.length > LONGEST_REMEMBERED) return key;
  if (wordKeys.size >= MOST_WORD_KEYS) wordKeys.clear();
  wordKeys.set(word, key);
  return key;
}

/** Starts empty. Texts for which `isPublic` is true, such as names of suppliers, are not replaced. */
export function createContactVariants(isPublic: (key: string) => boolean): ContactVariants {
  const names = new Set<string>();
  const oneWordNames = new Set<string>();
  const heads = new Set<string>();
  const phones = new Map<string, string[]>();
  const beginnings = new Set<number>();
  let longest = 0;

  function addName(text: string): void {
    for (const part of text.slice(0, 500).split(BETWEEN_PERSONS)) addPerson(part);
  }

  function addPerson(text: string): void {
    const words = (text.match(TOKEN) ?? []).map(keyOf).filter((word) => word !== "" && !HONORIFICS.has(word));
    if (words.length === 0 || words.length > MOST_WORDS) return;
    if (words.every((word) => NO_NAMES.has(word) || readAnyMineral(word) !== undefined || /^\d+$/.test(word)))
      return;
    const whole = words.join("");
    if (isPublic(whole) || readCountry(text).code !== undefined) return;
    if (words.length === 1 || UNSPACED.test(whole)) {
      const enough = UNSPACED.test(whole) ? 2 : SHORTEST_WORD;
      if ([...whole].length >= enough) oneWordNames.add(whole);
      if (words.length === 1) return;
    }
    if (whole.length < SHORTEST_NAME && !UNSPACED.test(whole)) return;
    // "Ada Example", "Example, Ada"
    for (let first = 0; first < words.length; first++) {
      const turned = [...words.slice(first), ...words.slice(0, first)].join("");
      names.add(turned);
      for (let length = 0; length <= HEAD; length++) heads.add(turned.slice(0, length));
      const start = numberOf(turned, 0, turned.length);
      if (start !== undefined) beginnings.add(start);
      longest = Math.max(longest, turned.length);
    }
  }

  function addPhone(text: string): void {
    for (const [found] of text.slice(0, 500).matchAll(PHONE)) {
      const digits = digitsOf(found);
      if (digits.length < SHORTEST_PHONE) continue;
      const end = digits.slice(-SHORTEST_PHONE);
      phones.set(end, [...(phones.get(end) ?? []), digits]);
    }
  }

  function replaceNames(text: string, by: string): string {
    if (names.size === 0) return text;
    const tokens = tokensOf(text);
    let result = "";
    let done = 0;
    for (let at = 0; at < tokens.length; at += 2) {
      const start = numberOf(text, tokens[at] as number, tokens[at + 1] as number);
      if (start !== undefined && !beginnings.has(start)) continue;
      const last = lastOfName(text, tokens, at);
      if (last === undefined) continue;
      result += text.slice(done, tokens[at]) + by;
      done = tokens[last + 1] as number;
      at = last;
    }
    return done === 0 ? text : result + text.slice(done);
  }

  /** The end of the longest name that starts at a token; `tokens` are from `tokensOf`. */
  function lastOfName(text: string, tokens: readonly number[], at: number): number | undefined {
    let joined = "";
    let found: number | undefined;
    for (let next = at; next < tokens.length && next < at + 2 * MOST_WORDS; next += 2) {
      const [start, end] = [tokens[next] as number, tokens[next + 1] as number];
      if (next > at && start - (tokens[next - 1] as number) > WIDEST_GAP) break;
      if (end - start <= longest) joined += keyOfWord(text.slice(start, end));
      if (joined.length > longest || !heads.has(joined.slice(0, HEAD))) break;
      if (names.has(joined)) found = next;
    }
    return found;
  }

  function replacePhones(text: string, by: string): string {
    if (phones.size === 0 || !mayHoldPhone(text)) return text;
    return text.replace(PHONE, (found) => {
      const digits = digitsOf(found);
      const alike = phones.get(digits.slice(-SHORTEST_PHONE)) ?? [];
      return alike.some((one) => one.endsWith(digits) || digits.endsWith(one)) ? by : found;
    });
  }

  function replaceOneWord(text: string, by: string): string {
    if (oneWordNames.size === 0) return text;
    return text.replace(TOKEN, (word) => {
      const key = keyOf(word);
      if (oneWordNames.has(key)) return by;
      if (!/[^\p{ASCII}]/u.test(word)) return word;
      let rest = normalForm(word, "NFC");
      for (const name of oneWordNames) if (UNSPACED.test(name)) rest = rest.replaceAll(name, by);
      return rest === normalForm(word, "NFC") ? word : rest;
    });
  }

  return {
    oneWordNames,
    addName,
    addPhone,
    replace(text, by, oneWord) {
      if (oneWord === "whole" && text.length < 60 && oneWordNames.size > 0 && oneWordNames.has(keyOf(text)))
        return by;
      const rest = replacePhones(replaceNames(text, by), by);
      return oneWord === "anywhere" ? replaceOneWord(rest, by) : rest;
    },
  };
}

/** Number of characters by which most words can be ruled out as the start of a name, and the size of the alphabet. */
const START = 3;
const BASE = 36;

/** A number for the first characters of an ASCII word, ignoring case; undefined for other and shorter words. */
function numberOf(text: string, from: number, to: number): number | undefined {
  if (to - from < START) return undefined;
  let number = 0;
  for (let at = from; at < from + START; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x30 && code <= 0x39) number = number * BASE + code - 0x30;
    else if ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a) number = number * BASE + (code | 0x20) - 0x57;
    else return undefined;
  }
  return number;
}

/** Start and end of each word of a text, in a flat array. */
function tokensOf(text: string): number[] {
  const tokens: number[] = [];
  let start = -1;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 0x7f)
      return [...text.matchAll(TOKEN)].flatMap(({ 0: word, index }) => [index, index + word.length]);
    const small = code | 0x20;
    if ((small >= 0x61 && small <= 0x7a) || (code >= 0x30 && code <= 0x39)) {
      if (start < 0) start = at;
    } else if (start >= 0) {
      tokens.push(start, at);
      start = -1;
    }
  }
  if (start >= 0) tokens.push(start, text.length);
  return tokens;
}

/** Whether there are enough digits in a row, separated only by characters that occur in phone numbers. */
function mayHoldPhone(text: string): boolean {
  let digits = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x30 && code <= 0x39) {
      digits += 1;
      if (digits >= SHORTEST_PHONE) return true;
    } else if (code > 0x39 && code < 0x80) digits = 0;
  }
  return false;
}

/** The digits of a number without the prefix zeros for a country or long-distance call. */
function digitsOf(phone: string): string {
  return phone.replace(/\(0\)/g, "").replace(/\D/g, "").replace(/^0+/, "");
}
