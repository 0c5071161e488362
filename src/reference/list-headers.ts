// Headers of lists as publishers and people spell them, across the generations of RMI's lists and others.
import { type AssessmentScheme, readScheme } from "../domain/status-words.ts";
import { FAMILIES } from "../forms/families.ts";
import type { ListWords } from "../forms/form.ts";
import { sortTexts } from "../lib/compare-texts.ts";
import { fold, LONGEST_COLUMN_NAME, withoutBrackets } from "../lib/text.ts";

/** The meaning of a list column. */
export const LIST_COLUMNS = [
  "metal",
  "id",
  "standardName",
  "lookupName",
  "aliases",
  "ownName",
  "country",
  "originCountry",
  "countryOrRegion",
  "city",
  "state",
  "idSource",
  "status",
  "scheme",
  "crossRecognition",
  "auditDate",
  "auditCycle",
  "auditDue",
  "reassessing",
  "operational",
  "supplyChainLevel",
  "level",
  "basis",
  "date",
  "successor",
  "reason",
  "program",
  "listedOn",
  "endedOn",
] as const;
export type ListColumn = (typeof LIST_COLUMNS)[number];

/**
 * Headers by meaning. They are compared by their words in any order, after applying SAME_WORDS and removing EMPTY_WORDS
 * and bracketed text: "audit date" also matches "Date of Last On-Site Assessment".
 */
const HEADERS: Readonly<Record<ListColumn, string>> = {
  metal:
    "metal|mineral|commodity|material|metal type|metal name|mineral name|primary metal|metall|métal|金属|金属種|金属种类",
  id: "id|reference id|rmi id|unique id|id input|hütten id|冶炼厂编号|冶炼厂id|冶炼厂识别号|製錬業者id|製錬業者識別番号",
  standardName:
    "name|facility|standard name|standard|legal name|list name|name facility|entity|entity name|member|member name|certified entity|certified entity name|organisation|organisation name|facility or organisation|name der hütte|冶炼厂名称|冶炼厂标准名称|製錬業者名|製錬業者標準名",
  lookupName: "lookup|lookup name|reference list|reported name|common name|known as|lookup list",
  aliases:
    "alias|known alias|alias name|other name|also known as|former name|previous name|alternative name|alternate name|synonym|aka|trade name|name variation",
  ownName:
    "our name|own name|local name|name in local language|internal name|name in our system|our facility name|erp name|name local|local language name",
  country:
    "country|country location|location country|location|land|pays|country name|country region location|country code|headquarters country|address country|所在国|国|国家|国名|国家或地区",
  originCountry:
    "origin|country origin|origin country|mine country|source country|sourcing country|mineral origin|mine location|mining country|country mine|mineral origin country",
  countryOrRegion: `country region|country area|area country|area|area name|high risk area|affected area|country territory|${ofFamilies((words) => words.areaHeaders)}`,
  city: "city|city location|location city|town|city town|municipality",
  state:
    "state province region|state province|state|province|region|location state province|state region|location state province region|subdivision|district|admin 1|region name|sub national|subnational region|sub national region|region affected|affected region|included region|sub national area|subnational area|administrative area|administrative region",
  idSource: "id source|source|source url|source reference|reference source|data source|source document",
  status:
    "status|conformance status|conformance|assessment status|assessment program status|program status|validation|list status|certification status|member status|assessment result|assessment outcome|conformance result|participation status|process status|状态|审核状态|評価ステータス|監査ステータス|ステータス",
  scheme:
    "assessment scheme|scheme|assessment program|program name|assessment standard|certification scheme|certification standard|assurance scheme|assurance program|assessment type",
  crossRecognition:
    "cross recognition|cross recognition program|cross recognition scheme|cross recognition status|recognised program|recognised scheme|recognition program",
  auditDate:
    "assessment date|last assessment|assessment|assessment completion date|assessment completed|assessment end date|certification date|certificate date|date certified|certificate issue date|certification issue date|issue date|date issue|certified since|coc certification date|coc certified since|conformance date|year assessment|assessment year|auditdatum|审核日期|審査日|監査日|評価日",
  auditCycle:
    "assessment cycle|cycle|assessment frequency|assessment interval|reassessment cycle|frequency|assessment validity period|assessment period",
  auditDue:
    "next assessment|next assessment date|assessment due|assessment due date|next assessment due|next assessment due date|reassessment date|reassessment due|reassessment due date|due date|expiry|expiry date|certificate expiry|certificate expiry date|certification expiry|certification expiry date|assessment expiry|assessment expiry date|conformance expiry date|certificate end date|certification end date|certificate expiry until|coc expiry|coc certification expiry|coc certificate expiry",
  reassessing:
    "reassessment progress|reassessment in progress|reassessment|reassessment status|in reassessment",
  operational: "operational status|operation status|operating status|operational",
  supplyChainLevel:
    "supply chain level|supply chain tier|supply chain position|chain level|supply chain stage|facility type|supply chain role",
  level: `level|risk level|origin level|risk|country level|level risk|category|risk category|risk rating|risk classification|classification|conflict affected|high risk|conflict affected high risk|designation|${ofFamilies((words) => words.areaLevelHeaders)}`,
  basis:
    "basis|basis revision|revision basis|change|change type|revision|action|basis change|revision type|reason revision|reason change|change reason",
  date: "date|revision date|effective date|change date|date change|date revised|date effective|update date|date update|list date|revised on|status date|determination date",
  successor:
    "new id|successor|successor id|replaced by|merged into|superseded by|replacement id|replaced by id|merged into id|superseded by id|new reference id|now id",
  reason: "reason|remark|comment|note|listed by|authority|detail|revision detail|change detail|description",
  program: "sanction|sanction program|regime|sanction regime|dataset|sanction list|program",
  listedOn:
    "listed on|listed since|date listed|listing date|date added|added on|date admission|admission date|date accreditation|accreditation date|accredited since|member since|membership date|date joined|first listed|start date|since|good delivery since",
  endedOn:
    "date removed|removal date|removed on|delisted on|date delisted|delisting date|date removal|date transfer former list|transferred former list|date withdrawn|withdrawal date|date suspended|suspension date",
};

