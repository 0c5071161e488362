// The ways in which a reported name may be read before it is compared with listed names.
import { withoutIdDigits } from "../domain/smelter-id.ts";
import { fold, nameWords } from "../lib/text.ts";
import type { ListedName, ListedNames } from "./listed-names.ts";
import { comparedWords } from "./name-tokens.ts";
import { withoutCountryWords } from "./place-names.ts";
import type { ReadName } from "./read-name.ts";
import { phraseFor, sameMeaning } from "./scripts/meanings.ts";
import { createScriptReader } from "./scripts/script-reader.ts";

/** One reading of a name. */
export interface Reading {
  words: readonly string[];
  /** Its words without spaces, for comparing letters. */
  key: string;
  /** The weight of a match found by this reading: 1 for the name as written. */
  worth: number;
  /** How the reading differs from the text, in words for a person. */
  how?: string;
}

/** Returns the readings of a name in a row of this country (ISO alpha-2), starting with the name as written. */
export type ReadingsOf = (name: ReadName, country: string | undefined) => Reading[];

/** A word that may be the initials of a name. */
const ACRONYM = /^[a-z]{3,6}$/;
const ACRONYM_WORTH = 0.85;
/** One word was replaced by several: "HK" by Hong Kong. */
const PHRASE_WORTH = 0.95;
/** The initials of the name are an abbreviation on the list. */
const SHORTENED_WORTH = 0.5;
/** An acronym that fits more names than this is not used. */
const MOST_NAMES_OF_ACRONYM = 8;
/** Longer names are not acronyms, and would have too many readings. */
const MOST_WORDS = 8;
/** An abbreviation inside a listed name. */
const CAPITALS = /(?<![\p{L}\p{N}])\p{Lu}{3,6}(?![\p{L}\p{N}])/gu;
/** "NiihamaToyo": a word that starts inside another. */
const INNER_CAPITAL = /(?<=\p{Ll}{2})(?=\p{Lu}\p{Ll}{2})/gu;

/** Returns a function that reads names using the vocabulary of a list. */
export function createReadings(listed: ListedNames): ReadingsOf {
  const { byWord, byPlace, joined, names } = listed;
  const isWord = (word: string) => byWord.has(word) || byPlace.has(word);
  const readScript = createScriptReader(function* () {
    for (const word of byWord.keys()) yield [word, [word]] as const;
    for (const word of byPlace.keys()) yield [word, [word]] as const;
    yield* joined;
  });
  let abbreviations: ReadonlySet<string> | undefined;
  let acronyms: ReadonlyMap<string, readonly ListedName[]> | undefined;

  /** The words with the list's spacing: joined where the list writes one word, split where it writes two. */
  function respaced(own: readonly string[]): string[] {
    const result: string[] = [];
    for (let at = 0; at < own.length; at++) {
      const word = own[at] as string;
      const both = `${word}${own[at + 1] ?? ""}`;
      if (both !== word && both.length > 3 && isWord(both)) {
        result.push(both);
        at++;
      } else if (isWord(word)) result.push(word);
      else result.push(...(joined.get(word) ?? [word]));
    }
    return result;
  }

  /** Whether some listed name contains the word in capitals. */
  function isAbbreviation(word: string): boolean {
    abbreviations ??= new Set(names.flatMap(({ name }) => name.text.match(CAPITALS) ?? []).map(fold));
    return abbreviations.has(word);
  }

  /** The words with an acronym replaced by each name that it may stand for. */
  function spelledOut(words: readonly string[]): Reading[] {
    if (words.length < 2 || words.length > MOST_WORDS) return [];
    return words.flatMap((word, at) => {
      if (!ACRONYM.test(word) || sameMeaning(word).length > 0) return [];
      if (isWord(word) && !isAbbreviation(word)) return [];
      acronyms ??= namesByInitials(names);
      const meant = acronyms.get(word) ?? [];
      if (meant.length > MOST_NAMES_OF_ACRONYM) return [];
      return meant.map((name) =>
        reading([...words.slice(0, at), ...name.words, ...words.slice(at + 1)], {
          worth: ACRONYM_WORTH,
          how: `"${word}" as the initials of "${name.name.text}"`,
        }),
      );
    });
  }

  /** The initials of the name's words, if a listed name contains them as an abbreviation. */
  function shortened(name: ReadName, own: readonly string[]): Reading[] {
    if (own.length < 3) return [];
    const all = name.folded.split(" ").filter((word) => word !== "and" && word !== "of");
    return [own, all]
      .map((list) => list.map((word) => word[0]).join(""))
      .filter(isAbbreviation)
      .map((initials) =>
        reading([initials], { worth: SHORTENED_WORTH, how: `its initials are "${initials.toUpperCase()}"` }),
      );
  }

  return (name, country) => {
    const text = withoutIdDigits(name.text);
    const written = text === name.text ? name.words : nameWords(text);
    if (written.length === 0) return [];
    const readings = [reading(written)];
    const add = (words: readonly string[], more: Partial<Reading> = {}) => {
      const fresh = reading(words, more);
      if (
        words.length > 0 &&
        !readings.some(({ key, words: known }) => key === fresh.key && same(known, fresh.words))
      )
        readings.push(fresh);
    };
    const apart = text.replace(INNER_CAPITAL, " ");
    const spaced = respaced(apart === text ? written : nameWords(apart));
    add(spaced);
    add(withoutCountryWords(spaced, country));
    const read = readScript(text, country === "JP");
    if (read) add(read, { how: `read as "${read.join(" ")}"` });
    const phrased = spaced.flatMap((word) => phraseFor(word) ?? [word]);
    add(phrased, { worth: PHRASE_WORTH, how: `read as "${phrased.join(" ")}"` });
    readings.push(...spelledOut(spaced), ...shortened(name, spaced));
    return readings;
  };
}

function reading(words: readonly string[], more: Partial<Reading> = {}): Reading {
  return { words: comparedWords(words), key: words.join(""), worth: 1, ...more };
}

function same(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((word, at) => word === other[at]);
}

/** Names by the initials of their words, with and without the legal form, complete or without the last ones. */
function namesByInitials(names: readonly ListedName[]): Map<string, ListedName[]> {
  const map = new Map<string, ListedName[]>();
  for (const name of names) {
    const [own, all, withForm] = name.initials;
    for (const initials of new Set([own, withForm, ...beginnings(all)])) {
      const known = map.get(initials) ?? [];
      if (!known.some(({ words }) => same(words, name.words))) map.set(initials, [...known, name]);
    }
  }
  return map;
}

/** Prefixes of at least three letters. */
function beginnings(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - 2) }, (_, at) => text.slice(0, at + 3));
}
