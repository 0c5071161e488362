// Whether two names may belong to one company.
import { distance } from "fastest-levenshtein";
import { readCountry } from "../forms/countries.ts";
import { fold, nameKey, nameWords } from "../lib/text.ts";
import { createAlikeWords } from "./alike-words.ts";
import { comparedWords, isGeneral } from "./name-tokens.ts";
import { isCommonWord, sameMeaning } from "./scripts/meanings.ts";
import { createScriptReader } from "./scripts/script-reader.ts";
import { usualReadings } from "./scripts/surnames.ts";
import { transcribe } from "./scripts/units.ts";
import { provinceOf } from "./towns.ts";

/** Two names without spaces are similar if at least this share of their letters agrees. */
const NEARLY_ALIKE = 0.8;
/** Two words count as the same from this similarity. */
const LEAST_LIKENESS = 0.62;
/** Longer names are not compared letter by letter. */
const LONGEST = 100;
const OTHER_LETTER = /(?!\p{Script=Latin})\p{L}/u;
const ACRONYM = /^[a-z]{2,6}$/;

/**
 * How two company names are related: of one company, as far as a careful reader can see; one an abbreviation of the
 * other ("TI" beside a longer name, "STM"), or in another script in which cmrt does not find it, so that the names
 * alone do not settle it; or of two companies.
 */
export type NameRelation = "same" | "short" | "script" | "other";

/** Determines how two company names are related. */
export function relateCompanies(one: string, other: string): NameRelation {
  if (mayBeSameCompany(one, other)) return "same";
  const [foreignOne, foreignOther] = [OTHER_LETTER.test(one), OTHER_LETTER.test(other)];
  // Names in other scripts have variants: traditional and simplified characters, kana for kanji.
  if (foreignOne || foreignOther) return "script";
  return isShortFor(one, other) || isShortFor(other, one) ? "short" : "other";
}

/**
 * Whether two company names may belong to one company: they differ only in legal form, in words common to many
 * companies ("Group", "International"), in additional words of one of them (a country, a division), in spelling, in
 * script, in abbreviated words ("Semi", "Mfg."), or one is the initials of the other. The test is whether a careful
 * reader would wonder: a name that merely says more than the other counts as the same.
 */
export function mayBeSameCompany(one: string, other: string): boolean {
  const [keyOne, keyOther] = [nameKey(one), nameKey(other)];
  if (keyOne === "" || keyOther === "" || keyOne === keyOther) return true;
  const [foreignOne, foreignOther] = [OTHER_LETTER.test(one), OTHER_LETTER.test(other)];
  if (foreignOne && foreignOther) return isLonger(keyOne, keyOther) || isLonger(keyOther, keyOne);
  if (foreignOne) return reads(one, other);
  if (foreignOther) return reads(other, one);
  if (isInitials(keyOne, other) || isInitials(keyOther, one)) return true;
  const [wordsOne, wordsOther] = [wholeWords(one), wholeWords(other)];
  return alikeWords(wordsOne, wordsOther) || isCutShort(keyOne, other) || isCutShort(keyOther, one);
}

/**
 * Whether a name in another script is the other one with common words before or after it: a trade, a country, a legal
 * form.
 */
function isLonger(long: string, short: string): boolean {
  const at = long.indexOf(short);
  if (at < 0) return false;
  return [long.slice(0, at), long.slice(at + short.length)].every((rest) => {
    if (rest === "") return true;
    return readingsBy(rest, []).some((words) =>
      words.every((word) => isCommonWord(word) || isGeneral(word) || isPlace(word)),
    );
  });
}

/** Words in a company's name that refer to the group that it leads. */
const GROUP_WORDS = new Set(
  "the group groups groupe gruppe grupo gruppo groep grup konzern koncern concern jituan holding holdings parent worldwide global international subsidiaries affiliates its".split(
    " ",
  ),
);
const GROUP_UNSPACED = /(?:集团|集團|グループ|ホールディングス|그룹|홀딩스)+$/u;

