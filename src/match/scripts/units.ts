// Splits a name in another script into units, each with the ways in which it may be written in Latin letters.
import { createRequire } from "node:module";
import { KANJI_READINGS } from "./kanji-readings.ts";

/** A syllable or character. */
export interface Unit {
  /** Length in the text. */
  length: number;
  /** Its parts in order, each with its alternatives. */
  parts: readonly (readonly string[])[];
  /** The usual romanisation. */
  plain: string;
}

const load = createRequire(import.meta.url);
// Some hundred kilobytes each, and most lists have no names in other scripts, so they are loaded on demand.
let pinyinLibrary: typeof import("pinyin-pro") | undefined;
let kanaLibrary: typeof import("wanakana") | undefined;
let otherLibrary: typeof import("any-ascii") | undefined;

/** Pinyin for the characters of a run in Han script, in context; ü as "v". */
function pinyinOf(run: string): string[] {
  pinyinLibrary ??= load("pinyin-pro") as typeof import("pinyin-pro");
  return pinyinLibrary.pinyin(run, { toneType: "none", type: "array", v: true });
}

const knownPinyin = new Map<string, readonly string[]>();

/** All pinyin readings of a character, with ü also as "u" and "yu". */
function everyPinyin(character: string): readonly string[] {
  let known = knownPinyin.get(character);
  if (known === undefined) {
    pinyinLibrary ??= load("pinyin-pro") as typeof import("pinyin-pro");
    const { pinyin } = pinyinLibrary;
    known = pinyin(character, { toneType: "none", type: "array", v: true, multiple: true }).flatMap(
      (syllable) =>
        syllable.includes("v") ? [syllable.replace("v", "u"), syllable.replace("v", "yu")] : [syllable],
    );
    knownPinyin.set(character, known);
  }
  return known;
}

/** Text in any script in Latin letters, as far as a table of single letters allows. */
export function transcribe(text: string): string {
  otherLibrary ??= load("any-ascii") as typeof import("any-ascii");
  return otherLibrary.default(text);
}

const HAN = /^\p{Script=Han}$/u;
const HANGUL = /^[가-힣]$/u;
const KANA = /^[\p{Script=Hiragana}\p{Script=Katakana}ー]$/u;
/** Kana that modify the preceding one. */
const SMALL_KANA = /^[ァィゥェォャュョヮぁぃぅぇぉゃゅょゎ]$/u;

/**
 * The units of a Chinese, Japanese or Korean run. `japanese` says which reading of a character is the usual one; both
 * are alternatives.
 */
export function unitsOf(run: string, japanese: boolean): Unit[] {
  const letters = [...run];
  const pinyin = letters.some((letter) => HAN.test(letter)) ? pinyinOf(run) : [];
  const aligned = pinyin.length === letters.length;
  const units: Unit[] = [];
  letters.forEach((letter, at) => {
    if (HANGUL.test(letter)) units.push(hangulUnit(letter));
    else if (SMALL_KANA.test(letter) && units.length > 0 && KANA.test(letters[at - 1] ?? "")) {
      units.push(kanaUnit(`${letters[at - 1]}${letter}`, units.pop()?.length ?? 0));
    } else if (KANA.test(letter)) units.push(kanaUnit(letter, 0));
    else units.push(hanUnit(letter, aligned ? pinyin[at] : undefined, japanese));
  });
  return units;
}

function hanUnit(letter: string, pinyin: string | undefined, japanese: boolean): Unit {
  const chinese = everyPinyin(letter);
  const kanji = KANJI_READINGS.get(letter) ?? [];
  const usual = japanese ? (kanji[0] ?? pinyin) : pinyin;
  const plain = usual ?? chinese[0] ?? "";
  return { length: letter.length, parts: [[...new Set([plain, ...chinese, ...kanji])]], plain };
}

