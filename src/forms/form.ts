// Describes a family of reporting templates as data. Shared code knows templates only through these types: it refers to
// questions by meaning, takes minerals from the family, and never compares versions.
import type {
  AnswerCode,
  CompanyField,
  Language,
  LetterLanguage,
  MineColumn,
  MineralId,
  PracticeId,
  ProductColumn,
  QuestionId,
  Scope,
  SmelterColumn,
} from "../model/vocabulary.ts";
import type { SheetKind, SheetNames } from "./sheet-names.ts";

/**
 * The meaning of a question per mineral, whatever its number and wording. One question of a family may mean different
 * things in different editions: early ones ask whether any of a metal is recycled, later ones whether all of it is.
 */
export const MEANINGS = [
  "used",
  "necessary",
  "coveredOrigin",
  "cahraOrigin",
  "recycledAny",
  "recycledAll",
  "responseRate",
  "smeltersIdentified",
  "smelterInfoReported",
  "smeltersValidated",
  "requiresValidation",
] as const;
export type Meaning = (typeof MEANINGS)[number];

/**
 * The meaning of a company question. `usesStandardForm` asks whether suppliers are surveyed with the standard form, so
 * that a No may mean another form; `surveysSuppliers` asks whether they are surveyed at all.
 */
export const PRACTICE_MEANINGS = [
  "hasPolicy",
  "publishesPolicy",
  "requiresConflictFree",
  "requiresValidatedSmelters",
  "carriesOutDueDiligence",
  "hasAllTemplates",
  "usesStandardForm",
  "surveysSuppliers",
  "asksForSmelterNames",
  "reviewsInformation",
  "takesCorrectiveAction",
  "mustDisclose",
  "policyCoversRisks",
  "requiresDueDiligence",
  "requiresRiskCover",
] as const;
export type PracticeMeaning = (typeof PRACTICE_MEANINGS)[number];

/** A mineral that a family asks about. */
export interface Mineral {
  /** Lower-case English name; the key in JSON and tables. */
  id: MineralId;
  symbol?: string;
  /** The first digit of its facilities' IDs on the first lists. */
  legacyDigit?: string;
  /** The template's look-up has no facility for it, so that every row must say "not listed". */
  unlisted?: true;
  /** Its names in the languages of the template; the first is the one on the template's own list. */
  names: readonly string[];
}

/** A question that a family asks once per mineral. */
export interface Question {
  /** The key in JSON and tables. */
  key: QuestionId;
  /** Its subject, in reports and messages. */
  topic: string;
  /** Words of its English text in every edition. */
  probe: RegExp;
  /** The answer that is better for the supplier; null if neither is. */
  better: "yes" | "no" | null;
  /**
   * For a question on origin: where a mineral comes from if the answer is Yes, such as "a conflict-affected or
   * high-risk area".
   */
  place?: string;
}

/** A question that a family asks once per company. */
export interface Practice {
  key: PracticeId;
  topic: string;
  probe: RegExp;
  better: "yes" | null;
  /** Its subject in the report, if the topic is a label that is no longer in use. */
  reportTopic?: string;
}

/** A choice of a drop-down list: the cell's text and its meaning. */
export interface Choice {
  text: string;
  code: AnswerCode;
  /** The template stores this number, formatted as the text. */
  number?: number;
  /**
   * The language of the form whose list has the text; absent for the English one, which is used where a language has
   * none of its own.
   */
  language?: Language;
}

/** A question per mineral as asked in an edition. */
export interface QuestionLayout {
  key: QuestionId;
  meaning: Meaning;
  /** The question's number as printed, "3". */
  number: string;
  /** Row of the question's text; the minerals follow in layout order. */
  row: number;
  choices: readonly Choice[];
  /** The choices of minerals for which they differ. */
  choicesOf?: Readonly<Record<MineralId, readonly Choice[]>>;
  /** Minerals of the layout for which it is not asked. */
  notOf?: readonly MineralId[];
  /** It may be left blank: the Checker does not count it. */
  optional?: true;
}