/**
 * The key of a company's name without words for its group: equal for "Acme Ltd", "Acme Group" and "Acme Holdings, Inc.
 * and its subsidiaries", but not for "Acme Korea". A name of only such words keeps them.
 */
export function groupNameKey(name: string): string {
  const own = nameWords(name)
    .filter((word) => !GROUP_WORDS.has(word))
    .join("")
    .replace(GROUP_UNSPACED, "");
  return own === "" ? nameKey(name) : own;
}

/**
 * Whether two names are so similar that a person should decide if they are one company's: related as above,
 * abbreviations, or similar in spelling.
 */
export function areNearlyAlike(one: string, other: string): boolean {
  const relation = relateCompanies(one, other);
  if (relation === "same" || relation === "short") return true;
  const [keyOne, keyOther] = [nameKey(one), nameKey(other)];
  if (relation === "script") {
    const [foreignOne, foreignOther] = [OTHER_LETTER.test(one), OTHER_LETTER.test(other)];
    if (foreignOne && foreignOther) return keyOne.includes(keyOther) || keyOther.includes(keyOne);
    return foreignOne ? mayRead(one, other) : mayRead(other, one);
  }
  const longer = Math.max(keyOne.length, keyOther.length);
  return longer <= LONGEST && 1 - distance(keyOne, keyOther) / longer >= NEARLY_ALIKE;
}

/** Whether a name in another script has a word that can be read as one of a name in Latin letters. */
function mayRead(foreign: string, latin: string): boolean {
  const words = nameWords(latin);
  return readingsBy(foreign, words).some((found) => {
    const own = ownWords(words);
    return alikeWords(found, words) || own.some((word) => found.includes(word));
  });
}

/**
 * Whether a name in another script reads exactly as a name in Latin letters, and in no other usual way: every
 * identifying word of either is in the other, letter by letter, and no character with another meaning is left.
 */
function reads(foreign: string, latin: string): boolean {
  const words = nameWords(latin);
  const usual = IS_CHINESE.test(foreign) ? undefined : usualReadings(foreign);
  if (usual !== undefined && !usual.some((reading) => nameKey(latin).startsWith(reading))) return false;
  const isPhonetic = !CJK.test(foreign);
  return readingsBy(foreign, words).some((found) => {
    if (isPhonetic) return alikeWords(found, words);
    const [own, read] = [ownWords(words), ownWords(found)];
    if (areOtherTrades(tradesOf(words), tradesOf(found))) return false;
    return own.join("") === read.join("") || (holdsEach(own, read) && holdsEach(read, own));
  });
}

/**
 * Whether a Japanese name can be read as this Latin name although the same characters have other readings, so that
 * either of two suppliers, Takada Denshi and Takata Denshi, may be meant.
 */
