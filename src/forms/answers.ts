// Maps text to an answer code: what a supplier wrote in a cell that offers choices.
import { normalForm } from "../lib/normal-form.ts";
import type { AnswerCode } from "../model/vocabulary.ts";
import { INQUIRY } from "./cmrt/inquiry.ts";
import { foldWords } from "./fold.ts";
import type { Choice, Family } from "./form.ts";

type CodesByWord = ReadonlyMap<string, ReadonlySet<AnswerCode>>;

const tables = new WeakMap<Family, CodesByWord>();

/** The codes that a word may mean, over all languages and editions of a family. */
function codesByWord(family: Family): CodesByWord {
  const known = tables.get(family);
  if (known) return known;
  const table = new Map<string, Set<AnswerCode>>();
  for (const [code, words] of Object.entries(family.optionWords.answers) as [
    AnswerCode,
    readonly string[],
  ][]) {
    for (const word of words) {
      const key = foldWords(word);
      table.set(key, (table.get(key) ?? new Set()).add(code));
    }
  }
  tables.set(family, table);
  return table;
}

/**
 * Ways in which a cell may hold 100 %: as the number 1 (offered by 6.01–6.22), as 100, or with the sign on either side.
 */
const WHOLE = /^(?:1(?:[.,]0+)?|100(?:[.,]0+)?%?|%100(?:[.,]0+)?)$/;

/**
 * The answer that a text gives to a question with these choices. The choices' own texts take precedence, then the words
 * of the family's languages and of other editions. Undefined if the text is not a known answer, or one that this kind
 * of question cannot have (a percentage for a yes-or-no question).
 */
export function readAnswer(text: string, choices: readonly Choice[], family: Family): AnswerCode | undefined {
  const key = foldWords(text);
  if (key === "") return undefined;
  const own = choices.find((choice) => foldWords(choice.text) === key);
  if (own) return own.code;

  const offered = new Set(choices.map((choice) => choice.code));
  const asksRate = offered.has("pct100");
  if (asksRate && WHOLE.test(normalForm(text, "NFKC").replace(/\s/g, ""))) return "pct100";

  const codes = codesByWord(family).get(key);
  if (codes === undefined) return undefined;
  for (const code of codes) if (offered.has(code)) return code;
  // If 100 % is offered as "Yes" or "Yes, 100%", a plain yes in any language means it.
  if (asksRate && codes.has("yes") && choices.some((c) => c.code === "pct100" && /^yes/i.test(c.text))) {
    return "pct100";
  }
  for (const code of codes) if (isRate(code) === asksRate) return code;
  return undefined;
}

function isRate(code: AnswerCode): boolean {
  return code === "none" || code.startsWith("pct");
}

const ONLY_FROM: Partial<Record<AnswerCode, readonly string[]>> = {
  yesDrcOnly: [INQUIRY.mainCountry],
  yesDrcOrAdjoiningOnly: INQUIRY.countries,
  yesIndiaOrMadagascarOnly: ["IN", "MG"],
};

/** The countries named by an answer on origin, from which all of the mineral comes. Undefined for any other answer. */
export function onlyFrom(code: AnswerCode): readonly string[] | undefined {
  return ONLY_FROM[code];
}
