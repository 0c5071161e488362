// The languages of letters, and what each still lacks. A letter is in one language throughout.
import { fold } from "../../lib/text.ts";
import { LANGUAGES, type Language, LETTER_LANGUAGES, type LetterLanguage } from "../../model/vocabulary.ts";
import { type Wording, wordingOf } from "./wording.ts";

/** The fallback language, which is complete. */
const REFERENCE: LetterLanguage = "en";

/** Names of the template's languages besides their codes: in English, in the language itself, and by country code. */
const NAMES: Readonly<Record<Language, readonly [string, ...string[]]>> = {
  en: ["English"],
  zh: ["Chinese", "中文", "简体中文", "cn", "Mandarin"],
  ja: ["Japanese", "日本語", "jp"],
  ko: ["Korean", "한국어", "kr"],
  fr: ["French", "français"],
  pt: ["Portuguese", "português"],
  de: ["German", "Deutsch"],
  es: ["Spanish", "español"],
  it: ["Italian", "italiano"],
  tr: ["Turkish", "Türkçe"],
};

/** The language that a text names: "de", "de-AT", "German", "Deutsch". */
function readLanguage(text: string): Language | undefined {
  const [word = ""] = fold(text).split(" ");
  return LANGUAGES.find((one) => one === word || NAMES[one].some((name) => fold(name) === word));
}

/** Why a letter is not in the requested language, for a person; undefined if it is. */
export function whyOther(wanted: string | undefined, language: LetterLanguage): string | undefined {
  if (wanted === undefined || wanted.trim() === "") return undefined;
  const read = readLanguage(wanted);
  if (read === language) return undefined;
  if (read === undefined) return `“${wanted}” is not a language of the template`;
  return `there are no words in ${languageName(read)} for one of its points yet`;
}

/** The English name of a language. */
export function languageName(language: Language): string {
  return NAMES[language][0];
}

const known = new Map<LetterLanguage, ReadonlySet<string>>();

/** The keys of the English wording that a language lacks, as group and key separated by a NUL character. */
export function gapsOf(language: LetterLanguage): ReadonlySet<string> {
  const gaps =
    known.get(language) ??
    new Set(keysOf(wordingOf(REFERENCE)).filter((key) => !has(wordingOf(language), key)));
  known.set(language, gaps);
  return gaps;
}

/**
 * The language for a letter about these rules: the requested one if its wording is complete for them, else English;
 * English also for languages that the template does not have.
 */
export function letterLanguage(
  wanted: string | undefined,
  rules: Iterable<string>,
  missing = gapsOf,
): LetterLanguage {
  const read = readLanguage(wanted ?? "");
  const language = LETTER_LANGUAGES.find((one) => one === read) ?? REFERENCE;
  const gaps = missing(language);
  const common = [...gaps].some((key) => !key.startsWith("rules\u0000"));
  return common || [...rules].some((rule) => gaps.has(`rules\u0000${rule}`)) ? REFERENCE : language;
}

/** The keys of a wording, as group and key. */
function keysOf(wording: Wording): string[] {
  return Object.entries(wording).flatMap(([group, words]) =>
    typeof words === "object" ? Object.keys(words).map((key) => `${group}\u0000${key}`) : [group],
  );
}

function has(wording: Wording, path: string): boolean {
  const [group = "", key] = path.split("\u0000");
  const words = (wording as unknown as Record<string, unknown>)[group];
  if (key === undefined) return words !== undefined;
  return typeof words === "object" && words !== null && Object.hasOwn(words, key);
}
