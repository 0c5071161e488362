// Maps text to a country, and splits a cell with several countries.

import { createRequire } from "node:module";
import { normalForm } from "../lib/normal-form.ts";
import { withoutBrackets } from "../lib/text.ts";
import type { Language } from "../model/vocabulary.ts";
import { AMBIGUOUS_COUNTRIES, COUNTRY_ALIASES } from "./country-aliases.ts";
import { FAMILIES } from "./families.ts";
import { foldWords } from "./fold.ts";
import { FURTHER_COUNTRY_NAMES } from "./further-country-names.ts";
import { COUNTRIES_WITH_PLACES, countryOfPlace } from "./mining-places.ts";
import { CLASS_OR_COUNTRY, type OriginClass, readOriginClass } from "./origin-classes.ts";
import { PLACEHOLDER_WORDS, WITHHELD_WORDS } from "./placeholder-words.ts";
import { TEMPLATE_COUNTRIES } from "./template-countries.ts";

const load = createRequire(import.meta.url);

/**
 * What a text says about a country: its ISO alpha-2 code; or that it may mean several ("Congo"), a state that no longer
 * exists, or none that is known.
 */
export type CountryReading =
  | { code: string }
  | { code?: undefined; reason: "ambiguous"; among: readonly string[] }
  | { code?: undefined; reason: "former" | "unknown" };

interface LocaleFile {
  countries: Record<string, string | string[]>;
}

/** Codes by folded name; an array if the name is ambiguous, null if the state no longer exists. */
type Names = Map<string, string | readonly string[] | null>;

let ownNames: Names | undefined;
let libraryNames: Names | undefined;

/** The templates' lists, the aliases and the ambiguous names; earlier entries take precedence. */
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
  for (const [code, further] of Object.entries(FURTHER_COUNTRY_NAMES))
    for (const name of further.split(" | ")) add(name, code);
  ownNames = names;
  return names;
}

/**
 * Names of all countries in every language of the country library, folded; loaded when a name is not among our own.
 * They come from a table generated beforehand: folding the library's seventy files took longer than most commands take.
 */
function library(): Names {
  if (libraryNames) return libraryNames;
  const names: Names = new Map();
  for (const [code, folded] of Object.entries(load("./library-names.json") as Record<string, string>)) {
    for (const name of folded.split(" ")) {
      const known = names.get(name);
      names.set(name, known === undefined ? code : [known ?? [], code].flat());
    }
  }
  libraryNames = names;
  return names;
}

/** Two-letter capitals that are more likely words ("NA" for not applicable, "NO") than country codes. */
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
 * The country that a text names: the templates' spellings, common short and former names, ISO codes in capitals, and
 * the names in every language of the country library. "Congo" alone may be two countries and gives none.
 */
export function readCountry(text: string): CountryReading {
  return readCountryWith(text, true);
}

function readCountryWith(text: string, codes: boolean): CountryReading {
  const trimmed = normalForm(text, "NFKC").trim();
  const whole = readName(trimmed, codes);
  if (whole.code !== undefined || whole.reason !== "unknown") return whole;
  // "Democratic Republic of the Congo (DRC)": text in brackets may repeat the name but not contradict it.
  const bracketed = /^([^()]+)\(([^()]+)\)$/.exec(trimmed);
  if (!bracketed) return whole;
  const name = readName(bracketed[1] as string, codes);
  const addition = readName(bracketed[2] as string, codes);
  if (addition.code === undefined || addition.code === name.code) return name;
  return name.code === undefined ? whole : { reason: "ambiguous", among: [name.code, addition.code] };
}

/** The DRC's name in its many short and inverted forms, folded: "Dem Rep of Congo", "Congo (Rep. Dem.)". */
const IS_DRC =
  /^(?:the)?(?:(?:democratic|democr|dem|d)(?:republic|repub|rep|r)(?:of|o)?(?:the)?[ck]ongo|[ck]ongothe?(?:democratic|democr|dem)(?:republic|repub|rep)(?:of)?(?:the)?|[ck]ongo(?:democratic|democr|dem|d)(?:republic|repub|rep|r)(?:of)?(?:the)?|(?:republique|republica|repubblica|rep)(?:democratique|democratica|democrat|dem)(?:du|del|do|di|de)?congo|congo(?:republique|republica|repubblica|rep)(?:democratique|democratica|dem)(?:du|del|do|de)?|(?:demokratische|demokratik|dem)(?:republik|rep)?kongo)$/;

