// The units by which names are compared: words and groups of letters.

/** Conjunctions and the like, which distinguish nothing; and legal forms that also occur inside a name. */
const NO_WORDS = new Set(
  "of the in at for and de da do di du del la le el los y et und von zu pt cv no nr".split(" "),
);

/** Words that any company may have in its name, in English and in other languages in Latin letters. */
const GENERAL = new Set(
  "group groupe gruppe grupo jituan holding holdings international global general national company corporation branch division headquarters trading trade commerce enterprise enterprises industry industries industrial development service services technology technologies systems".split(
    " ",
  ),
);

/** Whether a word says nothing about a facility, so that it cannot make a candidate by itself. */
export function isGeneral(word: string): boolean {
  return GENERAL.has(word);
}

/**
 * The distinct words to compare, without conjunctions and the like unless there are no others. "Non ferrous" is one
 * word, as others write it.
 */
export function comparedWords(list: readonly string[]): string[] {
  const joined: string[] = [];
  for (let at = 0; at < list.length; at++) {
    const word = list[at] as string;
    const next = list[at + 1];
    if (word === "non" && next !== undefined) {
      joined.push(`non${next}`);
      at++;
    } else joined.push(word);
  }
  const telling = joined.filter((word) => !NO_WORDS.has(word));
  return [...new Set(telling.length > 0 ? telling : joined)];
}

/** Groups of three letters of a name's key (its words without spaces), with the ends marked. */
export function gramsOf(key: string): string[] {
  const text = `^${key}$`;
  const grams = new Set<string>();
  for (let at = 0; at + 3 <= text.length; at++) grams.add(text.slice(at, at + 3));
  return [...grams];
}

/** Euclidean norm of a vector. */
export function norm(weights: readonly number[]): number {
  return Math.sqrt(weights.reduce((sum, weight) => sum + weight ** 2, 0));
}
