// Ranks the facilities that a name may mean if no rule makes it certain. Suggestions are for a person and never
// applied.

import { countryName } from "../forms/countries.ts";
import { compareTexts } from "../lib/compare-texts.ts";
import type { Candidate } from "../model/match.ts";
import { type AlikeWord, createAlikeWords } from "./alike-words.ts";
import type { Facility } from "./facility-index.ts";
import { type DigitSlip, digitSlip, type TypedDigits } from "./id-digits.ts";
import { type ListedName, takeApart } from "./listed-names.ts";
import { gramsOf, isGeneral } from "./name-tokens.ts";
import type { ReadName } from "./read-name.ts";
import { createReadings, type Reading } from "./readings.ts";
import { sameCountry } from "./same-country.ts";
import { provinceOf } from "./towns.ts";
import type { Weights } from "./word-weights.ts";

/** Weights of the parts of a score. Words and letter groups together give at most 1. */
const WORTH = {
  words: 0.6,
  grams: 0.4,
  /** The stated country is the facility's; multiplied by the country's rarity among the metal's facilities. */
  country: 0.2,
  otherCountry: -0.15,
  /** A reported word that is the facility's city or state rather than part of its name. */
  place: 0.5,
  /** The row's own city, state or address names the facility's; multiplied by the rarity of the place. */
  rowPlace: 0.15,
  /** A short word that is the initials of the name's words, of all or some of them. */
  initials: 0.5,
  /** The initials without those at the end, as for a missing legal form. */
  firstInitials: 0.4,
  someInitials: 0.3,
  /** The facility was removed from the list. */
  removed: -0.1,
} as const;
/** Digits of an ID that is on no list, by how they differ from the facility's. */
const SLIP_WORTH: Readonly<Record<DigitSlip, number>> = {
  none: 0.5,
  swapped: 0.2,
  oneWrong: 0.15,
  oneMissing: 0.15,
  oneMore: 0.15,
};
const SLIP_TEXT: Readonly<Record<DigitSlip, string>> = {
  none: "the ID's digits agree",
  swapped: "the ID's digits agree except for two that are swapped",
  oneWrong: "all but one of the ID's digits agree",
  oneMissing: "the ID's digits agree except for one that is missing",
  oneMore: "the ID's digits agree except for one too many",
};
/** Minimum similarity of letter groups for names without a word in common. */
const LEAST_GRAMS = 0.1;
/** The same for names with only general words in common, whose letters they share anyway. */
const LEAST_GRAMS_BESIDE_GENERAL = 0.25;
/** Candidates with a lower score are useless to a person. */
const LEAST_SCORE = 0.1;
/** Weight of a province implied by one of its towns, relative to a place named directly. */
const PLACE_IN_PROVINCE = 0.8;

/**
 * What is known about a row: its names (look-up name, typed name), country, words of its address, and typed digits of
 * IDs.
 */
export interface Query {
  names: readonly ReadName[];
  country?: string;
  places: readonly string[];
  digits: readonly TypedDigits[];
}

export type Suggester = (query: Query, limit?: number) => Candidate[];

/** The listed name with the strongest evidence for a facility; score 0 if there is none. */
interface Best {
  score: number;
  name: ListedName | undefined;
  reading: Reading | undefined;
  byInitials: boolean;
}

/** The evidence of a reported word. */
interface WordFacts {
  weight: number;
  alike: readonly AlikeWord[];
  /** Listed names with the word, a similar one or its place, and the weight for each. */
  names: readonly number[];
  worth: readonly number[];
}

