// Matches names that differ only in the words for the facility's own country and city ("Kazzinc", "Kazzinc
// Kazakhstan").

import { COUNTRY_ALIASES } from "../forms/country-aliases.ts";
import { TEMPLATE_COUNTRIES } from "../forms/template-countries.ts";
import { groupBy } from "../lib/group-by.ts";
import { fold, nameWords } from "../lib/text.ts";
import type { Facility, NameHit } from "./facility-index.ts";
import type { ReadName } from "./read-name.ts";

type Phrase = readonly string[];
/** Phrases by first word, in the order in which they are tried. */
type Phrases = ReadonlyMap<string, readonly Phrase[]>;

let countryPhrases: Map<string, Phrase[]> | undefined;

/** The names of a country as lists of words, longest first; "KOREA, REPUBLIC OF" also gives "korea". */
function phrasesOfCountry(code: string): Phrase[] {
  if (countryPhrases === undefined) {
    countryPhrases = new Map();
    const names: [string, string][] = [
      ...Object.entries(TEMPLATE_COUNTRIES).flatMap(([name, iso]): [string, string][] =>
        iso === null ? [] : [[iso, name]],
      ),
      ...Object.entries(COUNTRY_ALIASES).flatMap(([iso, aliases]) =>
        aliases.map((name): [string, string] => [iso, name]),
      ),
    ];
    for (const [iso, name] of names) {
      const phrases = countryPhrases.get(iso) ?? [];
      phrases.push(...[name, name.split(/[,(]/)[0] ?? ""].map((text) => fold(text).split(" ")));
      countryPhrases.set(iso, phrases);
    }
    for (const phrases of countryPhrases.values()) phrases.sort((a, b) => b.length - a.length);
  }
  return countryPhrases.get(code) ?? [];
}

/** Words for kinds of places, which are not a name. */
const KINDS_OF_PLACE = / (?:city|town|township|district|county|shi|si|gu)$/;

function phrasesOfCity(city: string): Phrase[] {
  const name = fold(city);
  return [name, name.replace(KINDS_OF_PLACE, "")]
    .filter((text) => text.length > 2)
    .map((text) => text.split(" "));
}

function byFirstWord(phrases: readonly Phrase[]): Phrases {
  return groupBy(phrases, ([first = ""]) => first);
}

function placesOf(facility: Facility): Phrase[] {
  const city = facility.city === undefined ? [] : phrasesOfCity(facility.city);
  const country = facility.country === undefined ? [] : phrasesOfCountry(facility.country);
  return [...city, ...country];
}

/** The words without all occurrences of the phrases. */
function without(words: readonly string[], phrases: Phrases): string[] {
  const kept: string[] = [];
  for (let at = 0; at < words.length; ) {
    const first = words[at] as string;
    const phrase = phrases
      .get(first)
      ?.find((candidate) => candidate.every((word, index) => words[at + index] === word));
    if (phrase === undefined) kept.push(first);
    at += phrase?.length ?? 1;
  }
  return kept;
}

/** The words without the names of a country, in any order; all of them if nothing else would be left. */
export function withoutCountryWords(
  words: readonly string[],
  country: string | undefined,
): readonly string[] {
  if (country === undefined) return words;
  const rest = without(words, byFirstWord(phrasesOfCountry(country)));
  return rest.length === 0 ? words : rest;
}

/** A name that equals the reported one except for place words. */
export interface PlaceHit extends NameHit {
  /**
   * Whether the listed name has place words that the reported one lacks, so that only the stated country confirms the
   * place.
   */
  lacksPlace: boolean;
}

/** Finds the only facility of a metal whose name equals the reported one except for its own place words. */
export type PlaceFinder = (reported: ReadName) => PlaceHit | undefined;

/**
 * Returns the search over the facilities of one metal. A hit is unique: no other facility's name is the same without
 * place words, and what is left contains a word that no other facility of the metal uses.
 */
export function createPlaceFinder(facilities: readonly Facility[]): PlaceFinder {
  const places = new Map(facilities.map((facility) => [facility, placesOf(facility)]));
  const everyPlace = byFirstWord(uniquePhrases([...places.values()].flat()));
  const users = new Map<string, Set<Facility>>();
  const bases = new Map<string, NameHit[]>();
  for (const facility of facilities) {
    for (const name of facility.names) {
      const all = nameWords(name.text);
      for (const word of all) users.set(word, (users.get(word) ?? new Set()).add(facility));
      const base = without(all, everyPlace).join("");
      const hits = bases.get(base);
      if (hits) hits.push({ facility, name });
      else bases.set(base, [{ facility, name }]);
    }
  }

  return (reported) => {
    const all = reported.words;
    const hits = bases.get(without(all, everyPlace).join(""));
    const facility = hits?.[0]?.facility;
    if (!hits || !facility || hits.some((hit) => hit.facility !== facility)) return undefined;
    const own = byFirstWord(places.get(facility) ?? []);
    const rest = without(all, own);
    if (!rest.some((word) => word.length > 2 && users.get(word)?.size === 1)) return undefined;
    const equal = hits.filter((hit) => without(nameWords(hit.name.text), own).join("") === rest.join(""));
    const lacks = (hit: NameHit) => nameWords(hit.name.text).some((word) => !all.includes(word));
    const best = equal.find((hit) => !lacks(hit)) ?? equal[0];
    return best && { ...best, lacksPlace: lacks(best) };
  };
}

function uniquePhrases(phrases: readonly Phrase[]): Phrase[] {
  const byText = new Map(phrases.map((phrase) => [phrase.join(" "), phrase]));
  return [...byText.values()].sort((a, b) => b.length - a.length);
}