/** A company question as asked in an edition. */
export interface PolicyLayout {
  key: PracticeId;
  meaning: PracticeMeaning;
  /** The question's letter as printed, "B". */
  letter: string;
  row: number;
  choices: readonly Choice[];
}

export interface SmelterLayout {
  sheet: string;
  headerRow: number;
  firstRow: number;
  /** Last row in the blank template. */
  lastRow: number;
  columns: Partial<Record<SmelterColumn, string>>;
  /** The column of facility IDs without a header, to the left of the others. */
  headless?: SmelterColumn;
  /** Columns that the template fills by formula from its look-up list. */
  formulas: readonly SmelterColumn[];
  /** Choices in the column on recycled feedstock, with those of other languages after the English ones. */
  recycledChoices: readonly Choice[];
  /** Whether the look-up column offers an entry for a smelter that is not yet identified. */
  offersNotIdentified: boolean;
  /** How to recognise and read rows pasted from an edition with other columns. */
  pasted?: PastedRows;
}

/** A row with a typed facility ID in `idIn` and none in `notIn`, without the formula there, has these columns. */
export interface PastedRows {
  idIn: string;
  notIn: string;
  columns: SmelterLayout["columns"];
}

export interface ProductLayout {
  sheet: string;
  firstRow: number;
  lastRow: number;
  columns: Partial<Record<ProductColumn, string>> & { number: string };
}

export interface MineLayout {
  sheet: string;
  firstRow: number;
  lastRow: number;
  columns: Partial<Record<MineColumn, string>>;
}

/** A sheet on which the requester says why each mineral is asked about. */
export interface ReasonsLayout {
  sheet: string;
  firstRow: number;
  lastRow: number;
  columns: { mineral: string; reason: string };
  /** The headers above them, in English in every language. */
  headers: { mineral: string; reason: string };
}

/**
 * Where a declaration selects its minerals. The rows below each question then belong to the selected ones in
 * alphabetical order.
 */
export interface SelectionLayout {
  cells: readonly SelectionCell[];
  /** The choice for a mineral that is not on the list; its name is in `nameAt`. */
  other?: string;
  /** Minerals on the list of the cells, if every cell offers the same. */
  offers?: readonly MineralId[];
  /** Number of rows per question. */
  rows: number;
  /** Hidden halves of merged cells beside them, which the template's formulas ignore. */
  covered?: readonly string[];
}

export interface SelectionCell {
  at: string;
  /** The choice by which the cell selects nothing. */
  none?: string;
  /** The cell for the name of another mineral. */
  nameAt?: string;
}

/** The place of a workbook's own list of facilities. */
export interface OwnListLayout {
  sheet: string;
  firstRow: number;
  columns: {
    metal: string;
    /** The look-up name; undefined if aliases are elsewhere. */
    lookupName?: string;
    standardName: string;
    country?: string;
    id?: string;
    legacyId?: string;
    idSource?: string;
    city?: string;
    state?: string;
    /** Aliases of the standard name in one cell, separated by commas. */
    aliases?: string;
  };
  /** Another sheet with IDs, whose first two columns are metals and standard names. */
  idsOn?: string;
  /** If the workbook also has this sheet, its list takes precedence. */
  unlessSheet?: string;
  /** Column that identifies the row, if it is not the metal's. */
  keyColumn?: string;
}