export function readsOtherwise(foreign: string, latin: string): boolean {
  if (!OTHER_LETTER.test(foreign) || OTHER_LETTER.test(latin)) return false;
  const usual = usualReadings(foreign) ?? [];
  return usual.length > 1 && reads(foreign, latin);
}

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
/** Legal forms and scripts that occur only in Japanese names. */
const IS_JAPANESE = /株式会社|有限会社|合同会社|合資会社|[㈱㈲]|[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const IS_CHINESE = /公司|集团|集團/u;

/** The words of a name in another script, read as a Japanese and as another name, using the words of a Latin one. */
function readingsBy(foreign: string, words: readonly string[]): string[][] {
  const read = createScriptReader(() => words.map((word) => [word, [word]] as const));
  const written = foreign.replace(KATAKANA, (run) => {
    const key = loanKey(transcribe(run));
    const word = words.find((one) => loanKey(one) === key);
    return word === undefined ? run : ` ${word} `;
  });
  const [isJapanese, isChinese] = [IS_JAPANESE.test(foreign), IS_CHINESE.test(foreign)];
  return [...(isChinese && !isJapanese ? [] : [true]), ...(isJapanese ? [] : [false])].map((japanese) => [
    ...(read(written, japanese) ?? nameWords(written)),
  ]);
}

const KATAKANA = /[\p{Script=Katakana}ー]{2,}/gu;

/**
 * The sounds of a word as Japanese writes foreign words: equal for "electron" and "erekutoron", for "Bosch" and
 * "bosshu".
 */
function loanKey(word: string): string {
  return word
    .toLowerCase()
    .replace(/ph/g, "f")
    .replace(/sch/g, "sh")
    .replace(/c(?=[eiy])/g, "s")
    .replace(/ck|c(?!h)|q/g, "k")
    .replace(/l/g, "r")
    .replace(/v/g, "b")
    .replace(/y$/, "i")
    .replace(/(.)\1+/g, "$1")
    .replace(/(?<=[bcdfghjkmnprstwyz])u(?=[bcdfghjkmnprstwyz]|$)|(?<=[td])o(?=[bcdfghjkmnprstwyz]|$)/g, "");
}

/** Words that identify a company, without those of trades and places unless there are no others. */
function ownWords(words: readonly string[]): string[] {
  // A word in the names of many companies ("electronics"), or that of a town, does not identify this one.
  const own = telling(words).filter((word) => !isCommonWord(word) && !isGeneral(word));
  const unplaced = own.filter((word) => !isPlace(word));
  return unplaced.length > 0 ? unplaced : own.length > 0 ? own : telling(words);
}

/** A company's trade according to its name ("electric"); words that only say that it makes things are left out. */
function tradesOf(words: readonly string[]): string[] {
  return telling(words).filter((word) => isCommonWord(word) && !isGeneral(word) && !MAKERS.has(word));
}

const MAKERS = new Set(
  "manufacturing manufactory manufacture seisakusho seizo plant factory works mill product products new".split(
    " ",
  ),
);

/** Whether both names state a trade and share none: Mitsubishi Electric and Mitsubishi Materials. */
function areOtherTrades(one: readonly string[], other: readonly string[]): boolean {
  const isSaid = (word: string) => holdsEach([word], other);
  return one.length > 0 && other.length > 0 && !one.some(isSaid);
}

function isPlace(word: string): boolean {
  return CITIES.has(word) || provinceOf(word) !== undefined || readCountry(word).code !== undefined;
}

/** Whether each word, or one of the same meaning, is among the others. */
function holdsEach(part: readonly string[], whole: readonly string[]): boolean {
  return part.every(
    (word) => whole.includes(word) || sameMeaning(word).some((other) => whole.includes(other)),
  );
}

/** Cities with so many companies that the name of one identifies none. */
const CITIES = new Set(
  "beijing shanghai tianjin chongqing suzhou wuxi nanjing kunshan changzhou xiamen ningbo qingdao dalian huizhou zhuhai zhongshan foshan tokyo osaka kyoto nagoya yokohama seoul busan suwon taipei hsinchu taichung taoyuan kaohsiung".split(
    " ",
  ),
);

function alikeWords(one: readonly string[], other: readonly string[]): boolean {
  const [tellingOne, tellingOther] = [telling(one), telling(other)];
  return (
    tellingOne.join("") === tellingOther.join("") ||
    holdsAll(tellingOne, tellingOther) ||
    holdsAll(tellingOther, tellingOne)
  );
}

/** Words common to many companies that identify one if they begin its name: "National Instruments". */
const TELLING_IN_FRONT = new Set("national general global international industrial".split(" "));

/** The words that identify a company, or all words if none do. */
function telling(words: readonly string[]): string[] {
  const compared = comparedWords(words);
  const own = compared.filter((word, at) => !isGeneral(word) || (at === 0 && TELLING_IN_FRONT.has(word)));
  return own.some((word) => !isGeneral(word)) ? own : compared;
}

/** Whether each word of one name, or a similar one, occurs in the other. */
function holdsAll(part: readonly string[], whole: readonly string[]): boolean {
  const alike = createAlikeWords(whole);
  return part.every((word) => alike(word).some(({ likeness }) => likeness >= LEAST_LIKENESS));
}

/** Abbreviations of words in company names. */
const SHORT_WORDS: ReadonlyMap<string, string> = new Map(
  [
    "semiconductor semi semis semicon semicond semiconductors",
    "manufacturing mfg manuf manufg mfr",
    "international intl int",
    "national natl",
    "electronics elec elect electr electron elektr electronic",
    "technologies tech techn technol technology",
    "industries ind inds indus industry industrial",
    "engineering eng engg engr engrg",
    "systems sys syst system",
    "components comp comps component",
    "products prod prods product",
    "communications comm comms commun communication",
    "instruments inst instr instrs instrument",
    "automotive auto automot",
    "precision prec precis",
    "materials mat mats matls matl material",
    "chemicals chem chems chemical",
    "laboratories lab labs laboratory",
    "services svc svcs serv service",
    "solutions sol soln solns solution",
    "associates assoc assocs assn",
    "equipment equip eqpt",
    "development dev devel developments",
    "devices device",
    "microelectronics microelec microelectronic",
  ].flatMap((line) => {
    const [whole = "", ...short] = line.split(" ");
    return short.map((word) => [word, whole] as const);
  }),
);

/** The words of a name, with those after the first spelled out: "NXP Semi" and "NXP Semiconductors" are the same. */
function wholeWords(name: string): string[] {
  // "Int'l", "Nat'l", "M/A-COM": marks within a word do not separate words.
  const words = nameWords(name.replace(/(?<=\p{L})['’/](?=\p{L})/gu, ""));
  // "semi conductor" is one word.
  const joined = words.flatMap((word, at) => {
    if (word.startsWith("conductor") && words[at - 1] === "semi") return [];
    return word === "semi" && words[at + 1]?.startsWith("conductor") ? "semiconductor" : word;
  });
  return joined.map((word, at) =>
    at === 0 && !ALWAYS_SHORT.has(word) ? word : (SHORT_WORDS.get(word) ?? word),
  );
}

/** Abbreviations that are never a company's own name. */
const ALWAYS_SHORT = new Set("intl natl mfg semiconductors".split(" "));

/**
 * Whether a key is the initials of a name: "ADI" for Analog Devices, Inc., "JAE" for the first words of Japan Aviation
 * Electronics Industry.
 */
function isInitials(key: string, name: string): boolean {
  if (!ACRONYM.test(key)) return false;
  return initialsOf(name).some(
    (initials) => initials === key || (key.length >= SURE_INITIALS && initials.startsWith(key)),
  );
}

/** With at least this many initials, those of the first words of a longer name are enough. */
const SURE_INITIALS = 3;

/** The initials of a name with and without its legal form, and without conjunctions. */
function initialsOf(name: string): string[] {
  const own = nameWords(name);
  const unplaced = own.filter((word) => readCountry(word).code === undefined);
  const forms = [own, unplaced, fold(name).split(" ")];
  return [...forms, ...forms.map(comparedWords)].flatMap((list) =>
    list.length < 2 ? [] : list.map((word) => word[0]).join(""),
  );
}

/** Whether a key is a name cut off within its second word or later: "onsemi" for ON Semiconductor. */
function isCutShort(key: string, name: string): boolean {
  const [first = "", ...others] = nameWords(name);
  const whole = [first, ...others].join("");
  if (key === first && key.length >= SHORTEST_CUT) return true;
  return (
    others.length > 0 && key.length >= first.length + 3 && key.length >= SHORTEST_CUT && whole.startsWith(key)
  );
}

/** Shorter keys match the beginning of other names by chance. */
const SHORTEST_CUT = 5;

/**
 * Whether a name may be an abbreviation of the other, which the letters alone do not settle: the initials of its first
 * two words, or its beginning.
 */
function isShortFor(short: string, name: string): boolean {
  const key = nameKey(short);
  const whole = nameKey(name);
  if (key.length < 2 || key.length >= whole.length) return false;
  const initials = ACRONYM.test(key) ? initialsOf(name) : [];
  // "ADI" may also mean Analog Devices written without its "Inc.".
  if (initials.some((letters) => letters.startsWith(key) || letters === key.replace(/[cgil]$/, "")))
    return true;
  return nameWords(short).length === 1 && whole.startsWith(key);
}
