// The languages of letters, and what each of them still lacks. A letter is in one language from beginning to end.
import { LETTER_LANGUAGES, type LetterLanguage } from "../../model/vocabulary.ts";
import { type Wording, wordingOf } from "./wording.ts";

/** Languages that a letter may fall back on; the last one has everything. */
const REFERENCE: LetterLanguage = "en";

const known = new Map<LetterLanguage, ReadonlySet<string>>();

/** The keys of the English wording that a language has no words for, group and key with a zero character between. */
export function gapsOf(language: LetterLanguage): ReadonlySet<string> {
  const gaps =
    known.get(language) ??
    new Set(keysOf(wordingOf(REFERENCE)).filter((key) => !has(wordingOf(language), key)));
  known.set(language, gaps);
  return gaps;
}

/**
 * The language of a letter about these rules: the wanted one where it has words for all of it, else English; English
 * for a language in which no letters are written.
 */
export function letterLanguage(
  wanted: string | undefined,
  rules: Iterable<string>,
  missing = gapsOf,
): LetterLanguage {
  const language = LETTER_LANGUAGES.find((one) => one === wanted) ?? REFERENCE;
  const gaps = missing(language);
  const common = [...gaps].some((key) => !key.startsWith("rules\u0000"));
  return common || [...rules].some((rule) => gaps.has(`rules\u0000${rule}`)) ? REFERENCE : language;
}

/** The keys of a wording, as paths of two. */
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
