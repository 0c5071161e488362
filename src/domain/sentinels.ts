// Texts in place of a facility or a name that do not name one: the template's own choices, and what people
// write instead.
import { foldWords } from "../forms/fold.ts";
import { NOT_AVAILABLE_WORDS, PLACEHOLDER_WORDS, WITHHELD_WORDS } from "../forms/placeholder-words.ts";
import { fold } from "../lib/text.ts";

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
/** Words beside the choices that change nothing, folded: what a facility is called, forms of "to be", "yet". */
const ASIDE = new Set(
  "smelter smelters refiner refiners refinery facility facilities processor name the is are was has have been yet still currently as of a schmelzhutte schmelzer raffinerie noch bisher fonderie fondeur raffineur encore la le fundicion fundidora refinador refineria aun todavia fonderia fonditore raffineria ancora fundidor fundicao refinaria ainda izabehane rafineri henuz".split(
    " ",
  ),
);
/** The choices in other words, and in the templates' other languages, folded and without such words. */
const NOT_IDENTIFIED_ELSEWHERE = new Set([
  ...[
    "not identified",
    "unidentified",
    "to be identified",
    "cannot be identified",
    "could not be identified",
  ],
  ...["in process identification", "in process being identified", "identification in progress"],
  ...["nicht identifiziert", "non identifie", "non identifiee", "pas identifie", "pas identifiee"],
  ...["no identificado", "no identificada", "sin identificar", "non identificato", "non identificata"],
  ...["nao identificado", "nao identificada", "tanimlanmamis", "belirlenmemis"],
]);
/** The same, only beside a word for a facility: alone they say nothing. */
const UNKNOWN_FACILITY = new Set(["unknown", "not known", "unbekannt", "unbekannte", "inconnu", "inconnue"]);
const NOT_LISTED_ELSEWHERE = new Set([
  ...["not listed", "not on list", "not in list", "unlisted", "nicht gelistet", "nicht aufgefuhrt"],
  ...["nicht in der liste", "non repertorie", "non repertoriee", "non liste", "non listee", "no listado"],
  ...["no listada", "no incluido en lista", "no incluida en lista", "non elencato", "non elencata"],
  ...["non in elenco", "nao listado", "nao listada", "nao consta da lista", "listelenmemis", "listede yok"],
]);
const FACILITY_CJK = /冶炼厂|冶煉廠|精炼厂|精煉廠|冶炼商|冶煉商|製錬所|製錬業者|精錬所|제련소|정련소/gu;
/** The choices in Chinese, Japanese and Korean, without words for a facility and what joins them to these. */
const NOT_IDENTIFIED_CJK =
  /^(?:(?:尚|还|還)?未被?(?:识别|識別|确定|確定|辨识|辨識|查明)出?|(?:まだ|未だ)?(?:未特定|特定されていない|特定できていない|特定されていません)|(?:아직)?(?:미확인|미식별|확인되지않은|식별되지않은))$/u;
const NOT_LISTED_CJK =
  /^(?:未列出|未列入|列表中没有|不在列表中|リストにない|リストに無い|未掲載|목록에없음|목록에없는)$/u;

/** What all of them have; most names have none of it. */
const HINT =
  /identif|known|unbek|inconnu|list|elenc|r[eé]pert|aufgef|tan[ıi]m|belir|未|不在|没有|特定|リスト|미|확인|식별|목록/iu;

/** Whether a text is one of these choices in other words. */
function isElsewhere(text: string, latin: ReadonlySet<string>, cjk: RegExp): boolean {
  if (text.length > LONGEST_SENTENCE || !HINT.test(text)) return false;
  const all = fold(text).split(" ");
  const telling = all.filter((word) => !ASIDE.has(word));
  const key = telling.join(" ");
  if (latin.has(key) || cjk.test(withoutFacility(text))) return true;
  return latin === NOT_IDENTIFIED_ELSEWHERE && telling.length < all.length && UNKNOWN_FACILITY.has(key);
}

function withoutFacility(text: string): string {
  return text.replace(FACILITY_CJK, "").replace(/\s+|^[はが가는]|[的な]$/gu, "");
}

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
/** The same for the choices in other words. */
const LONGEST_SENTENCE = 80;

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
  return isAmong(NOT_LISTED, text) || isElsewhere(text, NOT_LISTED_ELSEWHERE, NOT_LISTED_CJK);
}

/** Whether a text is the choice for a facility that the supplier could not identify. */
export function isNotIdentified(text: string): boolean {
  return isAmong(NOT_IDENTIFIED, text) || isElsewhere(text, NOT_IDENTIFIED_ELSEWHERE, NOT_IDENTIFIED_CJK);
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
