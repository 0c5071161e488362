// Text folding: the one way in which names, words and headers are made comparable in cmrt.
import { normalForm } from "./normal-form.ts";

/** Letters that Unicode does not decompose into a base letter and an accent. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  ħ: "h",
  ı: "i",
  ł: "l",
  þ: "th",
};
const LETTER = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "g");
/** Scripts written without spaces between words. */
const UNSPACED = "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー";
const SPACE_IN_UNSPACED = new RegExp(`(?<=[${UNSPACED}]) (?=[${UNSPACED}])`, "gu");

/**
 * The words of a text, separated by single spaces, without what does not distinguish texts: letter case,
 * accents, full-width forms, punctuation, apostrophes, control characters, and spaces inside Chinese and
 * Japanese. "&" becomes "and"; initials are joined ("S. p. A." and "S.p.A." become "spa"). Empty if the text
 * has no letter or digit.
 */
export function fold(text: string): string {
  // Most texts are ASCII, in which all Unicode normal forms are the same.
  if (ASCII.test(text)) return withJoinedInitials(withoutMarks(text.toLowerCase(), /['`]/g, /[^a-z0-9]+/g));
  const plain = normalForm(normalForm(text, "NFKC").toLowerCase(), "NFD").replace(/[\u0300-\u036f]/g, "");
  const letters = normalForm(plain, "NFC").replace(LETTER, (letter) => LETTERS[letter] ?? letter);
  const folded = withoutMarks(letters, /[\p{Cf}'’‘`´ʼ′]/gu, /[^\p{L}\p{N}\p{M}]+/gu);
  return withJoinedInitials(folded).replace(SPACE_IN_UNSPACED, "");
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are ASCII too
const ASCII = /^[\u0000-\u007f]*$/;

function withoutMarks(text: string, nothing: RegExp, between: RegExp): string {
  return text
    .replace(nothing, "")
    .replace(/&(?:amp;)?/g, " and ")
    .replace(between, " ")
    .trim();
}

function withJoinedInitials(folded: string): string {
  return folded.replace(/(?<![^ ])[a-z](?: [a-z])+(?![^ ])/g, (run) => run.replaceAll(" ", ""));
}

/** Longer texts are paragraphs rather than column names, and are slow to compare with them. */
export const LONGEST_COLUMN_NAME = 1000;

/** The folded words of a text, in order. */
export function words(text: string): string[] {
  const folded = fold(text);
  return folded === "" ? [] : folded.split(" ");
}

const BRACKETS = /[([（].*?[)\]）]/g;
/** A line up to its last closing bracket. */
const BEFORE_LAST_CLOSING = /^.*[)\]）]/gm;

/**
 * The text with each bracketed part replaced by a blank, from an opening bracket to the next closing one in
 * its line. Searches only up to the last closing bracket: otherwise each of many opening ones would be tried
 * to the end of the line.
 */
export function withoutBrackets(text: string): string {
  return text.replace(BEFORE_LAST_CLOSING, (start) => start.replace(BRACKETS, " "));
}

/** Legal forms that are recognised anywhere in a name. */
const FORMS_ANYWHERE = [
  "co ltd|coltd|company ltd|co limited|company limited|corporation ltd|corp ltd|co inc|co pte ltd|co pty ltd",
  "ltd|limited|ltda|limitada|inc|incorporated|corp|corporation|company|gmbh|mbh|llc|llp|plc|pty|pte|pvt",
  "sdn bhd|berhad|perseroan terbatas|anonim sirketi|limited sirketi|ltd sti|sociedad anonima|sociedade anonima|societe anonyme|societa per azioni|spolka akcyjna|akciova spolecnost|aktiengesellschaft|aktiebolag|osakeyhtio|public company limited|private limited|fz llc|ojsc|pjsc|cjsc|jsc|joint stock company|limited liability company|tbk|persero|kgaa|kabushiki kaisha",
  // Written out, as in registers.
  "gesellschaft mbh|ges mbh|gesellschaft mit beschrankter haftung|kommanditgesellschaft|aktieselskab|anpartsselskab|aksjeselskap|allmennaksjeselskap|kommanditbolag|besloten vennootschap|naamloze vennootschap",
  "societe par actions simplifiee|societe a responsabilite limitee|societa a responsabilita limitata|sociedad limitada|sociedad de responsabilidad limitada|sociedad anonima de capital variable|sociedade limitada|sociedade unipessoal limitada",
  "spolka z ograniczona odpowiedzialnoscia|spolka zoo|spolecnost s rucenim omezenym|korlatolt felelossegu tarsasag|zartkoruen mukodo reszvenytarsasag|reszvenytarsasag|societate cu raspundere limitata|public limited company|public joint stock company|open joint stock company|closed joint stock company",
  "kabushikikaisha|kabushiki gaisha|youxian gongsi|gufen youxian gongsi|youxian zeren gongsi|jusik hoesa|jusikhoesa",
  "общество с ограниченной ответственностью|акционерное общество|публичное акционерное общество|открытое акционерное общество|закрытое акционерное общество",
];
/** Legal forms that could also be words of a name: dropped only at its beginning or end. */
const FORMS_AT_EDGES = [
  "co|sa|ag|ab|ad|as|asa|se|kg|nv|bv|cv|oy|oyj|sl|sau|sas|sarl|spa|srl|sro|spol|spzoo|zoo|eood|kft|zrt|rt|doo|dd|aps",
  "pt|ud|uab|sia|too|ooo|oao|ao|pao|zao|fze|fzco|fzc|dmcc|private|sa de cv|s de rl de cv|de cv|bhd|kk|lp|lda|epp|eirl|psc",
  "eireli|slu|eurl|sasu|sca|snc|ohg|gesmbh|nyrt|ood|ead|ou|wll|sae|pcl|sp zoo|sp k|doel|dooel|gk|yk|godo kaisha|yugen kaisha",
  "cong ty tnhh mtv|cong ty tnhh|cong ty co phan|cong ty cp|cong ty|tnhh|ctcp",
  "ооо|оао|ао|пао|зао|нао|тоо|фгуп|тов|ат|осоо|บริษัท|จำกัด|มหาชน",
  "open|public|closed",
];
/** Legal forms of Chinese, Japanese and Korean names, written without a space. */
const FORMS_UNSPACED =
  /株式会社|株式會社|有限会社|合同会社|合資会社|股份有限公司|有限责任公司|有限責任公司|責任有限公司|有限公司|股份公司|주식회사|유한회사|유한책임회사|\((?:株|有|주|유)\)/gu;

type Phrase = readonly string[];

const ANYWHERE = phrases(FORMS_ANYWHERE);
const EDGES = [...phrases(FORMS_AT_EDGES), ...ANYWHERE];
const ANYWHERE_BY_FIRST = grouped(ANYWHERE, 0);
const EDGES_BY_FIRST = grouped(EDGES, 0);
const EDGES_BY_LAST = grouped(EDGES, -1);

/** The phrases of a table as lists of folded words, the longest first. */
function phrases(table: readonly string[]): Phrase[] {
  return table
    .flatMap((line) => line.split("|"))
    .map((phrase) => words(phrase))
    .sort((a, b) => b.length - a.length);
}

/** Phrases by their first (0) or last (-1) word, still the longest first. */
function grouped(list: readonly Phrase[], at: 0 | -1): Map<string, Phrase[]> {
  const map = new Map<string, Phrase[]>();
  for (const phrase of list) {
    const word = phrase.at(at) as string;
    map.set(word, [...(map.get(word) ?? []), phrase]);
  }
  return map;
}

function standsAt(list: readonly string[], phrase: Phrase, at: number): boolean {
  return phrase.every((word, index) => list[at + index] === word);
}

/**
 * The words that identify a facility or company: folded, without legal forms and without "and". A name that
 * consists of such words alone keeps them.
 */
export function nameWords(name: string): string[] {
  const all = words(normalForm(name, "NFKC").replace(FORMS_UNSPACED, " ")).filter((word) => word !== "and");
  const inner: string[] = [];
  for (let at = 0; at < all.length; ) {
    const form = ANYWHERE_BY_FIRST.get(all[at] as string)?.find((phrase) => standsAt(all, phrase, at));
    if (form === undefined) inner.push(all[at] as string);
    at += form?.length ?? 1;
  }
  const kept = withoutEdges(inner);
  const onlyForms = EDGES_BY_FIRST.get(kept[0] ?? "")?.some(
    (phrase) => phrase.length === kept.length && standsAt(kept, phrase, 0),
  );
  return kept.length > 0 && !onlyForms ? kept : words(name);
}

/**
 * The words without legal forms at either end, however many there are; at least one word or phrase is kept.
 */
function withoutEdges(list: readonly string[]): string[] {
  let start = 0;
  let end = list.length;
  for (let before = -1; before !== end - start; ) {
    before = end - start;
    const stands = (phrase: Phrase, at: number) =>
      at >= start && at + phrase.length <= end && standsAt(list, phrase, at);
    const front = EDGES_BY_FIRST.get(list[start] ?? "")?.find((phrase) => stands(phrase, start));
    if (front && front.length < end - start) start += front.length;
    const back = EDGES_BY_LAST.get(list[end - 1] ?? "")?.find((phrase) =>
      stands(phrase, end - phrase.length),
    );
    if (back && back.length < end - start) end -= back.length;
  }
  return list.slice(start, end);
}

/**
 * The key by which spellings of one name are matched: its name words without spaces, since spaces vary in
 * transcribed names ("Zhao Jin", "Zhaojin"). Equal keys mean names that differ at most in case, accents,
 * full-width forms, punctuation, "&", apostrophes, spaces and legal forms. Empty if the name has no letter or
 * digit.
 */
export function nameKey(name: string): string {
  return nameWords(name).join("");
}
