// Maps text to a declaration scope. The letter of a choice has different meanings in different editions.

import { layoutsOf } from "../forms/editions.ts";
import { foldWords } from "../forms/fold.ts";
import type { Family, Layout } from "../forms/form.ts";
import { normalForm } from "../lib/normal-form.ts";
import type { Scope } from "../model/vocabulary.ts";

const tables = new WeakMap<Family, ReadonlyMap<string, Scope>>();

/** Scopes by the words of all editions and languages of a family. */
function scopesByWords(family: Family): ReadonlyMap<string, Scope> {
  const known = tables.get(family);
  if (known) return known;
  const table = new Map<string, Scope>();
  for (const { text, scope } of layoutsOf(family).flatMap(({ scopes }) => scopes)) {
    table.set(foldWords(text), scope);
    table.set(foldWords(withoutLetter(text)), scope);
    // "C. User defined" without the advice in brackets after it.
    table.set(foldWords(withoutLetter(text).replace(/\[.*/, "")), scope);
  }
  for (const [scope, words] of Object.entries(family.optionWords.scopes) as [Scope, readonly string[]][]) {
    for (const word of words) table.set(foldWords(word), scope);
  }
  tables.set(family, table);
  return table;
}

function withoutLetter(text: string): string {
  return text.replace(/^\s*[A-D]\s*[.．:：)）、]\s*/i, "");
}

/**
 * The scope that a text means in a workbook of this layout: by the words of any edition and language of the family,
 * else by the letter of this layout's choice. Undefined for free text.
 */
export function readScope(text: string, family: Family, layout: Layout): Scope | undefined {
  const plain = normalForm(text, "NFKC").trim();
  const words = foldWords(plain);
  const own = layout.scopes.find((choice) => foldWords(choice.text) === words);
  if (own) return own.scope;
  const known = scopesByWords(family);
  const byWords = known.get(words) ?? known.get(foldWords(withoutLetter(plain)));
  if (byWords) return byWords;
  const letter = /^([A-D])(?:\s*[.:)、]|$)/i.exec(plain)?.[1]?.toUpperCase();
  return letter === undefined
    ? undefined
    : layout.scopes.find((choice) => choice.text.startsWith(`${letter}.`))?.scope;
}
