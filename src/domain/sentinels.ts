// Texts that stand where a facility or a name should be and mean none: the template's own choices, and what people write.
import { foldWords } from "../forms/fold.ts";
import { NOT_AVAILABLE_WORDS, PLACEHOLDER_WORDS, WITHHELD_WORDS } from "../forms/placeholder-words.ts";

/** The look-up choices that stand for a facility instead of naming one, as responses have them whatever was typed. */
export const SMELTER_NOT_LISTED = "Smelter not listed";
export const SMELTER_NOT_IDENTIFIED = "Smelter not yet identified";

/** What the formulas of some templates show as name and country of a smelter that is not identified. */
export const SHOWN_AS_UNKNOWN = "Unknown";
/** What they show as source of the ID of a smelter that is not listed. */
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

/** How a remark begins that stands where a facility's name should. */
const REMARK =
  /^(various|multiple|several|many|see (attach|list|separate|below|above)|attached|refer to|confidential|proprietary|trader|trading company|distributor|supplier|same as|as above|to be (confirmed|determined)|pending|in progress|under investigation|no smelter|not disclosed|undisclosed|scrap|recycl)/i;

/** No word of the tables is longer; what is longer need not be folded. */
const LONGEST = 40;

function isAmong(words: ReadonlySet<string>, text: string): boolean {
  return text.length <= LONGEST && words.has(foldWords(text));
}

/** The look-up choice that a text is, in the template's spelling; undefined for any other text. */
export function readSentinel(text: string): string | undefined {
  if (isNotListed(text)) return SMELTER_NOT_LISTED;
  return isNotIdentified(text) ? SMELTER_NOT_IDENTIFIED : undefined;
}

/** The choice for a facility that the template's list does not have. */
export function isNotListed(text: string): boolean {
  return isAmong(NOT_LISTED, text);
}

/** The choice for a facility that the supplier could not name. */
export function isNotIdentified(text: string): boolean {
  return isAmong(NOT_IDENTIFIED, text);
}

/** A text of the template that asks for details instead of giving some. */
export function isPrompt(text: string): boolean {
  return isAmong(PROMPTS, text);
}

/** "n/a" and the like: what the instructions allow where something does not exist. */
export function isNotAvailable(text: string): boolean {
  return isAmong(NOT_AVAILABLE, text);
}

/** A text that says nothing: empty, marks alone, "n/a", "none", "unknown". */
export function isPlaceholder(text: string): boolean {
  return text.length <= LONGEST && (foldWords(text) === "" || isAmong(PLACEHOLDERS, text));
}

/** A text in a person's place that names nobody: a placeholder, "same as above". */
export function isNoPerson(text: string): boolean {
  return isPlaceholder(text) || /^same\b/i.test(text.trim());
}

/** A text in a name's place that names nothing: a placeholder, one of the template's choices, "various". */
export function isNoName(text: string): boolean {
  return isPlaceholder(text) || readSentinel(text) !== undefined || isAmong(NO_NAMES, text);
}

/** A text in a name's place that is a remark: "see attached list", "various traders". */
export function isRemark(text: string): boolean {
  return REMARK.test(text);
}

/** Whether a row of a response names a facility by the choice for those that are not listed. */
export function saysNotListed(row: { lookupName?: string }): boolean {
  return chooses(row, SMELTER_NOT_LISTED);
}

/** Whether a row of a response has the choice for a facility that the supplier could not name. */
export function saysNotIdentified(row: { lookupName?: string }): boolean {
  return chooses(row, SMELTER_NOT_IDENTIFIED);
}

/** Whether a row names a facility from the template's list by its choice. */
export function isListedChoice(row: { lookupName?: string }): boolean {
  return row.lookupName !== undefined && !saysNotListed(row) && !saysNotIdentified(row);
}

/** Asked of every row by many rules, so without folding: other spellings than in letter case became the choice when read. */
function chooses({ lookupName }: { lookupName?: string }, choice: string): boolean {
  return (
    lookupName === choice ||
    (lookupName?.length === choice.length && lookupName.toLowerCase() === choice.toLowerCase())
  );
}
