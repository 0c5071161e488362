// The wording of letters: one JSON file per language beside this file, so that translators need not touch code.
// A sentence is text with facts in braces. `{row}` prints the fact unchanged; `{metal:metal}` looks it up in the
// wording's list of that name; `:day` and `:weekday` format an ISO day; `:country` prints the country's name, `:file`
// the last part of a path, and `:list` joins several values. Text in square brackets is omitted if a fact in it is
// missing or an empty list. A rule's `say` may be a set of sentences: `fact` names the fact that selects one, "*" is the default.

import { createRequire } from "node:module";
import { z } from "zod";
import { countryNameIn } from "../../forms/countries.ts";
import { FAMILIES } from "../../forms/families.ts";
import type { LetterWords } from "../../forms/form.ts";
import { withOneStop } from "../../lib/full-stop.ts";
import type { Facts } from "../../model/finding.ts";
import { ANSWER_CODES, COMPANY_FIELDS, type Language, type LetterLanguage } from "../../model/vocabulary.ts";
import { formatDay } from "./format-day.ts";

const sentence = z.string().min(1);
const variants = z.record(z.string(), sentence).refine((set) => "fact" in set && "*" in set);
const words = z.record(z.string(), sentence);

/** The sentences of every letter, whatever the findings. */
const letterSentences = z.strictObject({
  subject: sentence,
  greeting: sentence,
  greetingUnnamed: sentence,
  /** The opening phrase, in languages that use one. */
  opening: z.string(),
  thanks: sentence,
  received: sentence,
  receivedUndated: sentence,
  /** For a date in which day and month could be swapped. */
  receivedTwoDates: sentence,
  receivedUnusable: sentence,
  nothing: sentence,
  /** The same if a declaration with a similar name was received. */
  nothingByName: sentence,
  nothingAttributed: sentence,
  /** What to do, for a supplier from which nothing was received. */
  send: sentence,
  sendOtherwise: sentence,
  /** For a repeated letter, and for a repeated request for a missing declaration. */
  reminder: sentence,
  reminderAsked: sentence,
  corrections: sentence,
  correctionsIntro: sentence,
  /** Variants if further files were received that could not be used, and if some points are not about cells. */
  correctionsOnly: sentence,
  pointsIntro: sentence,
  questions: sentence,
  questionsIntro: sentence,
  sheet: sentence,
  whole: sentence,
  inFile: sentence,
  attached: sentence,
  answerBy: sentence,
  regards: sentence,
  cell: sentence,
  more: sentence,
});

/** The sentences that name the template, for templates other than the default; `{template}` is its abbreviation. */
const otherTemplateSentences = z.strictObject({
  subject: sentence,
  opening: sentence.exactOptional(),
  thanks: sentence,
  nothing: sentence,
  send: sentence.exactOptional(),
});

/**
 * The sheet that lists the requests in the supplier's own workbook; `introAlone` is used if the list is a separate
 * file.
 */