/** Differences between kana and the original spelling of a foreign word: ル for "l", ク for "c". */
const KANA_CHANGES: readonly [RegExp, string][] = [
  [/^r/, "l"],
  [/^k/, "c"],
  [/^b/, "v"],
  [/^shi$/, "si"],
  [/^shi$/, "sy"],
  [/^shi$/, "ci"],
  [/^chi$/, "ti"],
  [/^ji$/, "gi"],
  [/^ji$/, "di"],
  [/^f/, "ph"],
  [/^z/, "s"],
  [/^re$/, "rae"],
  [/^yu$/, "u"],
  [/(?<=^[^aeiou]+)u$/, ""],
  [/^to$/, "t"],
  [/^do$/, "d"],
  [/^ri$/, "re"],
  [/^ou$|^oo$/, "o"],
];

const knownKana = new Map<string, readonly string[]>();

function kanaUnit(kana: string, before: number): Unit {
  const length = before + (before > 0 ? kana.length - 1 : kana.length);
  let readings = knownKana.get(kana);
  if (readings === undefined) {
    readings = readingsOfKana(kana);
    knownKana.set(kana, readings);
  }
  return { length, parts: [readings], plain: readings[0] ?? "" };
}

function readingsOfKana(kana: string): string[] {
  if (kana === "ー") return ["", "r"];
  if (kana === "ッ" || kana === "っ") return ["", "k", "t", "p", "s", "c"];
  if (kana === "ン" || kana === "ん") return ["n", "m"];
  kanaLibrary ??= load("wanakana") as typeof import("wanakana");
  const romaji = kanaLibrary.toRomaji(kana);
  const readings = [romaji];
  // Two differences may apply to one kana: ル is "ru", "lu", "r", "l".
  for (let round = 0; round < 2; round++) {
    for (const reading of [...readings]) {
      for (const [pattern, by] of KANA_CHANGES) {
        const changed = reading.replace(pattern, by);
        if (!readings.includes(changed)) readings.push(changed);
      }
    }
  }
  return readings;
}

/** Cyrillic letters that companies romanise in more than one way. */
const CYRILLIC: Readonly<Record<string, readonly string[]>> = {
  в: ["v", "w"],
  е: ["e", "ye"],
  ж: ["zh", "j"],
  з: ["z", "s"],
  и: ["i", "y", ""],
  к: ["k", "c", "ck"],
  у: ["u", "oo"],
  ф: ["f", "ph"],
  х: ["kh", "h", "ch"],
  ц: ["ts", "c", "tz", "z"],
  ч: ["ch", "tch"],
  ш: ["sh", "sch"],
  щ: ["shch", "sch", "sh"],
  ъ: [""],
  ы: ["y", "i"],
  ь: ["", "y"],
  э: ["e"],
  ю: ["yu", "ju", "u"],
  я: ["ya", "ja", "a"],
};

/** The letters of a Cyrillic word. */
export function cyrillicUnits(word: string): Unit[] {
  return [...word].map((letter) => {
    const plain = transcribe(letter).toLowerCase();
    return { length: letter.length, parts: [CYRILLIC[letter] ?? [plain]], plain };
  });
}

/** Letters of a Hangul syllable in the Revised Romanisation and as companies write them. */
const INITIALS = parts("g k|kk g k|n|d t|tt d t|r l|m|b p|pp b p|s sh|ss s||j ch z|jj j|ch c|k c|t th|p f|h");
const VOWELS = parts(
  "a ah|ae e a|ya|yae|eo u o er|e|yeo yu you yo|ye|o oh|wa|wae|oe oi|yo|u oo woo|wo weo|we|wi|yu yoo u|eu u|ui ee i|i ee y e",
);
const FINALS = parts("|k g c ck|k|k|n|n|n|t d|l r|k|m|l|l|l|p|l|m|p b|p|t s|t|ng|t|t|k c|t|p|");

function parts(text: string): string[][] {
  return text.split("|").map((part) => part.split(" "));
}

function hangulUnit(letter: string): Unit {
  const at = (letter.codePointAt(0) ?? 0) - 0xac00;
  const own = [INITIALS[Math.floor(at / 588)], VOWELS[Math.floor((at % 588) / 28)], FINALS[at % 28]].map(
    (alternatives) => alternatives ?? [""],
  );
  return { length: 1, parts: own, plain: own.map(([first]) => first).join("") };
}
