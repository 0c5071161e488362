// Pinyin words taken apart, for names that shorten them to the first letters of their syllables ("H.C." for Haicang)
// and for names that somebody wrote as they heard them ("Zhaoyuan" for Zhongyuan).

const SYLLABLE =
  /^(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|iao|ian|uai|uan|ai|ei|ao|ou|an|en|er|ia|ie|iu|in|ua|uo|ui|un|ue|ve|a|o|e|i|u|v)$/;
/** How a syllable begins: nothing where it begins with a vowel. */
const BEGINNING = /^(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?/;
const LONGEST_SYLLABLE = 6;
const MOST_SYLLABLES = 3;

/** Each way of taking a word apart into two or three syllables; none for a word that is not pinyin. */
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

/** First letters of a word's syllables, for each way of taking it apart; empty for a word that is not pinyin. */
export function syllableInitials(word: string): string[] {
  return [...new Set(syllablesOf(word).map((parts) => parts.map((part) => part[0]).join("")))];
}

/**
 * Prepares the search for words of a vocabulary that differ from a word in one syllable, which begins alike:
 * "zhongyuan" for "zhaoyuan".
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

/** The syllables of a word with one of them cut down to its beginning, each in turn: "zh-yuan", "zhao-y". */
function keysOf(word: string): string[] {
  return syllablesOf(word).flatMap((parts) =>
    parts.map((cut, at) =>
      parts.map((part, other) => (other === at ? `${BEGINNING.exec(cut)?.[0]}…` : part)).join("-"),
    ),
  );
}
