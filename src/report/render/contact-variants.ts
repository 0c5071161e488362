// Names and phone numbers of persons however they are written: in other letter case, spaced or ordered otherwise.
import { readCountry } from "../../forms/countries.ts";
import { readAnyMineral } from "../../forms/minerals.ts";
import { normalForm } from "../../lib/normal-form.ts";
import { fold } from "../../lib/text.ts";

/** Words of posts, departments and templates: a text of nothing else is no person's name. */
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
/** Between two persons in one cell, and around what is said of one. */
const BETWEEN_PERSONS = /[/;|&()<>[\]\n]| and | und | et /i;
const TOKEN = /[\p{L}\p{M}\p{N}]+/gu;
/** Scripts whose names stand in a text without blanks around them. */
const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+$/u;
/** Words of a name, and characters between two of them. */
const MOST_WORDS = 8;
const WIDEST_GAP = 3;
/** Shorter names of one word, and shorter numbers, stand in too many places. */
const SHORTEST_WORD = 3;
const SHORTEST_NAME = 5;
const SHORTEST_PHONE = 7;
const HEAD = 3;
const PHONE = /(?<![\p{L}\p{N}])\+?\d[\d\s().\-/\u2010-\u2015\u00a0]{4,}\d(?![\p{L}\p{N}])/gu;

/** What is known of persons, and a way to find it in texts. */
export interface ContactVariants {
  addName(text: string): void;
  addPhone(text: string): void;
  /** The text with what is known replaced. Names of one word count only where they are the `whole` text, or anywhere. */
  replace(text: string, by: string, oneWord: "anywhere" | "whole"): string;
  /** Names of one word, as `keyOf` has them. */
  oneWordNames: ReadonlySet<string>;
}

/** A text without what does not tell names apart: case, accents, blanks, marks. */
export function keyOf(text: string): string {
  return fold(text).replaceAll(" ", "");
}

/** Starts with nothing known. Texts that `isPublic` tells, such as names of suppliers, are nobody's secret. */
export function createContactVariants(isPublic: (key: string) => boolean): ContactVariants {
  const names = new Set<string>();
  const oneWordNames = new Set<string>();
  const heads = new Set<string>();
  const phones = new Map<string, string[]>();
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
      heads.add(turned.slice(0, HEAD));
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
    const tokens = [...text.matchAll(TOKEN)].map(({ 0: word, index }) => ({
      word,
      start: index,
      end: index + word.length,
    }));
    const keys: string[] = [];
    let result = "";
    let done = 0;
    for (let at = 0; at < tokens.length; ) {
      const last = lastOfName(tokens, keys, at);
      if (last === undefined) {
        at++;
        continue;
      }
      result += text.slice(done, tokens[at]?.start) + by;
      done = tokens[last]?.end ?? done;
      at = last + 1;
    }
    return result + text.slice(done);
  }

  /** Where the longest name ends that begins at a token. */
  function lastOfName(
    tokens: readonly { word: string; start: number; end: number }[],
    keys: string[],
    at: number,
  ): number | undefined {
    let joined = "";
    let found: number | undefined;
    for (let next = at; next < tokens.length && next < at + MOST_WORDS; next++) {
      const token = tokens[next] as (typeof tokens)[number];
      if (next > at && token.start - (tokens[next - 1]?.end ?? 0) > WIDEST_GAP) break;
      keys[next] ??= token.word.length > longest ? "" : keyOf(token.word);
      joined += keys[next];
      if (joined.length > longest || (joined.length >= HEAD && !heads.has(joined.slice(0, HEAD)))) break;
      if (names.has(joined)) found = next;
    }
    return found;
  }

  function replacePhones(text: string, by: string): string {
    if (phones.size === 0) return text;
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

/** The digits of a number without the zeros that stand for a country or a long distance. */
function digitsOf(phone: string): string {
  return phone.replace(/\(0\)/g, "").replace(/\D/g, "").replace(/^0+/, "");
}