function ofFamilies(words: (lists: ListWords) => readonly string[]): string {
  return FAMILIES.flatMap(({ listWords }) => (listWords ? words(listWords) : [])).join("|");
}

/** The known headers for a meaning. */
export function spellingsOf(column: ListColumn): string[] {
  return HEADERS[column].split("|");
}

/** Words with the same meaning in a header, by their representative. */
const SAME_WORDS: Readonly<Record<string, string>> = {
  facility:
    "smelter smelters refiner refiners refinery refineries facilities plant company companies processor",
  assessment: "audit audits audited assessments assessed evaluation",
  id: "identification identifier identifiers number no cid ids identity",
  program: "programme programmes programs",
  sanction: "sanctions",
  dd: "ddap",
  reassessment: "reaudit reaudits",
  country: "countries",
  metal: "metals",
  mineral: "minerals",
  alias: "aliases",
  synonym: "synonyms",
  name: "names",
  region: "regions",
  area: "areas",
  origin: "origins",
  source: "sources",
  remark: "remarks",
  comment: "comments",
  note: "notes",
  detail: "details",
  standard: "official",
  expiry: "expires expiration expire expiring validity",
  conformance: "conformity compliance",
  recognition: "recognized recognised",
  location: "located",
  variation: "variations",
  organisation: "organization organisations organizations",
  risk: "risks",
  change: "changes",
};

/** Phrases of folded words that are treated as one word. */
const PHRASES: readonly (readonly [RegExp, string])[] = [
  [/\bre (?=audit\b|assessment\b|audits\b|assessments\b)/g, "re"],
  [/\breassessment\b|\breaudit\b/g, "reassessment"],
  [/\bdue diligence\b/g, "dd"],
  [/\blook up\b/g, "lookup"],
  [/\bcross ?recogni[sz](?:ed|tion)\b|\bcross recognition\b/g, "cross recognition"],
  [/\bvalid (?:until|till|to|through)\b/g, "expiry"],
  [/\bon site\b/g, ""],
  [/\binput column\b/g, "input"],
  [/\bchain of custody\b/g, "coc"],
];

/** Words that do not affect the meaning of a header. */
const EMPTY_WORDS = new Set(
  "rmi rmap cfsi cfsp cfs dd onsite last latest most recent current currently the of a an and or for by as if applicable any full primary".split(
    " ",
  ),
);
/** The same, if any other word is left. */
const WEAK_WORDS = ["facility", "in", "with", "to"];

const CANONICAL = new Map(
  Object.entries(SAME_WORDS).flatMap(([word, others]) =>
    others.split(" ").map((other): [string, string] => [other, word]),
  ),
);

/** The significant words of a header, sorted. */
function keyOf(text: string): string {
  const joined = PHRASES.reduce((folded, [phrase, word]) => folded.replace(phrase, word), fold(apart(text)));
  const words = joined
    .split(" ")
    .map((word) => CANONICAL.get(word) ?? word)
    .filter((word) => word !== "" && !EMPTY_WORDS.has(word));
  const strong = words.filter((word) => !WEAK_WORDS.includes(word));
  return sortTexts(new Set(strong.length > 0 ? strong : words)).join(" ");
}

/** Splits JSON keys into words: "lastAssessmentDate", "last_assessment_date". */
function apart(header: string): string {
  return header.replace(/(?<=\p{Ll})(?=\p{Lu}\p{Ll})/gu, " ").replace(/(?<=\p{Ll})(?=\p{Lu}+$)/gu, " ");
}

/** A column in which 2.x and 3.x lists give the ID that a newer one replaced. Rows are not matched by it. */
const OLD_ID = new Set(["old id", "former id", "legacy id", "previous id"].map(keyOf));

const BY_KEY = new Map<string, ListColumn>(
  LIST_COLUMNS.flatMap((column) =>
    spellingsOf(column).map((header): [string, ListColumn] => [keyOf(header), column]),
  ),
);

