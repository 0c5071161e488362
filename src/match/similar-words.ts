// Words on the list of which a reported word may be a misspelling.
import { distance } from "fastest-levenshtein";

/** Two words with a smaller share of agreeing letters (Levenshtein) are different words. */
const LEAST_SIMILARITY = 0.75;
/** Shorter words are too easily similar, so they must be equal. */
const LEAST_LENGTH = 4;
/** No word in a name is longer, nor is a Chinese name, which is one word; comparison takes quadratic time. */
const MOST_LENGTH = 100;
/** Words that share less than this part of their letter pairs are not compared at all. */
const LEAST_SHARED_PAIRS = 0.4;

export interface SimilarWord {
  word: string;
  /** 1 for the word itself, the square of the similarity for others. */
  likeness: number;
}

function isCompared({ length }: string): boolean {
  return length >= LEAST_LENGTH && length <= MOST_LENGTH;
}

function letterPairs(word: string): Set<string> {
  const pairs = new Set<string>();
  for (let at = 0; at + 2 <= word.length; at++) pairs.add(word.slice(at, at + 2));
  return pairs;
}

/** Returns a search function for a vocabulary. */
export function createSimilarWords(vocabulary: readonly string[]): (word: string) => readonly SimilarWord[] {
  const known = new Set(vocabulary);
  const compared = vocabulary.filter(isCompared);
  const users = new Map<string, number[]>();
  compared.forEach((word, at) => {
    for (const pair of letterPairs(word)) {
      const places = users.get(pair);
      if (places) places.push(at);
      else users.set(pair, [at]);
    }
  });
  // Number of letter pairs in common with each word; reused for every search.
  const shared = new Uint8Array(compared.length);

  return (word) => {
    const found: SimilarWord[] = known.has(word) ? [{ word, likeness: 1 }] : [];
    if (!isCompared(word)) return found;
    const pairs = letterPairs(word);
    const touched: number[] = [];
    for (const pair of pairs) {
      for (const at of users.get(pair) ?? []) {
        if (shared[at] === 0) touched.push(at);
        shared[at] = (shared[at] as number) + 1;
      }
    }
    for (const at of touched) {
      const other = compared[at] as string;
      const count = shared[at] as number;
      shared[at] = 0;
      const longer = Math.max(word.length, other.length);
      if (other === word || (2 * count) / (pairs.size + other.length - 1) < LEAST_SHARED_PAIRS) continue;
      if (Math.min(word.length, other.length) < LEAST_SIMILARITY * longer) continue;
      const similarity = 1 - distance(word, other) / longer;
      if (similarity >= LEAST_SIMILARITY) found.push({ word: other, likeness: similarity ** 2 });
    }
    return found;
  };
}