/** Returns suggestions among the facilities of one metal. `weights` say how significant a word is. */
export function createSuggester(facilities: readonly Facility[], weights: Weights): Suggester {
  const listed = takeApart(facilities, weights);
  const { names, byWord, byGram, byPlace, placeWords } = listed;
  const alikeWords = createAlikeWords([...new Set([...byWord.keys(), ...byPlace.keys()])]);
  const readingsOf = createReadings(listed);
  const rarity = countryRarity(facilities);
  const worthsOfCountries = new Map<string, readonly number[]>();
  const factsOfWords = new Map<string, WordFacts>();
  const gramWeights = new Map([...byGram.keys()].map((gram): [string, number] => [gram, weights.gram(gram)]));
  // Per facility and per listed name; reused for every search.
  const best: Best[] = facilities.map(() => ({
    score: 0,
    name: undefined,
    reading: undefined,
    byInitials: false,
  }));
  const gramSums = new Float64Array(names.length);
  const wordSums = new Float64Array(names.length);
  /** Whether a word contributed that is not common to many companies. */
  const told = new Uint8Array(names.length);

  /** The places that a word names: itself, or the province of a town. */
  function placesOf(word: string): [string, number][] {
    const province = provinceOf(word);
    return province === undefined
      ? [[word, 1]]
      : [
          [word, 1],
          [province, PLACE_IN_PROVINCE],
        ];
  }

  function factsOf(word: string): WordFacts {
    const known = factsOfWords.get(word);
    if (known) return known;
    const weight = weights.word(word);
    const best = new Map<number, number>();
    const add = (at: number, worth: number) => {
      if (worth > (best.get(at) ?? 0)) best.set(at, worth);
    };
    const alike = alikeWords(word);
    for (const { word: other, likeness } of alike) {
      const own = weights.word(other);
      for (const at of byWord.get(other) ?? []) add(at, likeness * weight * own);
      for (const at of byPlace.get(other) ?? []) add(at, WORTH.place * likeness * weight * own);
    }
    for (const [place, likeness] of placesOf(word))
      for (const at of byPlace.get(place) ?? []) add(at, WORTH.place * likeness * weight ** 2);
    const facts = { weight, alike, names: [...best.keys()], worth: [...best.values()] };
    factsOfWords.set(word, facts);
    return facts;
  }

  /**
   * Updates, per facility, the listed name with the strongest evidence: cosine similarity of weighted words and letter
   * groups.
   */
  function scoreReading(reading: Reading): void {
    const touched: number[] = [];
    let gramNorm = 0;
    for (const gram of gramsOf(reading.key)) {
      const worth = (gramWeights.get(gram) ?? 1) ** 2;
      gramNorm += worth;
      for (const at of byGram.get(gram) ?? []) {
        if (gramSums[at] === 0) touched.push(at);
        gramSums[at] = (gramSums[at] as number) + worth;
      }
    }
    let wordNorm = 0;
    for (const word of reading.words) {
      const facts = factsOf(word);
      const general = isGeneral(word);
      wordNorm += facts.weight ** 2;
      for (let each = 0; each < facts.names.length; each++) {
        const at = facts.names[each] as number;
        if (gramSums[at] === 0 && wordSums[at] === 0) touched.push(at);
        wordSums[at] = (wordSums[at] as number) + (facts.worth[each] as number);
        if (!general) told[at] = 1;
      }
    }
    gramNorm = Math.sqrt(gramNorm);
    wordNorm = Math.sqrt(wordNorm);
    for (const at of touched) {
      const name = names[at] as ListedName;
      const byWords = Math.min(1, (wordSums[at] as number) / (wordNorm * name.wordNorm));
      const byGrams = (gramSums[at] as number) / (gramNorm * name.gramNorm);
      wordSums[at] = 0;
      gramSums[at] = 0;
      // Without a word in common, a few common letters mean nothing.
      const enough = told[at] === 1 || byGrams >= (byWords > 0 ? LEAST_GRAMS_BESIDE_GENERAL : LEAST_GRAMS);
      told[at] = 0;
      if (!enough) continue;
      keepBest(reading.worth * (WORTH.words * byWords + WORTH.grams * byGrams), name, reading, false);
    }
    const short = reading.words.length === 1 ? (reading.words[0] as string) : "";
    if (/^[a-z]{2,6}$/.test(short)) scoreInitials(short, reading);
  }

  function scoreInitials(short: string, reading: Reading): void {
    for (const name of names) keepBest(initialsWorth(short, name.initials), name, reading, true);
  }

  function keepBest(score: number, name: ListedName, reading: Reading, byInitials: boolean): void {
    const known = best[name.facility] as Best;
    if (score <= known.score) return;
    known.score = score;
    known.name = name;
    known.reading = reading;
    known.byInitials = byInitials;
  }

  /** The score of a stated country for each facility; cached, since there are few countries. */
  function countryWorths(country: string | undefined): readonly number[] {
    const known = worthsOfCountries.get(country ?? "");
    if (known) return known;
    const worths = facilities.map((facility) => {
      if (country === undefined || facility.country === undefined) return 0;
      if (!sameCountry(country, facility.country)) return WORTH.otherCountry;
      return WORTH.country * (rarity.get(facility.country) ?? 1);
    });
    worthsOfCountries.set(country ?? "", worths);
    return worths;
  }

  /** For each facility, the typed digits closest to those of its ID. */
  function slipsOf(typed: readonly TypedDigits[]): Map<number, TypedSlip> {
    const slips = new Map<number, TypedSlip>();
    if (typed.length === 0) return slips;
    facilities.forEach((facility, index) => {
      const slip = slipOf(typed, facility);
      if (slip) slips.set(index, slip);
    });
    return slips;
  }

  /** The words of the row's address that name a facility's city or state. */
  function sharedPlaces({ places }: Query, facility: number): string[] {
    return places.length === 0 ? [] : (placeWords[facility] ?? []).filter((word) => places.includes(word));
  }

  function placeWorth(shared: readonly string[]): number {
    return shared.length === 0 ? 0 : WORTH.rowPlace * Math.max(...shared.map(weights.word));
  }

  /** What the names have in common, in words. */
  function agreement({ name, reading, byInitials }: Best): string[] {
    if (name === undefined || reading === undefined) return [];
    if (byInitials) return [`initials of "${name.name.text}"`];
    const own = reading.words;
    const equal = own.filter((word) => name.words.includes(word));
    const others = own.filter((word) => !equal.includes(word));
    const alike = others.flatMap((word) => {
      const found = factsOf(word).alike.find((each) => name.words.includes(each.word));
      return found ? [{ ...found, reported: word }] : [];
    });
    const pairs = (...whys: (typeof alike)[number]["why"][]) =>
      alike.filter(({ why }) => whys.includes(why)).map(({ reported, word }) => `${reported} ~ ${word}`);
    const places = others.filter((word) =>
      placesOf(word).some(([place]) => placeWords[name.facility]?.includes(place)),
    );
    const inCommon = [
      listing("words in common", equal),
      listing("similar words", pairs("spelling")),
      listing("same meaning", pairs("meaning")),
      listing("shortened", pairs("initials")),
      listing("its place", places),
    ].filter((text) => text !== "");
    return [reading.how ?? "", ...(inCommon.length > 0 ? inCommon : ["some letters in common"])].filter(
      (text) => text !== "",
    );
  }

  return (query, limit = 3) => {
    for (const each of best) each.score = 0;
    for (const name of query.names)
      for (const reading of readingsOf(name, query.country)) scoreReading(reading);
    const slips = slipsOf(query.digits);
    const worths = countryWorths(query.country);
    const top: Ranked[] = [];
    facilities.forEach((facility, index) => {
      const slip = slips.get(index);
      const named = (best[index] as Best).score;
      // Neither a country nor an address makes a candidate by itself.
      if (named === 0 && slip === undefined) return;
      const score =
        named +
        (worths[index] as number) +
        placeWorth(sharedPlaces(query, index)) +
        (slip === undefined ? 0 : SLIP_WORTH[slip.slip]) +
        (facility.removed ? WORTH.removed : 0);
      if (score >= LEAST_SCORE) keep(top, { index, score, id: facility.id ?? "" }, limit);
    });
    return top.map(({ index, score }): Candidate => {
      const facility = facilities[index] as Facility;
      const slip = slips.get(index);
      const own = best[index] as Best;
      const named = own.score > 0 ? own : undefined;
      return {
        id: facility.id ?? "",
        standardName: facility.standardName,
        ...(facility.country === undefined ? {} : { country: facility.country }),
        score: Math.round(Math.min(1, score) * 1000) / 1000,
        evidence: [
          ...(named ? agreement(named) : []),
          ...circumstances(query, facility, sharedPlaces(query, index)),
          ...(slip ? [slipText(slip)] : []),
          ...(facility.removed ? [`last listed on ${facility.removed.list}`] : []),
          ...(named ? [closest(named, facility)] : []),
        ]
          .filter((text) => text !== "")
          .join("; "),
      };
    });
  };
}

