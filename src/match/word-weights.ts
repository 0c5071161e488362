// How much a word or a group of letters says, learnt from the names of the list itself.
import { nameKey, nameWords } from "../lib/text.ts";
import type { Facility } from "./facility-index.ts";

/** Weights from 0 to 1: 1 for what no listed facility or only one uses, little for "refinery" or "metals". */
export interface Weights {
  word(word: string): number;
  gram(gram: string): number;
}

/** Groups of three letters of a name's key (its words without spaces), the ends marked. */
export function gramsOf(key: string): string[] {
  const text = `^${key}$`;
  const grams = new Set<string>();
  for (let at = 0; at + 3 <= text.length; at++) grams.add(text.slice(at, at + 3));
  return [...grams];
}

/** Counts in how many facilities' names each word and gram occurs, and weighs them by their rarity. */
export function learnWeights(facilities: readonly Facility[]): Weights {
  const total = Math.log(1 + facilities.length);
  const rarity = (of: (name: string) => string[]) => {
    const users = new Map<string, number>();
    for (const facility of facilities) {
      for (const token of new Set(facility.names.flatMap((name) => of(name.text)))) {
        users.set(token, (users.get(token) ?? 0) + 1);
      }
    }
    return (token: string) => Math.log(1 + facilities.length / (users.get(token) ?? 1)) / total;
  };
  return { word: rarity(nameWords), gram: rarity((name) => gramsOf(nameKey(name))) };
}
