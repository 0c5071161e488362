// Whether two names may be those of one company.
import { distance } from "fastest-levenshtein";
import { nameKey, nameWords } from "../lib/text.ts";
import { createAlikeWords } from "./alike-words.ts";
import { comparedWords, isGeneral } from "./name-tokens.ts";
import { sameMeaning } from "./scripts/meanings.ts";
import { createScriptReader } from "./scripts/script-reader.ts";

/** From this share of agreeing letters on, two names without their spaces are nearly alike. */
const NEARLY_ALIKE = 0.8;
/** From this likeness on, two words are one. */
const LEAST_LIKENESS = 0.62;
/** Longer names are not compared letter by letter. */
const LONGEST = 100;
const OTHER_LETTER = /(?!\p{Script=Latin})\p{L}/u;
const ACRONYM = /^[a-z]{2,6}$/;

/**
 * Whether two company names may be those of one company: they differ only in legal form, in words that any company may
 * have ("Group", "International"), in further words of one of them (a country, a division), in spelling, in script, or
 * one of them is the initials of the other. What is asked is whether a careful reader would wonder: names of which one
 * says more than the other are not told apart.
 */
export function mayBeSameCompany(one: string, other: string): boolean {
  const [keyOne, keyOther] = [nameKey(one), nameKey(other)];
  if (keyOne === "" || keyOther === "" || keyOne === keyOther) return true;
  const [foreignOne, foreignOther] = [OTHER_LETTER.test(one), OTHER_LETTER.test(other)];
  if (foreignOne && foreignOther) return keyOne.includes(keyOther) || keyOther.includes(keyOne);
  if (foreignOne) return mayRead(one, other);
  if (foreignOther) return mayRead(other, one);
  return alikeWords(nameWords(one), nameWords(other));
}

/** What a company's name has where it speaks of the group that the company leads. */
const GROUP_WORDS = new Set(
  "the group groups groupe gruppe grupo gruppo groep grup konzern koncern concern jituan holding holdings parent worldwide global international subsidiaries affiliates its".split(
    " ",
  ),
);
const GROUP_UNSPACED = /(?:集团|集團|グループ|ホールディングス|그룹|홀딩스)+$/u;

/**
 * The key of a company's name without the words that speak of its group: equal for "Acme Ltd", "Acme Group" and "Acme
 * Holdings, Inc. and its subsidiaries", not for "Acme Korea". A name of nothing but such words keeps them.
 */
export function groupNameKey(name: string): string {
  const own = nameWords(name)
    .filter((word) => !GROUP_WORDS.has(word))
    .join("")
    .replace(GROUP_UNSPACED, "");
  return own === "" ? nameKey(name) : own;
}

/** Whether two names are so alike that a person should say whether they are one company's: as above, or nearly so spelt. */
export function areNearlyAlike(one: string, other: string): boolean {
  if (mayBeSameCompany(one, other)) return true;
  const [keyOne, keyOther] = [nameKey(one), nameKey(other)];
  const longer = Math.max(keyOne.length, keyOther.length);
  return longer <= LONGEST && 1 - distance(keyOne, keyOther) / longer >= NEARLY_ALIKE;
}

/** The same for a name in another script, read by the words of one in Latin letters. */
function mayRead(foreign: string, latin: string): boolean {
  const words = nameWords(latin);
  const read = createScriptReader(() => words.map((word) => [word, [word]] as const));
  return [true, false].some((japanese) => {
    const found = read(foreign, japanese);
    // A word that many companies have in their names ("electronics") does not tell this one.
    const own = telling(words).filter((word) => sameMeaning(word).length === 0);
    return found === undefined || alikeWords(found, words) || own.some((word) => found.includes(word));
  });
}

function alikeWords(one: readonly string[], other: readonly string[]): boolean {
  const [keyOne, keyOther] = [one.join(""), other.join("")];
  if (isInitials(keyOne, other) || isInitials(keyOther, one)) return true;
  const [tellingOne, tellingOther] = [telling(one), telling(other)];
  return (
    tellingOne.join("") === tellingOther.join("") ||
    holdsAll(tellingOne, tellingOther) ||
    holdsAll(tellingOther, tellingOne)
  );
}

/** Words that any company may have, but that tell one where they begin its name: "National Instruments". */
const TELLING_IN_FRONT = new Set("national general global international industrial".split(" "));

/** The words that tell a company, or all where none does. */
function telling(words: readonly string[]): string[] {
  const compared = comparedWords(words);
  const own = compared.filter((word, at) => !isGeneral(word) || (at === 0 && TELLING_IN_FRONT.has(word)));
  return own.some((word) => !isGeneral(word)) ? own : compared;
}

/** Whether each word of a name stands in the other, or one like it. */
function holdsAll(part: readonly string[], whole: readonly string[]): boolean {
  const alike = createAlikeWords(whole);
  return part.every((word) => alike(word).some(({ likeness }) => likeness >= LEAST_LIKENESS));
}

function isInitials(key: string, words: readonly string[]): boolean {
  return ACRONYM.test(key) && words.length > 1 && words.map((word) => word[0]).join("") === key;
}
