// Facilities that a name might mean where no rule makes it certain: ranked for a person, never applied.

import { compareTexts } from "../lib/compare-texts.ts";
import { fold, nameKey, nameWords, words } from "../lib/text.ts";
import type { Candidate } from "../model/match.ts";
import type { Facility, FacilityName } from "./facility-index.ts";
import type { ReadName } from "./read-name.ts";
import { sameCountry } from "./same-country.ts";
import { createSimilarWords } from "./similar-words.ts";
import { gramsOf, type Weights } from "./word-weights.ts";

/** What the parts of a score are worth. Words and letter groups together make at most 1. */
const WORTH = {
  words: 0.6,
  grams: 0.4,
  /** The stated country is the facility's: times the country's rarity among the metal's facilities. */
  country: 0.2,
  otherCountry: -0.15,
  /** A reported word that names the facility's city or state instead of standing in its name. */
  place: 0.5,
  /** One short word that is made of the first letters of the name's words, of all of them or of some. */
  initials: 0.5,
  someInitials: 0.3,
  /** Digits of an ID that no list has: the facility's own, or all but one of them. */
  idDigits: 0.5,
  nearIdDigits: 0.15,
} as const;
/** Candidates that score less tell a person nothing. */
const LEAST_SCORE = 0.1;

/** What is known of a row: its names (look-up name, typed name), country and the digits of an ID no list has. */
export interface Query {
  names: readonly ReadName[];
  country?: string;
  /** Six digits. */
  idDigits?: string;
}

export type Suggester = (query: Query, limit?: number) => Candidate[];

/** A listed name taken apart. */
interface Name {
  /** Index of its facility. */
  facility: number;
  name: FacilityName;
  words: readonly string[];
  /** Lengths of the weighted word and letter-group vectors. */
  wordNorm: number;
  gramNorm: number;
  /** First letters of its words, without and with its legal form. */
  initials: readonly [string, string];
}

/** The listed name that says most for a facility. */
interface Best {
  score: number;
  name: Name;
  byInitials: boolean;
}

/** Prepares suggestions among the facilities of one metal. `weights` say how much a word tells. */
export function createSuggester(facilities: readonly Facility[], weights: Weights): Suggester {
  const names = facilities.flatMap((facility, index) =>
    facility.names.map((name) => takeApart(name, index, weights)),
  );
  const placeWords = facilities.map(({ city = "", state = "" }) =>
    [...new Set([...words(city), ...words(state)])].filter((word) => word.length > 2),
  );
  const namesOfWord = postings(names, (name) => name.words);
  const namesOfGram = postings(names, (name) => gramsOf(nameKey(name.name.text)));
  const namesOfPlace = postings(names, (name) => placeWords[name.facility] ?? []);
  const similarWords = createSimilarWords([...namesOfWord.keys()]);
  const rarity = countryRarity(facilities);

  /** Per listed name the letter groups in common: cosine of the weighted vectors. */
  function gramScores(reported: ReadName): Float64Array {
    const scores = new Float64Array(names.length);
    const grams = gramsOf(reported.key);
    for (const gram of grams) addTo(scores, namesOfGram.get(gram), weights.gram(gram) ** 2);
    const length = norm(grams.map(weights.gram));
    return scores.map((score, at) => (score === 0 ? 0 : score / (length * (names[at] as Name).gramNorm)));
  }

  /** Per listed name the words in common, misspelt ones by their likeness: cosine of the weighted vectors. */
  function wordScores(reported: readonly string[]): Float64Array {
    const scores = new Float64Array(names.length);
    for (const word of reported) {
      const weight = weights.word(word);
      const best = new Map<number, number>();
      for (const at of namesOfPlace.get(word) ?? []) best.set(at, WORTH.place * weight ** 2);
      for (const { word: listed, likeness } of similarWords(word)) {
        const worth = likeness * weight * weights.word(listed);
        for (const at of namesOfWord.get(listed) ?? []) if (worth > (best.get(at) ?? 0)) best.set(at, worth);
      }
      for (const [at, worth] of best) addTo(scores, [at], worth);
    }
    const length = norm(reported.map(weights.word));
    return scores.map((score, at) =>
      score === 0 ? 0 : Math.min(1, score / (length * (names[at] as Name).wordNorm)),
    );
  }

  /** Keeps, per facility, the listed name that says most for it. */
  function scoreName(reported: ReadName, best: Map<number, Best>): void {
    const own = [...new Set(reported.words)];
    if (own.length === 0) return;
    const byGrams = gramScores(reported);
    const byWords = wordScores(own);
    const short = own.length === 1 && /^[a-z]{2,6}$/.test(own[0] as string) ? (own[0] as string) : undefined;
    names.forEach((name, at) => {
      const spelling = WORTH.words * (byWords[at] as number) + WORTH.grams * (byGrams[at] as number);
      const initials = short === undefined ? 0 : initialsWorth(short, name.initials);
      const score = Math.max(spelling, initials);
      if (score <= (best.get(name.facility)?.score ?? 0)) return;
      best.set(name.facility, { score, name, byInitials: initials > spelling });
    });
  }

  function countryWorth({ country }: Query, facility: Facility): number {
    if (country === undefined || facility.country === undefined) return 0;
    if (!sameCountry(country, facility.country)) return WORTH.otherCountry;
    return WORTH.country * (rarity.get(facility.country) ?? 1);
  }

  /** What the names have in common, in words. */
  function agreement(reported: readonly ReadName[], { name, byInitials }: Best): string[] {
    if (byInitials) return [`initials of "${name.name.text}"`];
    const own = [...new Set(reported.flatMap((name) => name.words))];
    const equal = own.filter((word) => name.words.includes(word));
    const others = own.filter((word) => !equal.includes(word));
    const alike = others.flatMap((word) => {
      const listed = similarWords(word).find((similar) => name.words.includes(similar.word));
      return listed ? [`${word} ~ ${listed.word}`] : [];
    });
    const places = others.filter((word) => placeWords[name.facility]?.includes(word));
    return [
      ...(equal.length > 0 ? [`words in common: ${equal.join(", ")}`] : []),
      ...(alike.length > 0 ? [`similar words: ${alike.join(", ")}`] : []),
      ...(places.length > 0 ? [`its place: ${places.join(", ")}`] : []),
    ];
  }

  return (query, limit = 3) => {
    const best = new Map<number, Best>();
    for (const name of query.names) scoreName(name, best);
    return facilities
      .map((facility, index) => {
        const named = best.get(index);
        return {
          facility,
          named,
          score: (named?.score ?? 0) + countryWorth(query, facility) + digitsWorth(query, facility),
        };
      })
      .filter(({ score }) => score >= LEAST_SCORE)
      .sort((a, b) => b.score - a.score || compareTexts(a.facility.id ?? "", b.facility.id ?? ""))
      .slice(0, limit)
      .map(({ facility, named, score }) => ({
        id: facility.id ?? "",
        standardName: facility.standardName,
        ...(facility.country === undefined ? {} : { country: facility.country }),
        score: Math.round(Math.min(1, score) * 1000) / 1000,
        evidence: [
          ...(named ? agreement(query.names, named) : []),
          ...circumstances(query, facility),
          ...(named && !named.byInitials && fold(named.name.name.text) !== fold(facility.standardName)
            ? [`closest name: "${named.name.name.text}"`]
            : []),
        ].join("; "),
      }));
  };
}

