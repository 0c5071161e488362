// Prepares the names of a metal's facilities for comparison, indexed by words, letter groups and places.
import { nameKey, nameWords, words } from "../lib/text.ts";
import { everyName, type Facility, type FacilityName } from "./facility-index.ts";
import { comparedWords, gramsOf, norm } from "./name-tokens.ts";
import type { Weights } from "./word-weights.ts";

/** A listed name prepared for comparison. */
export interface ListedName {
  /** Index of its facility. */
  facility: number;
  name: FacilityName;
  words: readonly string[];
  /** Norms of the weighted word and letter-group vectors. */
  wordNorm: number;
  gramNorm: number;
  /** Initials of its words: without its legal form, with it, and with a short legal form in full ("OMSA"). */
  initials: readonly [string, string, string];
}

export interface ListedNames {
  names: readonly ListedName[];
  /** Indexes of names by word, by letter group, and by a word of their facility's city or state. */
  byWord: ReadonlyMap<string, readonly number[]>;
  byGram: ReadonlyMap<string, readonly number[]>;
  byPlace: ReadonlyMap<string, readonly number[]>;
  /** Words of city and state by facility index. */
  placeWords: readonly (readonly string[])[];
  /** Adjacent words written as one, except words that are on the list as such: "zhaojin" for "Zhao Jin". */
  joined: ReadonlyMap<string, readonly string[]>;
}

/** Words of a facility's city and state that name a place. */
function placeWordsOf({ city = "", state = "" }: Pick<Facility, "city" | "state">): string[] {
  return [...new Set([...words(city), ...words(state)])].filter(
    (word) => word.length > 2 && !KINDS.has(word),
  );
}

/** Words in the names of cities and states that say what kind of place it is, or occur in many. */
const KINDS = new Set(
  "city town township district county region province state sheng shi zizhiqu gun new san sao saint south north east west".split(
    " ",
  ),
);

export function takeApart(facilities: readonly Facility[], weights: Weights): ListedNames {
  const joined = new Map<string, readonly string[]>();
  const names = facilities.flatMap((facility, index) =>
    everyName(facility).map((name): ListedName => {
      const own = nameWords(name.text);
      const all = words(name.text).filter((word) => word !== "and" && word !== "of");
      for (const [at, word] of own.entries()) {
        const next = own[at + 1];
        if (next !== undefined && !joined.has(word + next)) joined.set(word + next, [word, next]);
      }
      const distinct = comparedWords(own);
      return {
        facility: index,
        name,
        words: distinct,
        wordNorm: norm(distinct.map(weights.word)),
        gramNorm: norm(gramsOf(nameKey(name.text)).map(weights.gram)),
        initials: [firstLetters(own), firstLetters(all), firstLetters(distinct) + shortForm(all, own)],
      };
    }),
  );
  const placeWords = facilities.map(placeWordsOf);
  const byWord = postings(names, (name) => name.words);
  for (const word of byWord.keys()) joined.delete(word);
  return {
    names,
    byWord,
    byGram: postings(names, (name) => gramsOf(nameKey(name.name.text))),
    byPlace: postings(names, (name) => placeWords[name.facility] ?? []),
    placeWords,
    joined,
  };
}

/** The words after the name proper if they are as short as "SA" or "Ltd". */
function shortForm(all: readonly string[], own: readonly string[]): string {
  const form = all.slice(all.lastIndexOf(own.at(-1) ?? "") + 1);
  return form.length === 1 && form[0] !== undefined && form[0].length < 4 ? form[0] : "";
}

function firstLetters(list: readonly string[]): string {
  return list.map((word) => word[0]).join("");
}

function postings(
  names: readonly ListedName[],
  of: (name: ListedName) => readonly string[],
): Map<string, number[]> {
  const map = new Map<string, number[]>();
  names.forEach((name, at) => {
    for (const key of of(name)) {
      const known = map.get(key);
      if (known) known.push(at);
      else map.set(key, [at]);
    }
  });
  return map;
}
