// Text to country, and a cell with several countries to its parts.

import { createRequire } from "node:module";
import { normalForm } from "../lib/normal-form.ts";
import { withoutBrackets } from "../lib/text.ts";
import type { Language } from "../model/vocabulary.ts";
import { AMBIGUOUS_COUNTRIES, COUNTRY_ALIASES } from "./country-aliases.ts";
import { FAMILIES } from "./families.ts";
import { foldWords } from "./fold.ts";
import { PLACEHOLDER_WORDS, WITHHELD_WORDS } from "./placeholder-words.ts";
import { TEMPLATE_COUNTRIES } from "./template-countries.ts";

const load = createRequire(import.meta.url);

/**
 * What a text says of a country: its ISO alpha-2 code; or that it names several ("Congo"), or a state that is no
 * more, or none that is known.
 */
export type CountryReading =
  | { code: string }
  | { code?: undefined; reason: "ambiguous"; among: readonly string[] }
  | { code?: undefined; reason: "former" | "unknown" };

interface LocaleFile {
  countries: Record<string, string | string[]>;
}

/** Codes by folded name; an array where the name is ambiguous, null where the state is no more. */
type Names = Map<string, string | readonly string[] | null>;

let ownNames: Names | undefined;
let libraryNames: Names | undefined;

/** The templates' lists, the aliases and the ambiguous names; the first to claim a name keeps it. */
function own(): Names {
  if (ownNames) return ownNames;
  const names: Names = new Map();
  const add = (name: string, meaning: string | readonly string[] | null) => {
    const key = foldWords(name);
    if (!names.has(key)) names.set(key, meaning);
  };
  for (const [name, among] of Object.entries(AMBIGUOUS_COUNTRIES)) add(name, among);
  for (const [name, code] of Object.entries(TEMPLATE_COUNTRIES)) add(name, code);
  for (const [code, aliases] of Object.entries(COUNTRY_ALIASES)) for (const name of aliases) add(name, code);
  ownNames = names;
  return names;
}

/** Names of all countries in every language of the country library; loaded when a name is not among our own. */
function library(): Names {
  if (libraryNames) return libraryNames;
  const { getSupportedLanguages } = load("i18n-iso-countries") as { getSupportedLanguages(): string[] };
  const names: Names = new Map();
  const english = new Set<string>();
  for (const language of ["en", ...getSupportedLanguages()]) {
    const { countries } = load(`i18n-iso-countries/langs/${language}.json`) as LocaleFile;
    for (const [code, spellings] of Object.entries(countries)) {
      // Some languages of the library name one Congo with the other's name: ours are in the aliases.
      if (code === "CG" || code === "CD") continue;
      for (const name of [spellings].flat()) {
        const key = foldWords(name);
        const known = names.get(key);
        if (known === undefined) names.set(key, code);
        else if (known !== code && !english.has(key))
          names.set(key, [...new Set([known ?? [], code].flat())]);
        if (language === "en") english.add(key);
      }
    }
  }
  libraryNames = names;
  return names;
}

/** Upper-case two-letter texts that are rather words ("NA" for not applicable, "NO") than country codes. */
const NOT_A_CODE = new Set(["NA", "NO", "ID", "IS", "IT", "BE", "AM", "SO", "TO", "ME", "MY", "DO"]);

let alpha3: Map<string, string> | undefined;

function readCode(text: string): string | undefined {
  if (/^[A-Z]{2}$/.test(text)) {
    return !NOT_A_CODE.has(text) && text in namesIn("en") ? text : undefined;
  }
  if (!/^[A-Z]{3}$/.test(text)) return undefined;
  alpha3 ??= new Map(
    (load("i18n-iso-countries/codes.json") as [string, string][]).map(([two, three]) => [three, two]),
  );
  return alpha3.get(text);
}

/**
 * The country that a text names: the templates' spellings, common short and old forms, ISO codes in capitals, and
 * the names in every language of the country library. "Congo" alone is two countries and gives none.
 */
