// Whether two descriptions of a declaration's scope mean the same in different words.
import { words } from "../lib/text.ts";

/** Words whose presence or absence makes no difference. */
const FILLING = new Set(
  "a an all any and or the of our we us for from by to in on with including incl etc every each only ltd co company product products part parts item items series line lines range family made manufactured supplied delivered sold".split(
    " ",
  ),
);

/** Descriptions with at least this share of common words (Jaccard index) mean the same. */
const ALIKE = 0.75;

/**
 * Whether two descriptions differ only in wording: word order, plurals, filler words, one word among several.
 * A number or a single letter that only one of them has ("Series A", "plant 2") makes them different. Always
 * false for a description of filler words alone.
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
