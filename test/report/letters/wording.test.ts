// The wording of letters in every language, with the examples of every rule.

import { describe, expect, test } from "vitest";
import { METALS, POLICIES, QUESTIONS } from "../../../fixtures/cmrt.ts";
import { FAMILIES } from "../../../src/forms/families.ts";
import type { Finding } from "../../../src/model/finding.ts";
import { LETTER_LANGUAGES, type LetterLanguage } from "../../../src/model/vocabulary.ts";
import { phrase, rulePhrases, wordingOf } from "../../../src/report/letters/wording.ts";
import { RULES } from "../../../src/rules/index.ts";
import { check } from "../../../src/rules/run.ts";
import { exampleInput, examplesOf } from "../../../src/rules/support/example.ts";

const forSuppliers = RULES.filter((rule) => !rule.internal);
const findings: Finding[] = forSuppliers.flatMap(
  (rule) => check(exampleInput(examplesOf(rule).fires), [rule]).findings,
);

/** Texts that suppliers or templates put into facts are the same in every language. */
const CODES = [...QUESTIONS, ...POLICIES].filter((code) => code !== code.toLowerCase());

const WESTERN = /^[\p{Lu}“].*[.?]$/u;
const EASTERN = /[。？?]$/;
/** What a sentence looks like. */
const SENTENCE: Record<LetterLanguage, RegExp> = {
  en: WESTERN,
  ja: EASTERN,
  zh: EASTERN,
  de: /^[\p{Lu}„].*[.?]$/u,
  fr: /^[\p{Lu}«].*[.?]$/u,
  es: /^[\p{Lu}«¿].*[.?]$/u,
  pt: WESTERN,
  it: /^[\p{Lu}«].*[.?]$/u,
  tr: /^[\p{Lu}\d“].*[.?]$/u,
  ko: /\p{Script=Hangul}.*[.?]$/u,
};
/** How many minerals a CMRT has: other templates have other numbers of them. */
const FOUR = /\b(?:four|vier|quatre|cuatro|quatro|quattro|dört)\b|四つ|四种|네 가지/;
/** Rules on CMRTs alone. */
const OF_FOUR: readonly string[] = ["no-3tg-declared"];

/**
 * Languages that must have every rule from the start; the others follow, and until then letters that need it are in
 * English.
 */
const FIRST: readonly LetterLanguage[] = ["en", "ja", "zh"];

describe.each(LETTER_LANGUAGES)("%s", (language) => {
  const wording = wordingOf(language);

  test("has a wording for every rule that goes into letters, and for no other", () => {
    const ids = forSuppliers.map((rule) => rule.id);
    const worded = Object.keys(wording.rules);
    expect(worded.filter((id) => !ids.includes(id))).toEqual([]);
    if (FIRST.includes(language)) expect(ids.filter((id) => !worded.includes(id))).toEqual([]);
  });

  test("uses only facts that its rule gives", () => {
    for (const finding of findings) {
      const entry = wording.rules[finding.rule];
      const texts = [
        entry?.do ?? "",
        ...(typeof entry?.say === "string" ? [entry.say] : Object.values(entry?.say ?? {})),
      ];
      for (const text of texts) {
        for (const [, fact] of text.matchAll(/\{(\w+)/g))
          expect(Object.keys(finding.facts), text).toContain(fact);
      }
    }
  });

  test("counts the minerals only where a rule is about CMRTs alone", () => {
    const counting = Object.entries(wording.rules).filter(([, words]) => FOUR.test(JSON.stringify(words)));
    expect(counting.map(([rule]) => rule)).toEqual(OF_FOUR);
  });

  test("leaves no brace, no bracket of its own, no key and no missing value in a sentence", () => {
    for (const finding of findings) {
      const phrases = rulePhrases(finding.rule, finding.facts, language);
      if (phrases === undefined && !FIRST.includes(language)) continue;
      for (const text of [phrases?.say ?? "", phrases?.do ?? ""]) {
        expect(text).not.toMatch(/[{}]|undefined|\bnull\b/);
        for (const code of CODES) expect(text, finding.rule).not.toContain(code);
        expect(text).toMatch(SENTENCE[language]);
      }
    }
  });

  test("speaks its language", () => {
    for (const [rule, entry] of Object.entries(wording.rules)) {
      for (const text of [entry.do, ...(typeof entry.say === "string" ? [entry.say] : [])]) {
        expect(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text), rule).toBe(
          SENTENCE[language] === EASTERN,
        );
      }
    }
    for (const metal of METALS) expect(wording.metal[metal]).toBeTruthy();
  });
});

test.each(FAMILIES.map((family) => [family.id, family] as const))(
  "every mineral and question of the %s has its word in every language of letters",
  (_, { minerals, questions, practices, letterWords }) => {
    const gaps = LETTER_LANGUAGES.flatMap((language) => {
      const words = letterWords[language];
      return [
        ...minerals.filter(({ id }) => !words?.metal[id]).map(({ id }) => `${language} ${id}`),
        ...questions.filter(({ key }) => !words?.question[key]).map(({ key }) => `${language} ${key}`),
        ...practices.filter(({ key }) => !words?.policy[key]).map(({ key }) => `${language} ${key}`),
      ];
    });
    expect(gaps).toEqual([]);
  },
);

test("a fact is never read as a sentence", () => {
  const facts = { smelter: "{row} [x] {smelter}", row: 7 };
  expect(phrase("Row {row}: {smelter}.", facts, "en")).toBe("Row 7: {row} [x] {smelter}.");
});

test("a sentence that ends with a company's name has one full stop; a value keeps its own", () => {
  expect(phrase("We know it as {supplier}.", { supplier: "Acme Inc." }, "en")).toBe(
    "We know it as Acme Inc.",
  );
  expect(phrase("{supplier}", { supplier: "Acme.." }, "en")).toBe("Acme..");
});

test("a bracketed part goes where its fact is missing", () => {
  expect(phrase("Row {row}[ of {metal:metal}].", { row: 5, metal: null }, "en")).toBe("Row 5.");
  expect(phrase("Row {row}[ of {metal:metal}].", { row: 5, metal: "tin" }, "ja")).toBe("Row 5 of 錫.");
  expect(phrase("Not found[; it may be {names:list}].", { names: [] }, "en")).toBe("Not found.");
  expect(phrase("Not found[; it may be {names:list}].", { names: ["Acme"] }, "en")).toBe(
    "Not found; it may be Acme.",
  );
});

test("countries come in the letter's language, files by their names, addresses not at all", () => {
  expect(phrase("{c:country}", { c: ["CD", "RW"] }, "ja")).toBe("コンゴ民主共和国、ルワンダ");
  expect(phrase("{f:file}", { f: "in/mail.eml » a/b.xlsx" }, "en")).toBe("b.xlsx");
  expect(phrase("{t}", { t: "ask jo@smelter.example now" }, "en")).toBe("ask [left out] now");
});

test("words of the language's own object are no wording", () => {
  expect(rulePhrases("constructor", {}, "en")).toBeUndefined();
  expect(phrase("{m:metal}", { m: "__proto__" }, "en")).toBe("__proto__");
  // A reference list may have any name, and the wording depends on whether there is one.
  const facts = { newer: "constructor", id: "CID000001", smelter: "Acme", row: 5 };
  expect(rulePhrases("smelter-id-not-in-reference", facts, "en")?.say).toContain(
    "only on the newer constructor",
  );
});