export function readCountry(text: string): CountryReading {
  const trimmed = normalForm(text, "NFKC").trim();
  const whole = readName(trimmed);
  if (whole.code !== undefined || whole.reason !== "unknown") return whole;
  // "Democratic Republic of the Congo (DRC)": what stands in brackets may repeat the name, not contradict it.
  const bracketed = /^([^()]+)\(([^()]+)\)$/.exec(trimmed);
  if (!bracketed) return whole;
  const name = readName(bracketed[1] as string);
  const addition = readName(bracketed[2] as string);
  if (addition.code === undefined || addition.code === name.code) return name;
  return name.code === undefined ? whole : { reason: "ambiguous", among: [name.code, addition.code] };
}

function readName(trimmed: string): CountryReading {
  const key = foldWords(trimmed);
  if (key === "") return { reason: "unknown" };
  const mine = own().get(key);
  // Before the library, which takes longer to load than most workbooks to read.
  if (mine === undefined && UNKNOWN.has(key)) return { reason: "unknown" };
  const meaning = mine === undefined ? (readCode(trimmed.trim()) ?? library().get(key)) : mine;
  if (meaning === undefined) return { reason: "unknown" };
  if (meaning === null) return { reason: "former" };
  if (typeof meaning === "string") return { code: meaning };
  return { reason: "ambiguous", among: meaning };
}

/**
 * The country of a text chosen from a template's own list, in its exact spelling: there "CONGO" is the Republic of
 * the Congo, because the list has another entry for its neighbour.
 */
export function readListedCountry(text: string): string | undefined {
  return Object.hasOwn(TEMPLATE_COUNTRIES, text) ? (TEMPLATE_COUNTRIES[text] ?? undefined) : undefined;
}

const namesByLanguage = new Map<string, Record<string, string | string[]>>();

function namesIn(language: string): Record<string, string | string[]> {
  const known = namesByLanguage.get(language);
  if (known) return known;
  const names = (load(`i18n-iso-countries/langs/${language}.json`) as LocaleFile).countries;
  namesByLanguage.set(language, names);
  return names;
}

/** English names where those of the library are long, or leave the two Congos open. */
const DISPLAY_NAMES: Readonly<Record<string, string>> = {
  CD: "Democratic Republic of the Congo",
  CG: "Republic of the Congo",
  CI: "Côte d'Ivoire",
  CN: "China",
  FM: "Micronesia",
  GM: "Gambia",
  IR: "Iran",
  LA: "Laos",
  MD: "Moldova",
  MK: "North Macedonia",
  PS: "Palestine",
  RU: "Russia",
  SY: "Syria",
  TZ: "Tanzania",
  VE: "Venezuela",
  KP: "North Korea",
  KR: "South Korea",
  TW: "Taiwan",
  US: "United States",
  GB: "United Kingdom",
};

/** The English name of a country for people; the code itself where it is none. */
export function countryName(code: string): string {
  return DISPLAY_NAMES[code] ?? firstName(namesIn("en")[code]) ?? code;
}

/** The name of a country in a language; the code itself where it is none. */
export function countryNameIn(language: Language, code: string): string {
  return language === "en" ? countryName(code) : (firstName(namesIn(language)[code]) ?? code);
}

function firstName(names: string | string[] | undefined): string | undefined {
  return typeof names === "string" ? names : names?.[0];
}

/** Words of a mine column that are answers and no countries. */
export type OriginWord = "recycled" | "scrap" | "unknown" | "rcoiConfirmed";

/** What a mine-country cell says. */
export interface OriginReading {
  /** ISO codes in the order of the text, each once. */
  countries: string[];
  words: OriginWord[];
  /** Names that more than one country may mean, as written. */
  ambiguous: string[];
  /** What remains, as written. */
  unresolved: string[];
}

