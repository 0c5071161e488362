// How significant a word or letter group is, learnt from the names on the list itself.
import { nameKey, nameWords } from "../lib/text.ts";
import { everyName, type Facility } from "./facility-index.ts";
import { comparedWords, gramsOf } from "./name-tokens.ts";
import { sameMeaning } from "./scripts/meanings.ts";

/** Weights from 0 to 1: 1 for what occurs in at most one facility's names, little for "refinery" or "metals". */
export interface Weights {
  word(word: string): number;
  gram(gram: string): number;
}

/**
 * Counts in how many facilities' names each word and letter group occurs, and weights them by rarity. Synonyms are
 * counted together: "kikinzoku" is no more significant than "precious".
 */
export function learnWeights(facilities: readonly Facility[]): Weights {
  const total = Math.log(1 + facilities.length);
  const rarity = (of: (name: string) => readonly string[], alike: (token: string) => readonly string[]) => {
    const users = new Map<string, Set<Facility>>();
    for (const facility of facilities) {
      for (const token of everyName(facility).flatMap((name) => of(name.text))) {
        users.set(token, (users.get(token) ?? new Set()).add(facility));
      }
    }
    const weigh = (token: string) => {
      const using = new Set([token, ...alike(token)].flatMap((each) => [...(users.get(each) ?? [])]));
      return Math.log(1 + facilities.length / Math.max(1, using.size)) / total;
    };
    const weights = new Map([...users.keys()].map((token): [string, number] => [token, weigh(token)]));
    return (token: string) => weights.get(token) ?? (alike(token).length === 0 ? 1 : weigh(token));
  };
  return {
    word: rarity((name) => comparedWords(nameWords(name)), sameMeaning),
    gram: rarity(
      (name) => gramsOf(nameKey(name)),
      () => [],
    ),
  };
}
