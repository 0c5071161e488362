// Splits pinyin words into syllables, for names abbreviated to the initials of their syllables ("H.C." for Haicang) and
// for misheard names ("Zhaoyuan" for Zhongyuan).

const SYLLABLE =
  /^(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|iao|ian|uai|uan|ai|ei|ao|ou|an|en|er|ia|ie|iu|in|ua|uo|ui|un|ue|ve|a|o|e|i|u|v)$/;
/** The initial of a syllable; empty if it begins with a vowel. */
const BEGINNING = /^(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?/;
const LONGEST_SYLLABLE = 6;
const MOST_SYLLABLES = 3;

/** All ways of splitting a word into two or three syllables; none for a word that is not pinyin. */
function syllablesOf(word: string): string[][] {
  const found: string[][] = [];
  const walk = (rest: string, before: readonly string[]) => {
    if (rest === "" && before.length > 1) found.push([...before]);
    if (rest === "" || before.length === MOST_SYLLABLES) return;
    for (let length = 1; length <= Math.min(LONGEST_SYLLABLE, rest.length); length++) {
      const syllable = rest.slice(0, length);
      if (SYLLABLE.test(syllable)) walk(rest.slice(length), [...before, syllable]);
    }
  };
  if (/^[a-z]{4,14}$/.test(word)) walk(word, []);
  return found;
}

/** Initials of a word's syllables, for each way of splitting it; empty for a word that is not pinyin. */
export function syllableInitials(word: string): string[] {
  return [...new Set(syllablesOf(word).map((parts) => parts.map((part) => part[0]).join("")))];
}

/**
 * Returns a search for words of a vocabulary that differ from a word in one syllable with the same initial: "zhongyuan"
 * for "zhaoyuan".
 */
export function createHeardAlike(vocabulary: readonly string[]): (word: string) => readonly string[] {
  const users = new Map<string, Set<string>>();
  for (const word of vocabulary)
    for (const key of keysOf(word)) users.set(key, (users.get(key) ?? new Set()).add(word));
  return (word) => {
    const found = new Set(keysOf(word).flatMap((key) => [...(users.get(key) ?? [])]));
    found.delete(word);
    return [...found];
  };
}

/** The syllables of a word with one of them reduced to its initial, for each in turn: "zh-yuan", "zhao-y". */
function keysOf(word: string): string[] {
  return syllablesOf(word).flatMap((parts) =>
    parts.map((cut, at) =>
      parts.map((part, other) => (other === at ? `${BEGINNING.exec(cut)?.[0]}…` : part)).join("-"),
    ),
  );
}
