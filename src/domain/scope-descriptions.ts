// Whether two descriptions of a declaration's scope mean the same in other words.
import { words } from "../lib/text.ts";

/** Words that a description may have or lack. */
const FILLING = new Set(
  "a an all any and or the of our we us for from by to in on with including incl etc every each only ltd co company product products part parts item items series line lines range family made manufactured supplied delivered sold".split(
    " ",
  ),
);

/** From this share of common words on (Jaccard) two descriptions are the same in other words. */
const ALIKE = 0.75;

/**
 * Whether two descriptions differ in nothing but wording: word order, plural, filling words, one word among several. A
 * number or a single letter that only one of them has ("Series A", "plant 2") tells them apart. Never for a description
 * of filling words alone.
 */
export function describesTheSame(one: string, other: string): boolean {
  const [a, b] = [contentOf(one), contentOf(other)];
  if (a.size === 0 || b.size === 0) return false;
  const differing = [...a, ...b].filter((word) => !(a.has(word) && b.has(word)));
  if (differing.some((word) => word.length === 1 || /\d/.test(word))) return false;
  const common = [...a].filter((word) => b.has(word)).length;
  return common / (a.size + b.size - common) >= ALIKE;
}

function contentOf(text: string): Set<string> {
  const all = words(text);
  return new Set(
    all
      .filter((word) => !FILLING.has(word) || (word.length === 1 && word !== "a"))
      .map((word) => (word.length > 3 ? word.replace(/(?<!s)s$/, "") : word)),
  );
}