/** A facility with its score. */
interface Ranked {
  index: number;
  score: number;
  id: string;
}

/** Inserts a facility among the best ones, sorted by score and, if equal, by ID. */
function keep(top: Ranked[], one: Ranked, limit: number): void {
  const last = top[limit - 1];
  if (last !== undefined && one.score < last.score) return;
  const at = top.findIndex(
    ({ score, id }) => one.score > score || (one.score === score && compareTexts(one.id, id) < 0),
  );
  if (at < 0 && top.length >= limit) return;
  top.splice(at < 0 ? top.length : at, 0, one);
  if (top.length > limit) top.pop();
}

function listing(title: string, items: readonly string[]): string {
  return items.length === 0 ? "" : `${title}: ${items.join(", ")}`;
}

/** The closest name if it is not the standard name, with its list. */
function closest({ name: listed, byInitials }: Best, facility: Facility): string {
  if (listed === undefined || byInitials || listed.name.text === facility.standardName) return "";
  const { name } = listed;
  const where = facility.aliases.includes(name) ? ` on ${name.list}` : "";
  return `closest name: "${name.text}"${where}`;
}

function initialsWorth(short: string, initials: ListedName["initials"]): number {
  if (initials.includes(short)) return WORTH.initials;
  const [own, all] = initials;
  if (short.length < 3) return 0;
  if (all.startsWith(short)) return WORTH.firstInitials;
  const some = all.includes(short) || (short[0] === own[0] && isSubsequence(short, own));
  return some ? WORTH.someInitials : 0;
}

