// A reported name with the forms used for comparison, calculated once.

import { isNoName } from "../domain/sentinels.ts";
import { fold, nameWords } from "../lib/text.ts";

export interface ReadName {
  /** As reported. */
  text: string;
  /** With letter case, accents, width and punctuation folded. */
  folded: string;
  /** Its words without legal forms. */
  words: readonly string[];
  /** These words without spaces. */
  key: string;
}

/** Reads a text as a name; undefined if it is none: no text, "N/A", "Smelter not listed". */
export function readName(text: string | undefined): ReadName | undefined {
  if (text === undefined || isNoName(text)) return undefined;
  const words = nameWords(text);
  return { text, folded: fold(text), words, key: words.join("") };
}
