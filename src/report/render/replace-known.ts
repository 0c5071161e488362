// Replaces known texts wherever they occur in another text. A workbook may have as many of them as rows: too many for a
// regular expression, or for searching the text once per known text.
import { compareTexts } from "../../lib/compare-texts.ts";

/** A longer text is recognised by its beginning, and everything after it is replaced, too. */
const LONGEST = 200;
/** Up to this many texts, searching for each is faster than trying all at each position. */
const FEW = 20;
/** Where a known text may begin: not after a letter or digit. */
const BEGINNING = /(?<![\p{L}\p{N}])\S/gu;
const LETTER_OR_DIGIT = /^[\p{L}\p{N}]/u;

interface Known {
  text: string;
  /** Whether it is the beginning of a longer text. */
  cut: boolean;
  /** The longest other text that it starts with. */
  shorter: Known | undefined;
}

/**
 * Returns a function that replaces texts that occur as whole words; of two that start at the same position the longer
 * one. The texts must not start with a blank.
 */
export function createReplacer(texts: readonly string[], by: string): (text: string) => string {
  const known = inOrder(texts);
  if (known.length === 0) return (text) => text;
  const shortest = known.reduce((length, { text }) => Math.min(length, text.length), LONGEST);
  const heads = new Set(known.map(({ text }) => text.slice(0, shortest)));

  return (text) => {
    if (known.length <= FEW && !known.some((one) => text.includes(one.text))) return text;
    let result = "";
    let done = 0;
    for (const { index } of text.matchAll(BEGINNING)) {
      if (index < done || !heads.has(text.slice(index, index + shortest))) continue;
      const found = findAt(known, text, index);
      if (found === undefined) continue;
      result += text.slice(done, index) + by;
      done = found.cut ? text.length : index + found.text.length;
    }
    return result + text.slice(done);
  };
}

/** The texts in code unit order, in which a text comes after those that it starts with. */
function inOrder(texts: readonly string[]): Known[] {
  const cut = new Set(texts.filter(({ length }) => length > LONGEST).map((text) => text.slice(0, LONGEST)));
  const known: Known[] = [];
  for (const text of [...new Set(texts.map((each) => each.slice(0, LONGEST)))].sort(compareTexts)) {
    let shorter = known.at(-1);
    while (shorter !== undefined && !text.startsWith(shorter.text)) shorter = shorter.shorter;
    known.push({ text, cut: cut.has(text), shorter });
  }
  return known;
}

/** The longest known text that occurs as whole words at a position. */
function findAt(known: readonly Known[], text: string, at: number): Known | undefined {
  const rest = text.slice(at, at + LONGEST);
  // Binary search: the last entry not after the rest is the longest prefix of the rest, or starts with all of its
  // prefixes.
  let low = 0;
  let high = known.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((known[middle] as Known).text <= rest) low = middle + 1;
    else high = middle;
  }
  for (let one = known[low - 1]; one !== undefined; one = one.shorter) {
    if (!rest.startsWith(one.text)) continue;
    const end = at + one.text.length;
    if (one.cut || !LETTER_OR_DIGIT.test(text.slice(end, end + 2))) return one;
  }
  return undefined;
}