/** `codes`: whether two-letter ISO codes are accepted. */
function readName(trimmed: string, codes: boolean): CountryReading {
  const key = foldWords(trimmed);
  if (key === "") return { reason: "unknown" };
  if (IS_DRC.test(key)) return { code: "CD" };
  const mine = own().get(key);
  // Checked before the library, which takes longer to load than most workbooks take to read.
  if (mine === undefined && UNKNOWN.has(key)) return { reason: "unknown" };
  const code = codes || trimmed.trim().length !== 2 ? readCode(trimmed.trim()) : undefined;
  const meaning = mine === undefined ? (code ?? library().get(key)) : mine;
  if (meaning === undefined) return { reason: "unknown" };
  if (meaning === null) return { reason: "former" };
  if (typeof meaning === "string") return { code: meaning };
  return { reason: "ambiguous", among: meaning };
}

/**
 * The country of a text selected from a template's own list, in its exact spelling: there "CONGO" is the Republic of
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

/** English names to use where those of the library are long, or do not distinguish the two Congos. */
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

/** The English name of a country for people; the code itself if it is unknown. */
export function countryName(code: string): string {
  return DISPLAY_NAMES[code] ?? firstName(namesIn("en")[code]) ?? code;
}

/** The name of a country in a language; the code itself if it is unknown. */
export function countryNameIn(language: Language, code: string): string {
  return language === "en" ? countryName(code) : (firstName(namesIn(language)[code]) ?? code);
}

function firstName(names: string | string[] | undefined): string | undefined {
  return typeof names === "string" ? names : names?.[0];
}

/** Words in a mine column that are answers rather than countries. */
export type OriginWord = "recycled" | "scrap" | "unknown" | "rcoiConfirmed";

/** A place that stands for its country. */
export interface OriginPlace {
  /** As written. */
  place: string;
  /** ISO alpha-2. */
  country: string;
}

/** The content of a mine-country cell. */
export interface OriginReading {
  /** Distinct ISO codes in text order, including those of places. */
  countries: string[];
  words: OriginWord[];
  /** RMI's classes in place of countries. */
  classes: OriginClass[];
  /** Places known to be in a country of the inquiry. */
  places: OriginPlace[];
  /** Names that may mean more than one country, as written. */
  ambiguous: string[];
  /** The rest, as written. */
  unresolved: string[];
}

/** How a file writes origins: with two-letter ISO codes, with RMI's classes. */
export interface OriginHabit {
  codes: boolean;
  classes: boolean;
}

const NO_HABIT: OriginHabit = { codes: false, classes: false };

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

/**
 * "40 %", or "1." and "2)" at the start. Other numbers are matched as a whole, so that the pattern is not retried from
 * each digit.
 */
const SHARE_OR_NUMBERING = /([\d.,]+\s*[%％]|^\s*\d+[.)]\s*)|[\d.,]+/g;

/** The beginning of a remark that says where something does not come from: what follows is not an origin. */
const DENIAL =
  /^\W*(?:no|not|none|non|never|outside|excluding|excludes|except|other than|without|free of|kein|keine|nicht|aucun|hors|ningun[oa]?|非|不|无来自)(?![\p{L}\p{N}])/iu;
/** Denials that mean "unknown" rather than denying an origin. */
const NO_ANSWER = /^\W*(?:n\/a|not? (?:available|applicable|known|provided|disclosed|data|information))\b/i;

/** Words that turn a phrase into a denial of an origin. */
const NEGATION =
  /(?<!\p{L})(?:no|not|non|never|none|nor|without|outside|excluding|excludes|except|exempt|free|other than|ex|kein\p{L}*|nicht|ohne|au[sß]erhalb|aucun\p{L}*|pas|hors|sans|sin|fuera|ningun\p{L}*|senza|fuori|nessun\p{L}*|não|nao|sem|fora|nenhum\p{L}*|değil|dışında|hariç)(?!\p{L})|n't|[非不无無除外]|ない|なし|아닌|아님|제외|없/iu;
