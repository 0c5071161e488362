// What a response covers, as a key by which a supplier's responses are compared.

import { sortTexts } from "../lib/compare-texts.ts";
import { fold } from "../lib/text.ts";
import type { Response } from "../model/response.ts";

/**
 * The scope of a response: "company"; "product" with its set of product numbers; or a user-defined scope with its
 * description. Equal keys mean the same scope. `key` is null if the response does not say what it covers: no scope,
 * products without a list, or a user-defined scope without a description. `text` describes the scope for a person.
 */
export function scopeOf(response: Response): { key: string | null; text: string } {
  const scope = response.company.scope;
  const description = response.company.scopeDescription?.value ?? "";
  const code = scope?.value ?? null;
  if (code === "company") return { key: "company", text: "company" };
  if (code === "product") {
    const products = [
      ...new Set(response.products.map((product) => fold(product.number ?? product.name ?? ""))),
    ].filter((product) => product !== "");
    if (products.length === 0) return { key: null, text: "products, none listed" };
    const count = products.length === 1 ? "1 product" : `${products.length} products`;
    return { key: `product:${sortTexts(products).join("|")}`, text: count };
  }
  const typed = code ?? scope?.raw ?? "";
  if (typed === "") return { key: null, text: "not stated" };
  if (description === "") return { key: null, text: `${scopeWord(typed)}, not described` };
  return { key: `${fold(typed)}:${fold(description)}`, text: `${scopeWord(typed)}: ${description}` };
}

/** Scope codes in words. A Map, since the text may be anything, including the name of an object's built-in property. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ["userDefined", "user-defined"],
  ["division", "division"],
  ["productCategory", "product category"],
]);

function scopeWord(code: string): string {
  return WORDS.get(code) ?? code;
}