/** A header without additions to its name: a note in brackets, stars, the date of the list. */
function bareHeader(header: string): string {
  return withoutBrackets(header)
    .replace(/[*†]+/g, " ")
    .replace(/\bas of\b.*$/is, " ");
}

/** The meaning of a header; undefined if unknown. */
function meaningOf(header: string): ListColumn | undefined {
  if (header.length > LONGEST_COLUMN_NAME) return undefined;
  const key = keyOf(bareHeader(header));
  if (OLD_ID.has(key)) return undefined;
  return BY_KEY.get(key) ?? BY_KEY.get(keyOf(header));
}

/** Words that make a header look like a status, a date or a basis, in the languages of lists. */
const WEIGHTY =
  /\b(?:status|statut|estado|stato|state of|conform\w*|konform\w*|complian\w*|compliant|certified|active|outcome|result|date|datum|fecha|data de|basis|expir\w*|valid\w*|due|since|until)\b|状态|状態|日期|日付|상태|날짜/u;

/** Whether an unrecognised header looks like one that changes what the list says. */
export function isWeighty(header: string): boolean {
  const text = fold(apart(header));
  return WEIGHTY.test(text) && !OLD_ID.has(keyOf(bareHeader(header))) && !HARMLESS.test(text);
}
/** Dates and statuses that are not about an assessment. */
const HARMLESS =
  /\b(?:birth|created|modified|last updated|updated at|first seen|last seen|last change|incorporat\w*)\b/;

/** What a user may specify for a column: its meaning, or that it is ignored. */
export type ColumnMeaning = ListColumn | "ignore";

/** A parsed header row. */
export interface Header {
  /** The meaning of each column; of several columns with one meaning, the first has it. */
  columns: readonly (ListColumn | undefined)[];
  /** Columns that say with a Yes, a mark or a date whether a programme recognises the facility: "LBMA RG", "RJC". */
  schemes: readonly (AssessmentScheme | undefined)[];
  /** Columns whose meaning another column already has. */
  repeated: readonly { header: string; column: ListColumn; first: string }[];
  /** Indexes of unrecognised columns. */
  unknown: readonly number[];
}

/** Parses a header row. `told` gives the meanings specified by the user, by folded header. */
export function readHeader(
  cells: readonly string[],
  told: ReadonlyMap<string, ColumnMeaning> = new Map(),
): Header {
  const meanings = cells.map((cell) => (cell === "" ? undefined : (told.get(fold(cell)) ?? meaningOf(cell))));
  const taken = new Map<ListColumn, number>();
  const columns: (ListColumn | undefined)[] = [];
  const schemes: (AssessmentScheme | undefined)[] = [];
  const repeated: { header: string; column: ListColumn; first: string }[] = [];
  const unknown: number[] = [];
  const standard = standardNameAt(cells, meanings);
  for (const [at, meant] of meanings.entries()) {
    const cell = cells[at] as string;
    // Beside a standard name column, another name column contains alternative names.
    const meaning = meant === "standardName" && standard !== at ? "lookupName" : meant;
    schemes[at] = undefined;
    columns[at] = undefined;
    if (meaning === "ignore" || cell === "") continue;
    if (meaning === undefined) {
      const scheme = readScheme(bareHeader(cell));
      if (scheme !== undefined && scheme !== "RMAP") schemes[at] = scheme;
      else unknown.push(at);
      continue;
    }
    const first = taken.get(meaning);
    if (first !== undefined) {
      repeated.push({ header: cell, column: meaning, first: cells[first] as string });
      unknown.push(at);
      continue;
    }
    taken.set(meaning, at);
    columns[at] = meaning;
  }
  return { columns, schemes, repeated, unknown };
}

/** Which of several name columns has the standard name: the one that says so, else the first. */
function standardNameAt(cells: readonly string[], meanings: readonly (ColumnMeaning | undefined)[]): number {
  const names = meanings.flatMap((meaning, at) => (meaning === "standardName" ? [at] : []));
  return names.find((at) => /\bstandard\b|\bofficial\b/.test(fold(cells[at] as string))) ?? names[0] ?? -1;
}

/** Whether there are columns for countries or regions and for something about them. */
export function isAreaHeader(columns: readonly (ListColumn | undefined)[]): boolean {
  const has = (column: ListColumn) => columns.includes(column);
  if (has("country") && has("countryOrRegion")) return true;
  return (has("country") || has("countryOrRegion")) && (has("level") || has("idSource") || has("state"));
}

/**
 * Whether a row can be the header of a list: it has columns for a facility's ID or name and for something about it; or
 * for a country or region and something about it.
 */
export function isHeader({ columns }: Header): boolean {
  const known = columns.filter((column) => column !== undefined);
  const names = known.some(
    (column) =>
      column === "id" || column === "standardName" || column === "lookupName" || column === "ownName",
  );
  return known.length >= 2 && (names || isAreaHeader(known));
}
