// How texts of a CMRT's choices are compared: by their letters and digits alone.

/**
 * Folds a text for comparing option words, metals and countries: width, case, accents, blanks and punctuation do
 * not count; letters, digits and the signs that carry meaning in a choice (% < >) remain.
 */
export function foldWords(text: string): string {
  return (
    text
      .normalize("NFKD")
      // Latin accents only: the marks of Japanese kana belong to the letter.
      .replace(/[\u0300-\u036f]/g, "")
      .normalize("NFKC")
      .toLowerCase()
      .replace(/ı/g, "i")
      .replace(/ß/g, "ss")
      .replace(/[^\p{L}\p{M}\p{N}%<>]/gu, "")
  );
}
