// Listed names with the errors of hand-filled forms: a certain match must still be the same facility.
import fc from "fast-check";
import { expect } from "vitest";
import { fold } from "../../src/lib/text.ts";
import { createMatcher } from "../../src/match/matcher.ts";
import type { ReferenceList } from "../../src/model/reference.ts";

const FORMS = [
  "Ltd.",
  "Co., Ltd.",
  "Inc.",
  "GmbH",
  "S.A.",
  "LLC",
  "Corporation",
  "PT",
  "",
  "有限公司",
  "Company Limited",
];
const FORM_AT_END = /[\s,]*(?:co\.?,?\s*ltd\.?|ltd\.?|inc\.?|gmbh|s\.a\.|llc|corp\.?|corporation|limited)$/i;
const LETTERS = "abcdefghijklmnopqrstuvwxyz";

/** What people and programs do to a name; `pick` is a number from 0 to 1 that selects the place. */
const NOISES: Record<string, (name: string, pick: number) => string> = {
  "upper case": (name) => name.toUpperCase(),
  "lower case": (name) => name.toLowerCase(),
  "no accents": (name) => name.normalize("NFD").replace(/[\u0300-\u036f]/g, ""),
  "decomposed accents": (name) => name.normalize("NFD"),
  "no punctuation": (name) => name.replace(/[.,'’"()]/g, " "),
  "more blanks": (name) => ` ${name.replace(/ /g, "\u00a0 ")}\n`,
  "no blanks": (name) => name.replace(/ /g, ""),
  "and for &": (name) => name.replace(/&/g, "and"),
  "full width": (name) =>
    name.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)),
  "another legal form": (name, pick) =>
    `${name.replace(FORM_AT_END, "")} ${FORMS[Math.floor(pick * FORMS.length)]}`,
  "no legal form": (name) => name.replace(FORM_AT_END, ""),
  "two words swapped": (name, pick) => {
    const words = name.split(" ");
    const at = Math.floor(pick * (words.length - 1));
    return words.length < 2
      ? name
      : words
          .with(at, words[at + 1] as string)
          .with(at + 1, words[at] as string)
          .join(" ");
  },
  // Digits are left alone: in "Unit 1" they are the name.
  "a letter mistyped": (name, pick) => {
    const letters = [...name.matchAll(/[a-z]/gi)].map((match) => match.index);
    const at = letters[Math.floor(pick * letters.length)];
    return at === undefined
      ? name
      : name.slice(0, at) + LETTERS[Math.floor(pick * 997) % 26] + name.slice(at + 1);
  },
  "a letter missing": (name, pick) =>
    name.slice(0, Math.floor(pick * name.length)) + name.slice(Math.floor(pick * name.length) + 1),
};

/**
 * Draws this many listed names with errors: none may be matched with certainty to another facility, with or without
 * earlier lists.
 */
export function noiseKeepsFacilities(
  list: ReferenceList,
  runs: number,
  earlier: readonly ReferenceList[] = [],
): void {
  const matcher = createMatcher(list, { earlier });
  const lists = [list, ...earlier];
  const names = list.entries.flatMap((entry) => entry.lookupNames.map((name) => ({ entry, name })));
  const noise = fc.array(
    fc.tuple(fc.constantFrom(...Object.keys(NOISES)), fc.double({ min: 0, max: 0.999, noNaN: true })),
    {
      minLength: 1,
      maxLength: 3,
    },
  );
  fc.assert(
    fc.property(fc.constantFrom(...names), noise, fc.boolean(), ({ entry, name }, noises, withCountry) => {
      const noisy = noises.reduce((text, [kind, pick]) => NOISES[kind]?.(text, pick) ?? text, name);
      const match = matcher.match({
        metal: entry.metal,
        name: noisy,
        ...(withCountry && entry.country ? { country: entry.country } : {}),
      });
      if (match.id === undefined || match.id === entry.id) return;
      // Without a country, a text that is exactly another facility's name means that facility.
      expect([noisy, match.evidence, !withCountry && namesOf(lists, match.id).has(fold(noisy))]).toEqual([
        noisy,
        match.evidence,
        true,
      ]);
    }),
    { numRuns: runs },
  );
}

function namesOf(lists: readonly ReferenceList[], id: string): Set<string> {
  const entries = lists.flatMap((list) => list.entries.filter((each) => each.id === id));
  return new Set(entries.flatMap((entry) => entry.lookupNames.map(fold)));
}