function takeApart(name: FacilityName, facility: number, weights: Weights): Name {
  const own = nameWords(name.text);
  const all = words(name.text).filter((word) => word !== "and" && word !== "of");
  const distinct = [...new Set(own)];
  return {
    facility,
    name,
    words: distinct,
    wordNorm: norm(distinct.map(weights.word)),
    gramNorm: norm(gramsOf(nameKey(name.text)).map(weights.gram)),
    initials: [firstLetters(own), firstLetters(all)],
  };
}

function firstLetters(list: readonly string[]): string {
  return list.map((word) => word[0]).join("");
}

/** Which names have a word, letter group or place. */
function postings(names: readonly Name[], of: (name: Name) => readonly string[]): Map<string, number[]> {
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

function addTo(scores: Float64Array, places: readonly number[] | undefined, worth: number): void {
  for (const at of places ?? []) scores[at] = (scores[at] as number) + worth;
}

function norm(weights: readonly number[]): number {
  return Math.sqrt(weights.reduce((sum, weight) => sum + weight ** 2, 0));
}

function initialsWorth(short: string, [own, all]: readonly [string, string]): number {
  if (short === own || short === all) return WORTH.initials;
  if (short.length < 3) return 0;
  const some = all.includes(short) || (short[0] === own[0] && isSubsequence(short, own));
  return some ? WORTH.someInitials : 0;
}

function isSubsequence(part: string, whole: string): boolean {
  let at = 0;
  for (const letter of whole) if (letter === part[at]) at++;
  return at === part.length;
}

/** How many of the six digits of an ID differ; 6 where there is nothing to compare. */
function digitsApart({ idDigits }: Query, { id }: Facility): number {
  if (idDigits === undefined || id === undefined) return 6;
  const own = id.slice(-6);
  return [...idDigits].filter((digit, at) => digit !== own[at]).length;
}

function digitsWorth(query: Query, facility: Facility): number {
  const apart = digitsApart(query, facility);
  return apart === 0 ? WORTH.idDigits : apart === 1 ? WORTH.nearIdDigits : 0;
}

/** What speaks for or against a facility besides its names. */
function circumstances(query: Query, facility: Facility): string[] {
  const evidence: string[] = [];
  if (query.country !== undefined && facility.country !== undefined) {
    const same = sameCountry(query.country, facility.country);
    evidence.push(`${same ? "same country" : "other country"}: ${facility.country}`);
  }
  const apart = digitsApart(query, facility);
  if (apart < 2) evidence.push(`${apart === 0 ? "" : "all but one of "}the ID's digits agree`);
  if (facility.removed) evidence.push(`last listed on ${facility.removed.list}`);
  return evidence;
}

/** How rare a country is among the facilities: 1 where it has one, little where most are. */
function countryRarity(facilities: readonly Facility[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { country } of facilities) if (country) counts.set(country, (counts.get(country) ?? 0) + 1);
  const total = Math.log(1 + facilities.length);
  return new Map(
    [...counts].map(([country, count]): [string, number] => [
      country,
      Math.log(1 + facilities.length / count) / total,
    ]),
  );
}