/** Cell addresses in the workbooks of an edition. Editions with the same addresses share a layout. */
export interface Layout {
  /** Name of the layout in JSON and notes. */
  generation: string;
  /** Whether the addresses were inferred rather than read from a workbook. */
  inferred: boolean;
  /**
   * The minerals in the order of the rows below each question. If a declaration selects its minerals they are those of
   * a new form; for a response, see `editionOf`.
   */
  minerals: readonly MineralId[];
  selection?: SelectionLayout;
  declaration: string;
  /** Cells of the declaration with the revision text and the language. */
  revisionCell: string;
  languageCell: string;
  company: Partial<Record<CompanyField, string>>;
  /** For a date in three cells instead of `company.effectiveDate`. */
  dateParts?: { day: string; month: string; year: string };
  scopes: readonly { text: string; scope: Scope }[];
  /**
   * Columns of the declaration's answers and comments; the texts of `commentColumns` are joined if they are not merged.
   */
  answerColumn: string;
  commentColumns: readonly string[];
  questions: readonly QuestionLayout[];
  policies: readonly PolicyLayout[];
  smelters: SmelterLayout;
  products?: ProductLayout;
  mines?: MineLayout;
  reasons?: ReasonsLayout;
  ownList?: OwnListLayout;
  /** For lists on several sheets, one per mineral, instead of `ownList`. */
  ownLists?: readonly OwnListLayout[];
  /** Cell with the number of open items on the Checker sheet. */
  checker?: string;
  /**
   * For a single workbook: where moved cells of its declaration are, by their address in the layout; null if unknown.
   */
  moved?: Readonly<Record<string, string | null>>;
}

/**
 * Which of the first two answers exempt a mineral from every later question. `noWithoutYes`: a No without a Yes to the
 * other. `first` and `either` treat a choice that declares nothing like a No, and those with `OrUnknown` an Unknown
 * too.
 */
export type Exemption =
  | "firstNo"
  | "bothNo"
  | "eitherNo"
  | "noWithoutYes"
  | "first"
  | "either"
  | "firstOrUnknown"
  | "eitherOrUnknown";

/** The requirements of an edition: what its Checker counts, and what its instructions ask for in addition. */
export interface Requirements {
  /** The source of the requirements. */
  source: "checker" | "stars" | "neighbours";
  /** Whether the Checker's count can be calculated from the answers. */
  checkerCounts: boolean;
  /** Company fields that are always required. */
  company: readonly CompanyField[];
  /** E-mail fields must contain an "@" to count as filled in. */
  emailNeedsAt: boolean;
  /** Scopes without a required description; any other text needs one, including an unknown one. */
  scopesWithoutDescription: readonly Scope[];
  /** The second question is required even if a mineral's first answer is No. */
  secondAlways: boolean;
  /** What exempts a mineral from later questions. */
  exempt: Exemption;
  /** What declares a mineral out of scope. Differs from `exempt` only where that is uncertain. */
  outOfScope: Exemption;
  /**
   * What the comment of "policy publicly available: Yes" must contain: anything, the letters "www", or nothing in
   * particular.
   */
  policyUrl: "anything" | "www" | "no matter";
  /** Whether a smelter row is required per mineral in scope, or one for the whole list within these sheet rows. */
  smelterRows: "perMetal" | { firstRow: number; lastRow: number };
  /**
   * Whether rows with "Smelter not listed" must have name and country; `shown` if the Checker marks but does not count
   * them.
   */
  notListedDetails: boolean | "shown";
  /** The Checker accepts a smelter row with only the mineral. */
  mineralAloneCounts?: true;
  /** Company questions whose comment must contain the policy's URL, if not the one about its publication. */
  policyUrlOf?: readonly PracticeMeaning[];
  /** The Checker counts a survey in another format without a description. */
  otherFormatCounts?: true;
  /** Dates (ISO) that the effective date cell accepts; absent if it accepts any or the limits could not be read. */
  dates?: { first: string; last?: string };
  /** What the instructions require; see `Instruction`. */
  instructions: readonly Instruction[];
}

/**
 * What an edition's instructions and notes require beyond what its Checker counts. A rule based on one of them applies
 * to the editions that have it.
 * - english: the form is filled in in English, without entries that a spreadsheet takes for formulas.
 * - yearly: the declaration is renewed every year.
 * - practices: company answers are selected from the lists, are consistent with each other and are explained.
 * - smeltersOfScope: smelters are identified and listed for the minerals in scope, and only for those.
 * - persons: contact and authorizer are people with an address of their own.
 * - blankOutOfScope: nothing further is answered for a mineral out of scope.
 * - originRestsOnAnswers: an answer on origin is based on what suppliers and smelters said.
 * - productNumbers: the product list belongs to a declaration for products, and has one number per row.
 * - smelterDetails: every cell of a smelter row is filled in as its column offers it.
 * - nameForNotListed: the name column is for smelters that are not listed.
 */
