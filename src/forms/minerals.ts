// Maps text to a mineral.
import { normalForm } from "../lib/normal-form.ts";
import { fold } from "../lib/text.ts";
import { LONGEST_MINERAL, type SelectedMineral } from "../model/response.ts";
import type { MineralId } from "../model/vocabulary.ts";
import { FAMILIES } from "./families.ts";
import { foldWords } from "./fold.ts";
import type { Family } from "./form.ts";

const words = new WeakMap<Family, ReadonlyMap<string, MineralId>>();

function wordsOf(family: Family): ReadonlyMap<string, MineralId> {
  const known = words.get(family);
  if (known) return known;
  const byWord = new Map(
    family.minerals.flatMap(({ id, names, symbol }) =>
      [...names, symbol ?? id].map((word): [string, MineralId] => [foldWords(word), id]),
    ),
  );
  words.set(family, byWord);
  return byWord;
}

/**
 * The mineral of a family that a text names, in any language for which the family has words, even if named twice, as in
 * "Tin / Sn". Undefined for other text and for several minerals.
 */
export function readMineral(text: string, family: Family): MineralId | undefined {
  const byWord = wordsOf(family);
  const whole = byWord.get(foldWords(text));
  if (whole !== undefined || text.length > LONGEST) return whole;
  const named = text
    .split(BETWEEN_WORDS)
    .flatMap((word) => (word === "" ? [] : [byWord.get(foldWords(word))]));
  return new Set(named).size === 1 ? named[0] : undefined;
}

/** Longer texts are not the name of a mineral, not even twice. */
const LONGEST = 60;
const BETWEEN_WORDS = /[^\p{L}\p{M}\p{N}]+/u;

/** The mineral that a text in a declaration names: one of its family, or one that it selects by name. */
export function readMineralOf(
  text: string,
  { family, minerals = [] }: { family: Family; minerals?: readonly SelectedMineral[] },
): MineralId | undefined {
  const known = readMineral(text, family);
  if (known !== undefined || minerals.length === 0) return known;
  const id = ownMineral(text);
  return minerals.find((selected) => selected.id === id)?.id;
}

/**
 * The key of a mineral that a declaration names itself: its name in lower case without underscores, so that it cannot
 * be a built-in property (__proto__).
 */
export function ownMineral(name: string): MineralId {
  return (
    normalForm(name, "NFKC")
      .toLowerCase()
      .replace(/[\s_]+/g, " ")
      .trim()
      .slice(0, LONGEST_MINERAL)
      .trim() || UNNAMED
  );
}

const UNNAMED = "unnamed";

/** Minerals on lists that belong to no family: name in lower case by folded spelling. */
const OTHERS = new Map<string, string>(
  (
    [
      ["antimony"],
      ["iron", "steel", "iron and steel"],
      ["magnesium"],
      ["niobium"],
      ["silicon"],
      ["titanium"],
      ["vanadium"],
      ["zircon", "zirconium"],
    ] as const
  ).flatMap((names) => names.map((name): [string, string] => [fold(name), names[0]])),
);

/** The mineral that a text names, of any supported family; undefined for other text. */
export function readKnownMineral(text: string): MineralId | undefined {
  for (const family of FAMILIES) {
    const mineral = readMineral(text, family);
    if (mineral !== undefined) return mineral;
  }
  return undefined;
}

/** The mineral that a text on a list names: a known one, or another in lower case; undefined for other text. */
export function readAnyMineral(text: string): string | undefined {
  return readKnownMineral(text) ?? OTHERS.get(fold(text));
}
