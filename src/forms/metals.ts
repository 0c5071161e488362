// Text to metal.
import { METALS, type Metal } from "../model/vocabulary.ts";
import { foldWords } from "./fold.ts";
import { METAL_WORDS } from "./option-words.ts";

const SYMBOLS: Record<Metal, string> = { tantalum: "Ta", tin: "Sn", gold: "Au", tungsten: "W" };

const BY_WORD = new Map<string, Metal>(
  METALS.flatMap((metal) =>
    [...METAL_WORDS[metal], SYMBOLS[metal]].map((word): [string, Metal] => [foldWords(word), metal]),
  ),
);

/** The metal that a text names, in any of the ten languages, with or without its symbol; undefined for other text. */
export function readMetal(text: string): Metal | undefined {
  return BY_WORD.get(foldWords(text));
}