export const INSTRUCTIONS = [
  "english",
  "yearly",
  "practices",
  "smeltersOfScope",
  "persons",
  "blankOutOfScope",
  "originRestsOnAnswers",
  "productNumbers",
  "smelterDetails",
  "nameForNotListed",
] as const;
export type Instruction = (typeof INSTRUCTIONS)[number];

/** How the meaning of cells differs between editions. */
export interface Quirks {
  /** Which facility IDs it knows: those of the first lists, current ones, or both. */
  ids: "legacy" | "both" | "current";
  /** A look-up name is found for any mineral, and the ID by the standard name shown in the row. */
  looksUpByName: boolean;
  /** The typed name of a smelter marked as not listed is looked up nevertheless. */
  looksUpTypedName: boolean;
  /** It asks for a description of corrective action, rather than whether it is recommended. */
  describesCorrectiveAction: boolean;
  /** The ID column shows the ID of the first facility with the standard name, so a typed ID takes precedence. */
  idByFirstName?: true;
  /**
   * An error in its choices: for this mineral the full response rate cannot be selected if another mineral is not used.
   */
  lacksFullRate?: { mineral: MineralId; whereUnused: MineralId };
}

/** A release of a family. */
export interface Edition {
  /** In cmrt's spelling: "2.03a", "4.10", "6.5". */
  version: string;
  /** Release date (ISO); null if unknown. */
  released: string | null;
  layout: Layout;
  required: Requirements;
  quirks: Quirks;
  /** Whether a blank workbook can be filled in with our own declaration, or else why not. */
  fillable: true | { whyNot: string };
}

/** A test of a workbook's sheets: that a sheet exists, or what it contains. */
export interface Sign {
  sheet: string;
  /** The cell contains text; with `text`, text that matches. */
  cell?: string;
  text?: RegExp;
  /** A question has this number. */
  asks?: string;
  /** The sheet's last row is below this one. */
  longerThan?: number;
  /** The test must fail instead. */
  not?: true;
}

/** A template that can be recognised, supported or not. */
export interface KnownTemplate {
  /** Its abbreviation, which is in parentheses in its title. */
  id: string;
  /** Its English title. */
  title: string;
  /** The titles that its Revision sheet has had, which are in English in every language. */
  titles: readonly string[];
  /** Sheets that only it has. */
  ownSheets: readonly string[];
}

/** How the workbooks of a family are recognised if their titles are missing, and their version if that is missing. */
export interface Signature {
  /** Titles of declarations without an abbreviation, in the languages in which they were published. */
  titlesOfOld: readonly string[];
  /** Sheets that each identify the family, given a declaration and a smelter list. */
  tellingSheets: readonly string[];
  /** Cells of a declaration that each identify the family. */
  tellingCells?: readonly Sign[];
  /** From this version on no other family has used the same version number; absent if others have. */
  versionsTellFrom?: string;
  /** The version by sheets, if there is no revision text: the first entry with all signs. */
  versionSigns: readonly { version: string; by: string; signs: readonly Sign[] }[];
}

/** The words that people write in the choices of a family, in the languages of its templates. */
export interface OptionWords {
  answers: Partial<Record<AnswerCode, readonly string[]>>;
  scopes: Partial<Record<Scope, readonly string[]>>;
  /** Texts of the language cell. */
  languages: Partial<Record<Language, readonly string[]>>;
}

/** Column headings on a declaration. */
export const COLUMN_HEADS = ["answer", "comment", "day", "month", "year"] as const;
export type ColumnHead = (typeof COLUMN_HEADS)[number];

/**
 * Labels and headers in the languages of the templates, English first: enough of each text to recognise it. A text that
 * ends with "…" is the beginning of a longer one.
 */
