// Pinyin words taken apart, for names that shorten them to the first letters of their syllables ("H.C." for Haicang).

const SYLLABLE =
  /^(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|iao|ian|uai|uan|ai|ei|ao|ou|an|en|er|ia|ie|iu|in|ua|uo|ui|un|ue|ve|a|o|e|i|u|v)$/;
const LONGEST_SYLLABLE = 6;

/**
 * First letters of a word's syllables, for each way of taking it apart into two or three; empty for a word that is no
 * pinyin.
 */
export function syllableInitials(word: string): string[] {
  const found = new Set<string>();
  const walk = (rest: string, initials: string) => {
    if (rest === "" && initials.length > 1) found.add(initials);
    if (rest === "" || initials.length === 3) return;
    for (let length = 1; length <= Math.min(LONGEST_SYLLABLE, rest.length); length++) {
      if (SYLLABLE.test(rest.slice(0, length))) walk(rest.slice(length), initials + rest[0]);
    }
  };
  if (/^[a-z]{4,14}$/.test(word)) walk(word, "");
  return [...found];
}
