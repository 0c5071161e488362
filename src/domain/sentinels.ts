// Texts in place of a facility or a name that do not name one: the template's own choices, and what people
// write instead.
import { foldWords } from "../forms/fold.ts";
import { NOT_AVAILABLE_WORDS, PLACEHOLDER_WORDS, WITHHELD_WORDS } from "../forms/placeholder-words.ts";

/**
 * The look-up choices that stand for a facility instead of naming one, in the spelling that responses have
 * after reading.
 */
export const SMELTER_NOT_LISTED = "Smelter not listed";
export const SMELTER_NOT_IDENTIFIED = "Smelter not yet identified";

/** What the formulas of some templates show as the name and country of an unidentified smelter. */
export const SHOWN_AS_UNKNOWN = "Unknown";
/** What they show as the source of the ID of an unlisted smelter. */
const PROMPT = "Enter smelter details";

const folded = (...texts: readonly string[]): ReadonlySet<string> => new Set(texts.map(foldWords));

const NOT_LISTED = folded(SMELTER_NOT_LISTED, "not listed");
const NOT_IDENTIFIED = folded(SMELTER_NOT_IDENTIFIED, "not yet identified", "smelter not identified");
const PROMPTS = folded(PROMPT);
const NOT_AVAILABLE = folded(...NOT_AVAILABLE_WORDS);
const PLACEHOLDERS = folded(...PLACEHOLDER_WORDS);
const NO_NAMES = folded(
  ...WITHHELD_WORDS,
  ...["tba", "to be determined", "pending", "various", "various suppliers", "multiple", "test"],
  ...["see attached", "see attachment", "see comments", PROMPT],
  ...["smelter", "refiner", "refinery", "supplier", "trader", "distributor"],
  ...["不明", "未知", "なし", "无", "無"],
);

/** The beginning of a remark written in place of a facility's name. */
const REMARK =
  /^(various|multiple|several|many|see (attach|list|separate|below|above)|attached|refer to|confidential|proprietary|trader|trading company|distributor|supplier|same as|as above|to be (confirmed|determined)|pending|in progress|under investigation|no smelter|not disclosed|undisclosed|scrap|recycl)/i;

/** The longest entry of these tables has at most this many characters; longer texts need not be folded. */
const LONGEST = 40;

function isAmong(words: ReadonlySet<string>, text: string): boolean {
  return text.length <= LONGEST && words.has(foldWords(text));
}

/** The look-up choice that a text represents, in the template's spelling; undefined for any other text. */
export function readSentinel(text: string): string | undefined {
  if (isNotListed(text)) return SMELTER_NOT_LISTED;
  return isNotIdentified(text) ? SMELTER_NOT_IDENTIFIED : undefined;
}

/** Whether a text is the choice for a facility that is not in the template's list. */
export function isNotListed(text: string): boolean {
  return isAmong(NOT_LISTED, text);
}

/** Whether a text is the choice for a facility that the supplier could not identify. */
export function isNotIdentified(text: string): boolean {
  return isAmong(NOT_IDENTIFIED, text);
}

/** Whether a text is the template's prompt for details. */
export function isPrompt(text: string): boolean {
  return isAmong(PROMPTS, text);
}

/** Whether a text is "n/a" or similar, which the instructions allow if something does not exist. */
export function isNotAvailable(text: string): boolean {
  return isAmong(NOT_AVAILABLE, text);
}

/** Whether a text says nothing: empty, only punctuation, "n/a", "none", "unknown". */
export function isPlaceholder(text: string): boolean {
  return text.length <= LONGEST && (foldWords(text) === "" || isAmong(PLACEHOLDERS, text));
}

/** Whether a text in place of a person names nobody: a placeholder, or "same as above". */
export function isNoPerson(text: string): boolean {
  return isPlaceholder(text) || /^same\b/i.test(text.trim());
}

/**
 * Whether a text in place of a name does not name anything: a placeholder, one of the template's choices,
 * "various".
 */
export function isNoName(text: string): boolean {
  return isPlaceholder(text) || readSentinel(text) !== undefined || isAmong(NO_NAMES, text);
}

/** Whether a text in place of a name is a remark: "see attached list", "various traders". */
export function isRemark(text: string): boolean {
  return REMARK.test(text);
}

/** Whether a row has the look-up choice for an unlisted facility. */
export function saysNotListed(row: { lookupName?: string }): boolean {
  return chooses(row, SMELTER_NOT_LISTED);
}

/** Whether a row has the look-up choice for a facility that the supplier could not identify. */
export function saysNotIdentified(row: { lookupName?: string }): boolean {
  return chooses(row, SMELTER_NOT_IDENTIFIED);
}

/** Whether a row names a facility by a look-up choice from the template's list. */
export function isListedChoice(row: { lookupName?: string }): boolean {
  return row.lookupName !== undefined && !saysNotListed(row) && !saysNotIdentified(row);
}

/**
 * Compares exactly rather than folded, because many rules ask this of every row. Reading has already turned
 * other spellings into the choice.
 */
function chooses({ lookupName }: { lookupName?: string }, choice: string): boolean {
  return (
    lookupName === choice ||
    (lookupName?.length === choice.length && lookupName.toLowerCase() === choice.toLowerCase())
  );
}