export interface Labels {
  company: Partial<Record<CompanyField, readonly string[]>>;
  smelters: Partial<Record<SmelterColumn, readonly string[]>>;
  products: Partial<Record<ProductColumn, readonly string[]>>;
  mines?: Partial<Record<MineColumn, readonly string[]>>;
  /** Questions whose text does not start with their number. */
  questions: Partial<Record<QuestionId, readonly string[]>>;
  /** Headings of the declaration's columns; those of the date's three cells are beside them. */
  heads: Partial<Record<ColumnHead, readonly string[]>>;
}

/** Public facts used in the rules' examples. */
export interface ExampleData {
  /** The version of examples by default. */
  version: string;
  /** One facility per mineral, from the look-up list of that version. */
  facilities: Readonly<Record<MineralId, { name: string; id: string; country: string }>>;
}

/** Names of a family's minerals, questions and company questions in letters in one language. */
export interface LetterWords<
  M extends string = string,
  Q extends string = string,
  P extends string = string,
> {
  metal: Readonly<Record<M, string>>;
  question: Readonly<Record<Q, string>>;
  policy: Readonly<Record<P, string>>;
}

/** Sections of a report; a family's report has some of them. */
export type ReportSection =
  | "inputs"
  | "scope"
  | "design"
  | "results"
  | "smelters"
  | "origins"
  | "mines"
  | "signs"
  | "outcome"
  | "dueDiligence"
  | "efforts"
  | "annexes";

/** What an inquiry may conclude for a mineral, in the order in which it is considered. */
export type OutcomeKind = "notInScope" | "recycled" | "originated" | "undetermined" | "noReason";

/** A legal inquiry for which declarations are collected: what it asks, concludes and reports. */
export interface Inquiry {
  /** Its name in the title of the report. */
  title: string;
  /** Countries (ISO 3166-1 alpha-2) about which it asks whether minerals come from there. */
  countries: readonly string[];
  /** The country that the others adjoin. */
  mainCountry: string;
  /** Names for these countries together, and for one of them. */
  area: string;
  country: string;
  /** A name for the minerals together, and what it stands for. */
  minerals: string;
  mineralsDefined: string;
  outcomes: Readonly<Record<OutcomeKind, string>>;
  /** Sections of its report, in order. */
  sections: readonly ReportSection[];
  /** The filing for which a draft is written, as the name of the draft's files without extension. */
  draft: "form-sd";
}

/** Titles of other publishers' lists, and column headers specific to a family. */
export interface ListWords {
  /**
   * Lists of programmes whose assessments RMI's own programme recognises, by words in their titles; being on such a
   * list is the status. The mineral is used for rows without one.
   */
  recognised: readonly { titles: readonly string[]; scheme: string; status: string; mineral: MineralId }[];
  /** Headers of the columns for the area and for its level, on lists of high-risk areas. */
  areaHeaders: readonly string[];
  areaLevelHeaders: readonly string[];
}

/** A family of reporting templates. */
export interface Family extends KnownTemplate {
  signature: Signature;
  /** Names that people give its sheets, besides their own. */
  sheetNames: Readonly<Partial<Record<SheetKind, SheetNames>>>;
  /** In the order of every edition. */
  minerals: readonly Mineral[];
  /** The word for one of its minerals. */
  mineral: "metal" | "mineral";
  /** The content of its smelter list, in headings. */
  facilities: string;
  /** Declarations may name other minerals, too. */
  namesOthers?: true;
  /** In the order of the newest edition, followed by those that it no longer asks. */
  questions: readonly Question[];
  practices: readonly Practice[];
  optionWords: OptionWords;
  labels: Labels;
  listWords?: ListWords;
  /** By language of the letter; English is used for missing words. */
  letterWords: Partial<Record<LetterLanguage, LetterWords>>;
  /** Facility IDs of its first lists, each with the current ID that replaced it. */
  legacyIds: Readonly<Record<string, string>>;
  /** The release ladder, oldest first. */
  editions: readonly Edition[];
  /** The inquiry for which its declarations are collected; null if no law requires one. */
  inquiry: Inquiry | null;
  /** The name of a blank template that can be filled in, with its versions; null if there is none. */
  fillableAs: string | null;
  example: ExampleData;
}
