// Texts that are known, replaced wherever they stand in another one. A workbook may hold as many of them as it has
// rows: too many for a regular expression, and for going through the text once for each.
import { compareTexts } from "../../lib/compare-texts.ts";

/** A longer text is known by its beginning, and what follows that is replaced to the end. */
const LONGEST = 200;
/** So many texts are looked for one by one sooner than all at each place. */
const FEW = 20;
/** Where a known text may begin: behind no letter or digit. */
const BEGINNING = /(?<![\p{L}\p{N}])\S/gu;
const LETTER_OR_DIGIT = /^[\p{L}\p{N}]/u;

interface Known {
  text: string;
  /** It is the beginning of a longer one. */
  cut: boolean;
  /** The longest other one that it begins with. */
  shorter: Known | undefined;
}

/**
 * Prepares the replacing of texts that stand as whole words: of two that begin at one place the longer one. The texts
 * must not begin with a blank.
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

/** The texts in code unit order, in which those that another one begins with come before it. */
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

/** The longest known text that stands as whole words at a place. */
function findAt(known: readonly Known[], text: string, at: number): Known | undefined {
  const rest = text.slice(at, at + LONGEST);
  // The last one that does not come after the rest is the longest that the rest begins with, or begins with all of these.
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
