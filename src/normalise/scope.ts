// Text to declaration scope. The letter of a choice means other things in 2.x than from 3.x on.

import { foldWords } from "../forms/fold.ts";
import { allLayouts, type Layout } from "../forms/layouts.ts";
import { SCOPE_WORDS } from "../forms/option-words.ts";
import { normalForm } from "../lib/normal-form.ts";
import type { Scope } from "../model/vocabulary.ts";

const BY_WORDS = new Map<string, Scope>();
for (const { scopes } of allLayouts()) {
  for (const { text, scope } of scopes) {
    BY_WORDS.set(foldWords(text), scope);
    BY_WORDS.set(foldWords(withoutLetter(text)), scope);
    // "C. User defined" without the advice in brackets that follows it.
    BY_WORDS.set(foldWords(withoutLetter(text).replace(/\[.*/, "")), scope);
  }
}
for (const [scope, words] of Object.entries(SCOPE_WORDS) as [Scope, readonly string[]][]) {
  for (const word of words) BY_WORDS.set(foldWords(word), scope);
}

function withoutLetter(text: string): string {
  return text.replace(/^\s*[A-D]\s*[.．:：)）、]\s*/i, "");
}

/**
 * The scope that a text means in a workbook of this layout: by the words of any generation and language, else by the
 * letter of this generation's choice. Undefined for free text.
 */
export function readScope(text: string, layout: Layout): Scope | undefined {
  const plain = normalForm(text, "NFKC").trim();
  const words = foldWords(plain);
  const own = layout.scopes.find((choice) => foldWords(choice.text) === words);
  if (own) return own.scope;
  const byWords = BY_WORDS.get(words) ?? BY_WORDS.get(foldWords(withoutLetter(plain)));
  if (byWords) return byWords;
  const letter = /^([A-D])(?:\s*[.:)、]|$)/i.exec(plain)?.[1]?.toUpperCase();
  return letter === undefined
    ? undefined
    : layout.scopes.find((choice) => choice.text.startsWith(`${letter}.`))?.scope;
}
