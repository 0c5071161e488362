// What names are compared by: words and groups of letters.

/** Words that join others and tell nothing; legal forms that also stand inside a name. */
const NO_WORDS = new Set(
  "of the in at for and de da do di du del la le el los y et und von zu pt cv no nr".split(" "),
);

/** Words that any company may have in its name, in English and as other languages write them in Latin letters. */
const GENERAL = new Set(
  "group groupe gruppe grupo jituan holding holdings international global general national company corporation branch division headquarters trading trade commerce enterprise enterprises industry industries industrial development service services technology technologies systems".split(
    " ",
  ),
);

/** Whether a word says nothing of what a facility is, so that it makes no candidate by itself. */
export function isGeneral(word: string): boolean {
  return GENERAL.has(word);
}

/**
 * Words that are compared one by one, each once and without those that only join others, if any is left. "Non ferrous"
 * is one word, as others write it.
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

/** Groups of three letters of a name's key (its words without spaces), the ends marked. */
export function gramsOf(key: string): string[] {
  const text = `^${key}$`;
  const grams = new Set<string>();
  for (let at = 0; at + 3 <= text.length; at++) grams.add(text.slice(at, at + 3));
  return [...grams];
}

/** Length of a vector. */
export function norm(weights: readonly number[]): number {
  return Math.sqrt(weights.reduce((sum, weight) => sum + weight ** 2, 0));
}