function isSubsequence(part: string, whole: string): boolean {
  let at = 0;
  for (const letter of whole) if (letter === part[at]) at++;
  return at === part.length;
}

interface TypedSlip {
  typed: TypedDigits;
  slip: DigitSlip;
}

/** The typed digits closest to those of the facility. */
function slipOf(typed: readonly TypedDigits[], { id }: Facility): TypedSlip | undefined {
  if (id === undefined) return undefined;
  return typed
    .flatMap((each) => {
      const slip = digitSlip(each.digits, id);
      return slip === undefined ? [] : [{ typed: each, slip }];
    })
    .sort((a, b) => SLIP_WORTH[b.slip] - SLIP_WORTH[a.slip])[0];
}

function slipText({ typed, slip }: TypedSlip): string {
  return `${SLIP_TEXT[slip]}${typed.asName ? ` ("${typed.text}" was typed as a name)` : ""}`;
}

/** Evidence for or against a facility other than its names. */
function circumstances(query: Query, facility: Facility, places: readonly string[]): string[] {
  const evidence = [listing("the row's address", places)];
  if (query.country !== undefined && facility.country !== undefined) {
    const same = sameCountry(query.country, facility.country);
    evidence.push(`${same ? "same country" : "other country"}: ${countryName(facility.country)}`);
  }
  return evidence;
}

/** How rare a country is among the facilities: 1 if it has a single one, close to 0 if most are there. */
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
