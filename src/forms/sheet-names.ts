// Names of sheets as people write them, and which are equivalent.
import { normalForm } from "../lib/normal-form.ts";
import { foldWords } from "./fold.ts";

/** Kinds of sheets that a response is read from. */
export const SHEET_KINDS = ["declaration", "smelters", "products", "mines"] as const;
export type SheetKind = (typeof SHEET_KINDS)[number];

/** Names that people give a sheet, which the templates name in English. */
export interface SheetNames {
  /** As in the languages of the templates, for a name that may contain other words ("Acme Smelter List"). */
  within: readonly string[];
  /** Shorter names, which other sheets may contain: only a number or "copy" may be added. */
  alone: readonly string[];
}

/**
 * How close a name is to the template's own: identical ignoring case; the same letters; with a number or "copy" added;
 * in another language or other words; with unrelated words added.
 */
export const NEARNESS = { equal: 0, sameLetters: 1, numbered: 2, translated: 3, among: 4 } as const;

export interface NameMatch {
  nearness: number;
  /** The template's name that it matches. */
  usual: string;
  /** Additional words, folded. */
  beside: readonly string[];
}

/** Programs allow 31 characters; a longer name would be repeated with every cell of the sheet. */
export const LONGEST_NAME = 100;
/** Most words of a name considered together. */
const MOST_WORDS = 12;

/** Words that copies, exports and numbered sheets add to a name, in the languages of the templates. */
const DECORATIONS = new Set(
  [
    [
      "copy",
      "copyof",
      "of",
      "table",
      "tab",
      "sheet",
      "no",
      "part",
      "page",
      "continued",
      "cont",
      "new",
      "final",
      "additional",
      "more",
      "further",
      "extra",
      "second",
    ],
    [
      "kopie",
      "von",
      "tabelle",
      "copie",
      "de",
      "feuille",
      "copia",
      "di",
      "hoja",
      "foglio",
      "copiade",
      "tabela",
    ],
    [
      "weitere",
      "zusätzliche",
      "fortsetzung",
      "suite",
      "autres",
      "supplémentaires",
      "otros",
      "otras",
      "adicionales",
    ],
    [
      "continuación",
      "altre",
      "altri",
      "aggiuntive",
      "outros",
      "outras",
      "adicionais",
      "ek",
      "devam",
      "追加",
      "续",
      "続き",
    ],
    ["cópia", "tablo", "kopya", "副本", "复制", "コピー", "복사본", "表", "シート", "v", "rev", "版"],
  ]
    .flat()
    .map(foldWords),
);

/**
 * How a sheet's name matches; `usual` are the template's names, newest first. Undefined for the name of something else.
 */
export function matchName(
  name: string,
  usual: readonly string[],
  { within, alone }: SheetNames,
): NameMatch | undefined {
  if (name.length > LONGEST_NAME) return undefined;
  const [first = ""] = usual;
  const plain = name.toLowerCase();
  const equal = usual.find((one) => one.toLowerCase() === plain);
  if (equal !== undefined) return { nearness: NEARNESS.equal, usual: equal, beside: [] };
  const words = wordsOf(name);
  for (const one of usual) {
    const beside = wordsBeside(words, foldWords(one));
    if (beside === undefined) continue;
    const nearness =
      beside.length === 0 ? NEARNESS.sameLetters : isDecoration(beside) ? NEARNESS.numbered : NEARNESS.among;
    return { nearness, usual: one, beside };
  }
  for (const one of within) {
    const beside = wordsBeside(words, foldWords(one));
    if (beside === undefined) continue;
    return { nearness: isDecoration(beside) ? NEARNESS.translated : NEARNESS.among, usual: first, beside };
  }
  for (const one of alone) {
    const beside = wordsBeside(words, foldWords(one));
    if (beside && isDecoration(beside)) return { nearness: NEARNESS.translated, usual: first, beside };
  }
  return undefined;
}

function isDecoration(words: readonly string[]): boolean {
  return words.every(
    (word) => (/^\p{N}+$/u.test(word) && !isYear(word)) || /^[a-h]$/.test(word) || DECORATIONS.has(word),
  );
}

function isYear(word: string): boolean {
  return /^(?:19|20)\d\d$/.test(word);
}

const OLDER = new Set(
  [
    [
      "old",
      "older",
      "previous",
      "prior",
      "last",
      "former",
      "archive",
      "archived",
      "backup",
      "bak",
      "obsolete",
    ],
    [
      "history",
      "example",
      "examples",
      "sample",
      "template",
      "draft",
      "test",
      "instructions",
      "instruction",
      "help",
    ],
    [
      "guide",
      "notes",
      "reference",
      "do",
      "not",
      "unused",
      "original",
      "blank",
      "rmi",
      "rmap",
      "cfsi",
      "conformant",
    ],
    ["alt", "beispiel", "ancien", "ancienne", "exemple", "viejo", "antiguo", "ejemplo", "antigo", "exemplo"],
    [
      "vecchio",
      "vecchia",
      "esempio",
      "eski",
      "örnek",
      "旧",
      "舊",
      "示例",
      "例",
      "旧版",
      "说明",
      "이전",
      "예시",
    ],
  ]
    .flat()
    .map(foldWords),
);

/** Whether additional words in a sheet's name say that it is not part of the answer: another year, an example. */
export function saysOtherwise(beside: readonly string[]): boolean {
  return beside.some((word) => isYear(word) || OLDER.has(word));
}

/** The words of a name, folded and split at letters and digits, compound words ("SmelterList") and scripts. */
export function wordsOf(name: string): string[] {
  return normalForm(name, "NFKC")
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2")
    .replace(/(\p{L})(\p{N})/gu, "$1 $2")
    .replace(/(\p{N})(\p{L})/gu, "$1 $2")
    .replace(/(\p{Script=Latin})([^\p{Script=Latin}\p{M}])/gu, "$1 $2")
    .replace(/([^\p{Script=Latin}\p{M}])(\p{Script=Latin})/gu, "$1 $2")
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .map(foldWords)
    .filter((word) => word !== "");
}

/** The words before and after those that together are the wanted ones; undefined if there are none. */
function wordsBeside(words: readonly string[], wanted: string): string[] | undefined {
  const looked = words.slice(0, MOST_WORDS);
  for (let from = 0; from < looked.length; from++) {
    let joined = "";
    for (let to = from; to < looked.length; to++) {
      joined += looked[to];
      if (joined === wanted) return [...words.slice(0, from), ...words.slice(to + 1)];
      if (joined.length > wanted.length) break;
    }
  }
  // For scripts without blanks, and words joined in lower case: "acmesmelterlist".
  if (wanted.length < SHORTEST_JOINED && !UNSPACED.test(wanted)) return undefined;
  const index = looked.findIndex((word) =>
    UNSPACED.test(wanted) ? word.includes(wanted) : word.startsWith(wanted) || word.endsWith(wanted),
  );
  const word = looked[index];
  if (word === undefined) return undefined;
  const rest = word.split(wanted).filter((part) => part !== "");
  return [...words.slice(0, index), ...rest, ...words.slice(index + 1)];
}

const SHORTEST_JOINED = 10;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
