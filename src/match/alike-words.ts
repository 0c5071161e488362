// Words on the list that a reported word may stand for: equal, misspelt, synonymous, abbreviated.
import { createHeardAlike, syllableInitials } from "./pinyin-syllables.ts";
import { sameMeaning } from "./scripts/meanings.ts";
import { createSimilarWords } from "./similar-words.ts";

export interface AlikeWord {
  word: string;
  /** 1 for the word itself, less for others. */
  likeness: number;
  why: "equal" | "spelling" | "meaning" | "initials";
}

const MEANING = 0.85;
/** "ae", "oe" and "ue" for letters with an umlaut, which folding reduces to the base letter. */
const UMLAUT = 0.95;
const INITIALS = 0.6;
/** One pinyin syllable misheard as another with the same initial. */
const HEARD_ALIKE = 0.8;
/** Two adjacent letters transposed. */
const SWAPPED = 0.75;
/** No word in a name is longer. */
const LONGEST_WORD = 40;

/** Returns a search function for a vocabulary. */
export function createAlikeWords(vocabulary: readonly string[]): (word: string) => readonly AlikeWord[] {
  const known = new Set(vocabulary);
  const similar = createSimilarWords(vocabulary);
  const heardAlike = createHeardAlike(vocabulary);

  return (word) => {
    const found = new Map<string, AlikeWord>();
    const add = (alike: AlikeWord) => {
      const before = found.get(alike.word);
      if (known.has(alike.word) && (before === undefined || before.likeness < alike.likeness))
        found.set(alike.word, alike);
    };
    for (const { word: other, likeness } of similar(word))
      add({ word: other, likeness, why: other === word ? "equal" : "spelling" });
    const plain = word.replace(/([aou])e/g, "$1");
    if (plain !== word) add({ word: plain, likeness: UMLAUT, why: "spelling" });
    for (const other of sameMeaning(word)) add({ word: other, likeness: MEANING, why: "meaning" });
    for (const other of heardAlike(word)) add({ word: other, likeness: HEARD_ALIKE, why: "spelling" });
    if (!known.has(word)) {
      for (const other of withSwappedLetters(word)) add({ word: other, likeness: SWAPPED, why: "spelling" });
      for (const initials of syllableInitials(word)) {
        // A listed word that is pronounceable is a word rather than an abbreviation.
        if (!/[aeiou]/.test(initials)) add({ word: initials, likeness: INITIALS, why: "initials" });
      }
    }
    return [...found.values()];
  };
}

/**
 * The word with each pair of adjacent letters transposed; none for short words, as they too easily become other words.
 */
function withSwappedLetters(word: string): string[] {
  if (word.length < 4 || word.length > LONGEST_WORD) return [];
  return Array.from(
    { length: word.length - 1 },
    (_, at) => `${word.slice(0, at)}${word[at + 1]}${word[at]}${word.slice(at + 2)}`,
  );
}