const ORIGIN_WORDS: readonly [OriginWord, RegExp][] = [
  ["rcoiConfirmed", /\brcoi\b/i],
  [
    "recycled",
    /recycl|re-cycl|recyled|secondary|reciclad|riciclat|recykl|geri dönüş|リサイクル|再生|回收|재활용|urban mine/i,
  ],
  ["scrap", /\bscraps?\b|schrott|ferraille|chatarra|sucata|rottam|hurda|スクラップ|廃|废料|廢料|스크랩/i],
];
const UNKNOWN = new Set(
  [
    ...FAMILIES.flatMap(({ optionWords }) => optionWords.answers.unknown ?? []),
    ...PLACEHOLDER_WORDS,
    ...WITHHELD_WORDS,
    ...["unkown", "unknow", "not provided", "undetermined", "no data"],
    ...["なし", "無し", "该信息未知", "无", "알 수 없음", "모름"],
  ].map(foldWords),
);

/** "40 %", or "1." and "2)" at the beginning; other numbers are passed over whole, not tried again from each digit. */
const SHARE_OR_NUMBERING = /([\d.,]+\s*[%％]|^\s*\d+[.)]\s*)|[\d.,]+/g;

/** What one piece of the cell says, where all of it is one thing. */
function readPiece(piece: string): CountryReading | { word: OriginWord } {
  const country = readCountry(piece);
  if (country.code !== undefined || country.reason !== "unknown") return country;
  // "DRC (Katanga)", "Peru 40 %": the part without brackets, shares and numbering.
  const bare = withoutBrackets(piece).replace(SHARE_OR_NUMBERING, (number, share?: string) =>
    share === undefined ? number : " ",
  );
  if (foldWords(bare) !== foldWords(piece)) {
    const inside = readCountry(bare);
    if (inside.code !== undefined || inside.reason !== "unknown") return inside;
  }
  const word = ORIGIN_WORDS.find(([, pattern]) => pattern.test(piece))?.[0];
  if (word) return { word };
  return UNKNOWN.has(foldWords(bare)) || /\bunknown\b|\b(?:un|not )disclosed\b/i.test(piece)
    ? { word: "unknown" }
    : { reason: "unknown" };
}

/** Pieces that one country's name may have; the longest that is known has three. */
const LONGEST_NAME = 6;

/**
 * Splits a mine-country cell into countries, the words that stand for none, and the rest. Names that hold a comma or
 * "and" themselves ("Congo, Democratic Republic of the") stay whole.
 */
export function splitCountries(text: string): OriginReading {
  const countries = new Set<string>();
  const words = new Set<OriginWord>();
  const ambiguous = new Set<string>();
  const unresolved = new Set<string>();
  const take = (piece: string): boolean => {
    const reading = readPiece(piece);
    if ("word" in reading) words.add(reading.word);
    else if (reading.code !== undefined) countries.add(reading.code);
    else if (reading.reason === "ambiguous") ambiguous.add(piece);
    else return false;
    return true;
  };
  // Marks that no country's name holds, then those that some do.
  for (const part of text.split(/[;；\n\r\t|｜、•]+/)) {
    if (UNKNOWN.has(foldWords(part))) {
      words.add("unknown");
      continue;
    }
    // Blanks made single first: a long run of them would be tried from each of its places.
    const pieces = part
      .replace(/\s+/g, " ")
      .split(/(\s*[,，/／&+・]\s*|\s+-\s+|\s+(?:and|und|et|e|y|ve|or|及|和|と)\s+)/i);
    for (let start = 0; start < pieces.length; ) {
      // Between two marks in a row stands nothing.
      if (foldWords(pieces[start] ?? "") === "") {
        start += 2;
        continue;
      }
      let end = Math.min(pieces.length, start + 2 * LONGEST_NAME - 1);
      // The longest run of pieces from here that is one name; a single piece that is none is left over.
      for (; end > start; end -= 2) {
        const run = pieces.slice(start, end).join("").trim();
        if (run !== "" && (end - start === 1 || isName(run)) && take(run)) break;
      }
      if (end <= start) {
        unresolved.add((pieces[start] ?? "").trim());
        end = start + 1;
      }
      start = end + 1;
    }
  }
  return {
    countries: [...countries],
    words: [...words],
    ambiguous: [...ambiguous],
    unresolved: [...unresolved],
  };
}

/** Whether several pieces together are one country's name (words such as "recycled" count piece by piece). */
function isName(run: string): boolean {
  const reading = readCountry(run);
  return reading.code !== undefined || reading.reason === "former";
}