/** The longest name, in words, that is searched for within a phrase. */
const LONGEST_PHRASE = 5;
/** Shorter places occur in company names by chance. */
const SHORTEST_PLACE = 6;
/** Adjectives of the countries that are searched for in a phrase. */
const ADJECTIVES: ReadonlyMap<string, string> = new Map([
  ["congolese", "CD"],
  ["rwandan", "RW"],
  ["rwandese", "RW"],
  ["burundian", "BI"],
  ["ugandan", "UG"],
  ["tanzanian", "TZ"],
  ["zambian", "ZM"],
  ["angolan", "AO"],
  ["south sudanese", "SS"],
]);

/**
 * Returns the covered country, or a place in it, that a longer phrase names ("mined in Maniema", "ITSCI mines of
 * Rwanda"). It is read as a place: the phrase is evidence, not a country's name. Undefined if the phrase denies
 * something.
 */
function namedInPhrase(phrase: string): Piece | undefined {
  if (NEGATION.test(phrase)) return undefined;
  const words = phrase.split(/[^\p{L}\p{M}'’.]+/u).filter((word) => word !== "");
  for (let length = Math.min(LONGEST_PHRASE, words.length); length > 0; length--) {
    for (let at = 0; at + length <= words.length; at++) {
      const run = words.slice(at, at + length).join(" ");
      // Short names count only in capitals: "DRC" and "CAR", not "car".
      if (run.length < 4 && !/^\p{Lu}{3}$/u.test(run)) continue;
      const reading = readCountryWith(run, false);
      if (reading.code !== undefined && COUNTRIES_WITH_PLACES.has(reading.code))
        return { place: reading.code };
      if ("among" in reading && reading.among.every((code) => COUNTRIES_WITH_PLACES.has(code)))
        return { ...reading, name: run };
      const adjective = ADJECTIVES.get(run.toLowerCase());
      if (adjective !== undefined) return { place: adjective };
      const place = run.length < SHORTEST_PLACE ? undefined : countryOfPlace(run);
      if (place !== undefined) return { place };
    }
  }
  return undefined;
}

/** `name`: the words that were read, if they are only a part of the phrase. */
type Piece =
  | (CountryReading & { name?: string })
  | { word: OriginWord }
  | { originClass: OriginClass }
  | { place: string };

/** What a piece of the cell means if it is a single thing. `asCountry` decides about two-letter words. */
function readPiece(piece: string, asCountry: (letters: string) => boolean): Piece {
  const read = (text: string): Piece => {
    const letters = text.trim();
    const codes = letters.length === 2 && asCountry(letters);
    const originClass = codes ? undefined : readOriginClass(letters);
    if (originClass !== undefined) return { originClass };
    const country = readCountryWith(letters, codes);
    if (country.code !== undefined || country.reason !== "unknown") return country;
    const place = countryOfPlace(letters);
    return place === undefined ? country : { place };
  };
  const known = (reading: Piece): boolean => !("reason" in reading) || reading.reason !== "unknown";
  const whole = read(piece);
  if (known(whole)) return whole;
  // "DRC (Katanga)", "Peru 40 %": the part without brackets, shares and numbering.
  const bare = withoutBrackets(piece).replace(SHARE_OR_NUMBERING, (number, share?: string) =>
    share === undefined ? number : " ",
  );
  if (foldWords(bare) !== foldWords(piece)) {
    const inside = read(bare);
    if (known(inside)) return inside;
  }
  const labelled = readOriginClass(piece, "with labels");
  if (labelled !== undefined) return { originClass: labelled };
  const inPhrase = namedInPhrase(piece);
  if (inPhrase !== undefined) return inPhrase;
  const word = ORIGIN_WORDS.find(([, pattern]) => pattern.test(piece))?.[0];
  if (word) return { word };
  return UNKNOWN.has(foldWords(bare)) || /\bunknown\b|\b(?:un|not )disclosed\b/i.test(piece)
    ? { word: "unknown" }
    : { reason: "unknown" };
}

/** Most pieces in one country's name; the longest known has three. */
const LONGEST_NAME = 6;
/** Words of two capitals. */
const TWO_LETTERS = /(?<![\p{L}\p{N}])[A-Z]{2}(?![\p{L}\p{N}])/gu;

/** The distinct two-letter ISO codes in a text that are not abbreviations of a class. */
function plainCodes(text: string): Set<string> {
  const codes = new Set<string>();
  for (const [letters] of text.matchAll(TWO_LETTERS)) {
    if (readOriginClass(letters) === undefined && !own().has(foldWords(letters)) && readCode(letters)) {
      codes.add(letters);
    }
  }
  return codes;
}

/**
 * How the mine-country cells of one file write origins. The file uses codes if two different ones occur, and classes if
 * a cell names a class that is not also a country code.
 */
export function originHabit(texts: Iterable<string>): OriginHabit {
  const codes = new Set<string>();
  let classes = false;
  for (const text of texts) {
    for (const code of plainCodes(text)) codes.add(code);
    classes ||= showsClasses(splitCountries(text));
  }
  return { codes: codes.size > 1, classes };
}

/** Whether a reading has a class other than those whose letters are also country codes. */
function showsClasses({ classes, words }: OriginReading): boolean {
  return (
    words.includes("rcoiConfirmed") ||
    classes.some((name) => name !== "highRisk" && name !== "lowRisk" && name !== "recycledScrap")
  );
}

/**
 * Splits a mine-country cell into countries, words and classes that stand for no country, and the rest. Names that
 * contain a comma or "and" ("Congo, Democratic Republic of the") stay whole. Two letters are a country only if the
 * cell, or by its habit the file, uses codes or names other countries; "LR" is Liberia only if codes and no classes are
 * used. What follows "not from" or "outside" is left unresolved.
 */
export function splitCountries(text: string, habit: OriginHabit = NO_HABIT): OriginReading {
  const codes = plainCodes(text);
  const first = splitWith(text, (letters) => habit.codes && codes.has(letters));
  const shown = habit.codes || codes.size > 1;
  const likeClass = shown && !habit.classes && !showsClasses(first);
  const others = new Set([...codes, ...first.countries]);
  return splitWith(text, (letters) =>
    CLASS_OR_COUNTRY.has(letters) ? likeClass : codes.has(letters) && (shown || others.size > 1),
  );
}

function splitWith(text: string, asCountry: (letters: string) => boolean): OriginReading {
  const countries = new Set<string>();
  const words = new Set<OriginWord>();
  const classes = new Set<OriginClass>();
  const places = new Map<string, string>();
  const ambiguous = new Set<string>();
  const unresolved = new Set<string>();
  const take = (piece: string): boolean => {
    const reading = readPiece(piece, asCountry);
    if ("word" in reading) words.add(reading.word);
    else if ("originClass" in reading) classes.add(reading.originClass);
    else if ("place" in reading) {
      places.set(piece, reading.place);
      countries.add(reading.place);
    } else if (reading.code !== undefined) countries.add(reading.code);
    else if (reading.reason === "ambiguous") ambiguous.add(reading.name ?? piece);
    else return false;
    return true;
  };
  // Separators that no country's name contains, followed by those that some do.
  for (const part of text.split(/[;；\n\r\t|｜、•]+/)) {
    if (UNKNOWN.has(foldWords(part))) {
      words.add("unknown");
      continue;
    }
    // Runs of blanks are collapsed first, as the pattern would be retried from each of them.
    const pieces = part
      .replace(/\s+/g, " ")
      .split(/(\s*[,，/／&+・]\s*|\s+-\s+|\s+(?:and|und|et|e|y|ve|or|及|和|と)\s+)/i);
    for (let start = 0; start < pieces.length; ) {
      // Nothing between two consecutive separators.
      if (foldWords(pieces[start] ?? "") === "") {
        start += 2;
        continue;
      }
      let end = Math.min(pieces.length, start + 2 * LONGEST_NAME - 1);
      // The longest run of pieces from here that is one name; a single piece that is none goes to the rest.
      for (; end > start; end -= 2) {
        const run = pieces.slice(start, end).join("").trim();
        if (run !== "" && (end - start === 1 || isName(run)) && take(run)) break;
      }
      if (end <= start) {
        const piece = (pieces[start] ?? "").trim();
        if (DENIAL.test(piece) && !NO_ANSWER.test(piece)) {
          unresolved.add(pieces.slice(start).join("").trim());
          break;
        }
        unresolved.add(piece);
        end = start + 1;
      }
      start = end + 1;
    }
  }
  return {
    countries: [...countries],
    words: [...words],
    classes: [...classes],
    places: [...places].map(([place, country]) => ({ place, country })),
    ambiguous: [...ambiguous],
    unresolved: [...unresolved],
  };
}

/**
 * Whether several pieces together are one name of a country or class (words such as "recycled" count piece by piece).
 */
function isName(run: string): boolean {
  const reading = readCountryWith(run, false);
  return reading.code !== undefined || reading.reason === "former" || readOriginClass(run) !== undefined;
}
