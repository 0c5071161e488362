// Words of the list that a reported word may be a misspelling of.
import { CmpStr } from "cmpstr";

/** Below this share of agreeing letters (Levenshtein) two words are not the same word. */
const LEAST_SIMILARITY = 0.75;
/** Shorter words differ too easily: they must be equal. */
const LEAST_LENGTH = 4;
/** No word of a name is longer, nor a Chinese name, which is one word as a whole; the comparison takes the square of it. */
const MOST_LENGTH = 100;
/** Pairs that share less than this part of their letter pairs are not compared at all. */
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

/** Prepares the search in a vocabulary; answers are remembered. */
export function createSimilarWords(vocabulary: readonly string[]): (word: string) => readonly SimilarWord[] {
  const levenshtein = CmpStr.create().setMetric("levenshtein");
  const known = new Set(vocabulary);
  const users = new Map<string, string[]>();
  for (const word of vocabulary) {
    if (!isCompared(word)) continue;
    for (const pair of letterPairs(word)) {
      const words = users.get(pair);
      if (words) words.push(word);
      else users.set(pair, [word]);
    }
  }
  const answers = new Map<string, readonly SimilarWord[]>();

  function search(word: string): SimilarWord[] {
    const found: SimilarWord[] = known.has(word) ? [{ word, likeness: 1 }] : [];
    if (!isCompared(word)) return found;
    const pairs = letterPairs(word);
    const shared = new Map<string, number>();
    for (const pair of pairs) {
      for (const other of users.get(pair) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1);
    }
    for (const [other, count] of shared) {
      if (other === word || (2 * count) / (pairs.size + other.length - 1) < LEAST_SHARED_PAIRS) continue;
      const similarity = levenshtein.compare(word, other) as number;
      if (similarity >= LEAST_SIMILARITY) found.push({ word: other, likeness: similarity ** 2 });
    }
    return found;
  }

  return (word) => {
    let answer = answers.get(word);
    if (answer === undefined) {
      answer = search(word);
      answers.set(word, answer);
    }
    return answer;
  };
}
