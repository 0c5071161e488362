// Listed names with the noise of hand-filled forms: whatever is certain must still be the same facility.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { CMRT } from "../../fixtures/cmrt.ts";
import { fold } from "../../src/lib/text.ts";
import { createMatcher } from "../../src/match/matcher.ts";
import type { ReferenceList } from "../../src/model/reference.ts";
import { readLookUpList } from "../../src/reference/look-up-list.ts";
import { openWorkbook } from "../../src/workbook/open-workbook.ts";
import { buildList } from "../helpers/build-list.ts";

const CORPUS = process.env.CMRT_CORPUS;
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

/** What people and programs do to a name; `pick` is a number from 0 to 1 that says where. */
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

const OWN = buildList([
  "Gold | Dowa | Dowa | JAPAN | CID000401 | Kosaka",
  "Gold | Metalor Technologies S.A. | Metalor Technologies S.A. | SWITZERLAND | CID001153 | Marin",
  "Gold | Metalor Technologies (Suzhou) Ltd. | Metalor Technologies (Suzhou) Ltd. | CHINA | CID001147 | Suzhou",
  "Gold | Metalor Technologies (Singapore) Pte., Ltd. | Metalor Technologies (Singapore) Pte., Ltd. | SINGAPORE | CID001152 | Singapore",
  "Tantalum | H.C. Starck Co., Ltd. | TANIOBIS Co., Ltd. | THAILAND | CID002544 | Map Ta Phut",
  "Tantalum | H.C. Starck Inc. | Materion Newton Inc. | UNITED STATES OF AMERICA | CID002548 | Newton",
  "Tantalum | H.C. Starck Ltd. | TANIOBIS Japan Co., Ltd. | JAPAN | CID002549 | Mito",
  "Tantalum | TANIOBIS GmbH | TANIOBIS GmbH | GERMANY | CID002545 | Goslar",
  "Tungsten | Xiamen Tungsten Co., Ltd. | Xiamen Tungsten Co., Ltd. | CHINA | CID002082 | Xiamen",
  "Tungsten | Xiamen Tungsten (H.C.) Co., Ltd. | Xiamen Tungsten (H.C.) Co., Ltd. | CHINA | CID002320 | Xiamen",
]);

function property(list: ReferenceList, runs: number, earlier: readonly ReferenceList[] = []): void {
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
      // Without a country a text that is another facility's very name means that facility.
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

test("noise on listed names never makes another facility certain", () => {
  property(OWN, 2000);
});

test.skipIf(CORPUS === undefined)(
  `the same on a real list, alone and with earlier ones (CMRT_CORPUS ${CORPUS ?? "is not set"})`,
  async () => {
    const [list, ...earlier] = await Promise.all(["6.5", "6.31", "6.1"].map(lookUp));
    property(list as ReferenceList, 3000);
    property(list as ReferenceList, 3000, earlier);
  },
);

async function lookUp(version: string): Promise<ReferenceList> {
  const file = join(CORPUS ?? "", "templates", `RMI_CMRT_${version}.xlsx`);
  const opened = await openWorkbook(readFileSync(file));
  const list = opened.ok
    ? readLookUpList(opened.workbook, CMRT, version, { file, sha256: version })
    : undefined;
  if (!list) throw new Error(`${file} has no look-up list`);
  return list;
}
