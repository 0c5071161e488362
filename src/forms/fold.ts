// How texts of a template's choices are compared: only by letters, digits and some signs.
import { normalForm } from "../lib/normal-form.ts";

/**
 * Folds a text for comparing option words, metals and countries: width, case, accents, blanks and punctuation are
 * ignored; letters, digits and the signs that are meaningful in a choice (% < >) are kept.
 */
export function foldWords(text: string): string {
  const known = folded.get(text);
  if (known !== undefined) return known;
  const words = fold(text);
  if (text.length <= SHORT) {
    if (folded.size >= MOST) folded.clear();
    folded.set(text, words);
  }
  return words;
}

/** Cache: the cells of a campaign contain "Gold" and "Yes" hundreds of thousands of times. */
const folded = new Map<string, string>();
const SHORT = 64;
const MOST = 4096;

function fold(text: string): string {
  // Removes Latin accents only: the marks of Japanese kana are part of the letter.
  const plain = normalForm(text, "NFKD").replace(/[\u0300-\u036f]/g, "");
  return normalForm(plain, "NFKC")
    .toLowerCase()
    .replace(/ı/g, "i")
    .replace(/ß/g, "ss")
    .replace(/[^\p{L}\p{M}\p{N}%<>]/gu, "");
}