const listWords = z.strictObject({
  /** The sheet's name: spreadsheets limit its length and characters. */
  name: z
    .string()
    .min(1)
    .max(31)
    .regex(/^[^[\]:*?/\\']+$/),
  title: sentence,
  intro: sentence,
  introAlone: sentence,
  number: sentence,
  sheet: sentence,
  cell: sentence,
  found: sentence,
  request: sentence,
});

/**
 * The same sheet in a form to which an older response was carried over: what each doubt says, and what to do about it.
 */
const upgradeWords = z.strictObject({
  ...listWords.pick({ name: true, title: true, intro: true }).shape,
  notOffered: sentence,
  notOfferedDo: sentence,
  reworded: sentence,
  rewordedDo: sentence,
  restated: sentence,
  restatedDo: sentence,
  wider: sentence,
  widerDo: sentence,
  unlisted: sentence,
  unlistedDo: sentence,
  listedAs: sentence,
  listedAsDo: sentence,
  rowLost: sentence,
  rowLostDo: sentence,
});

/** How days are written; see `DayWords`. */
const dayWords = z.strictObject({
  day: sentence,
  weekday: sentence,
  months: z.array(sentence).length(12),
  weekdays: z.array(sentence).length(7),
  first: sentence.exactOptional(),
});

const wordingSchema = z.strictObject({
  letter: letterSentences,
  otherTemplate: otherTemplateSentences,
  dates: dayWords,
  list: listWords,
  upgrade: upgradeWords,
  /** Separates the values of a list. */
  comma: sentence.or(z.string().min(1)),
  /** Replaces an e-mail address. */
  redacted: sentence,
  field: z.record(z.enum(COMPANY_FIELDS), sentence),
  answer: z.record(z.enum(ANSWER_CODES), sentence),
  part: words,
  column: words,
  what: words,
  by: words,
  rules: z.record(z.string(), z.strictObject({ say: sentence.or(variants), do: sentence })),
});
export type Wording = z.infer<typeof wordingSchema> & LetterWords;

const load = createRequire(import.meta.url);
const known = new Map<LetterLanguage, Wording>();

/** The wording of a language. */
export function wordingOf(language: LetterLanguage): Wording {
  const wording = known.get(language) ?? {
    ...wordingSchema.parse(load(`./wording/${language}.json`)),
    ...wordsOfFamilies(language),
  };
  known.set(language, wording);
  return wording;
}

/** The names of the families' minerals and questions. */
function wordsOfFamilies(language: LetterLanguage): LetterWords {
  const words: LetterWords = { metal: {}, question: {}, policy: {} };
  for (const { letterWords } of FAMILIES) {
    const own = letterWords[language];
    Object.assign(words.metal, own?.metal);
    Object.assign(words.question, own?.question);
    Object.assign(words.policy, own?.policy);
  }
  return words;
}

type Fact = Facts[string];

/** A sentence with its facts filled in. Facts are never parsed as sentences, whatever brackets they contain. */
export function phrase(template: string, facts: Facts, language: LetterLanguage): string {
  const wording = wordingOf(language);
  const value = (name: string, kind: string | undefined): string | undefined => {
    const fact = facts[name];
    if (fact === null || fact === undefined) return undefined;
    return [fact]
      .flat()
      .map((one) => withoutAddresses(word(one, kind, wording, language), wording))
      .join(wording.comma);
  };
  const isEmptyList = (name: string) => Array.isArray(facts[name]) && facts[name].length === 0;
  const fill = (text: string, optional?: "optional"): string | undefined => {
    let complete = true;
    const filled = text.replace(/\{(\w+)(?::(\w+))?\}/g, (_all, name: string, kind: string | undefined) => {
      const found = value(name, kind);
      if (found === undefined || (optional && isEmptyList(name))) complete = false;
      return found ?? "";
    });
    return complete ? filled : undefined;
  };
  const text = template
    .split(/(\[[^\]]*\])/)
    .map((part) =>
      part.startsWith("[") ? (fill(part.slice(1, -1), "optional") ?? "") : (fill(part) ?? part),
    )
    .join("");
  return template.endsWith(".") ? withOneStop(text) : text;
}

/** Whether a language has wording for a rule. */
export function hasWords(rule: string, language: LetterLanguage): boolean {
  return Object.hasOwn(wordingOf(language).rules, rule);
}

/** What a rule says about a finding, and what the supplier should do; undefined if the rule has no wording. */
export function rulePhrases(
  rule: string,
  facts: Facts,
  language: LetterLanguage,
): { say: string; do: string } | undefined {
  const entry = hasWords(rule, language) ? wordingOf(language).rules[rule] : undefined;
  if (entry === undefined) return undefined;
  const template = typeof entry.say === "string" ? entry.say : variant(entry.say, facts);
  return { say: phrase(template, facts, language), do: phrase(entry.do, facts, language) };
}

function variant(set: Readonly<Record<string, string>>, facts: Facts): string {
  const value = String(facts[set.fact ?? ""] ?? null);
  return (Object.hasOwn(set, value) ? set[value] : undefined) ?? set["*"] ?? "";
}

function word(
  fact: Exclude<Fact, null | string[]>,
  kind: string | undefined,
  wording: Wording,
  language: Language,
): string {
  const text = String(fact);
  if (kind === undefined || kind === "list") return text;
  if (kind === "day" || kind === "weekday") return formatDay(text, kind, wording.dates);
  if (kind === "country") return countryNameIn(language, text);
  if (kind === "file") return fileName(text);
  const list = (wording as unknown as Record<string, Record<string, string>>)[kind];
  return list && Object.hasOwn(list, text) ? (list[text] ?? text) : text;
}

/** The last part of a path, which is the file name that the supplier knows. */
export function fileName(path: string): string {
  return path.split(/[/\\]| » /).at(-1) ?? path;
}

/** An e-mail address, matched only from the beginning of a word. */
const ADDRESS = /(?<![^\s@<>"“”「」])[^\s@<>"“”「」]+@[^\s@<>"“”「」]+/g;

/** Removes e-mail addresses, which must not appear in letters, wherever they were typed. */
export function withoutAddresses(text: string, wording: Wording): string {
  return text.replace(ADDRESS, wording.redacted);
}
