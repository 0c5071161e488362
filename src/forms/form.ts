// What a family of reporting templates is, as data. Shared code knows templates only through these types: it names
// questions by what they mean, takes minerals from the family, and never compares versions.
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
 * What a question per mineral means, whatever its number and wording. The same question of a family may mean different
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
 * What a question per company means. `usesStandardForm` asks whether suppliers are asked with the standard form, where a
 * No may mean another form; `surveysSuppliers` whether they are asked at all.
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
  /** The digit with which the IDs of its facilities began on the first lists. */
  legacyDigit?: string;
  /** The look-up of the template has no facility of it: every honest row says "not listed". */
  unlisted?: true;
  /** Its names in the languages of the template; the first is the one that the template's own list offers. */
  names: readonly string[];
}

/** A question that a family asks once per mineral. */
export interface Question {
  /** The key in JSON and tables. */
  key: QuestionId;
  /** What it is about, in reports and messages. */
  topic: string;
  /** Words that its English text has in every edition. */
  probe: RegExp;
  /** The answer that is better for the supplier; null where neither is. */
  better: "yes" | "no" | null;
  /** Of a question on origin: where a mineral comes from by a Yes, as "a conflict-affected or high-risk area". */
  place?: string;
}

/** A question that a family asks once per company. */
export interface Practice {
  key: PracticeId;
  topic: string;
  probe: RegExp;
  better: "yes" | null;
  /** What it is about in the report, where the topic names a label that is no longer in use. */
  reportTopic?: string;
}

/** A choice of a drop-down list: the text of the cell and what it means. */
export interface Choice {
  text: string;
  code: AnswerCode;
  /** The template stores this number and formats it as the text. */
  number?: number;
  /** The language of the form whose list has the text; without it the English one, where no other has its own. */
  language?: Language;
}

/** A question per mineral where an edition asks it. */
export interface QuestionLayout {
  key: QuestionId;
  meaning: Meaning;
  /** The question's number as printed, "3". */
  number: string;
  /** Row of the question's text; the minerals follow in the order of the layout. */
  row: number;
  choices: readonly Choice[];
  /** The choices of minerals that have others. */
  choicesOf?: Readonly<Record<MineralId, readonly Choice[]>>;
  /** Minerals of the layout that it is not asked for. */
  notOf?: readonly MineralId[];
  /** It may be left blank: the Checker does not count it. */
  optional?: true;
}

/** A question per company where an edition asks it. */
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
  /** Last row that the blank template provides. */
  lastRow: number;
  columns: Partial<Record<SmelterColumn, string>>;
  /** The column of facility IDs that has no header, left of the others. */
  headless?: SmelterColumn;
  /** Columns that the template fills by formula from its look-up list. */
  formulas: readonly SmelterColumn[];
  /** Choices of the column on recycled feedstock, those of other languages after the English ones. */
  recycledChoices: readonly Choice[];
  /** The look-up column offers an entry for a smelter that is not yet identified. */
  offersNotIdentified: boolean;
  /** How rows that were pasted from an edition with other columns are told, and how they are read. */
  pasted?: PastedRows;
}

/** A row with a typed facility ID in `idIn` and none in `notIn`, whose formula is gone, has these columns. */
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

/** A sheet on which the one who asks says why each mineral is asked about. */
export interface ReasonsLayout {
  sheet: string;
  firstRow: number;
  lastRow: number;
  columns: { mineral: string; reason: string };
  /** The headers above them, in English in every language. */
  headers: { mineral: string; reason: string };
}

/**
 * Where a declaration says which minerals it is about. The rows below each question then belong to those selected, in
 * the order of their names.
 */
export interface SelectionLayout {
  cells: readonly SelectionCell[];
  /** The choice for a mineral that is not on the list; its name stands in `nameAt`. */
  other?: string;
  /** Minerals on the list of the cells, where every cell offers the same. */
  offers?: readonly MineralId[];
  /** Rows that each question provides. */
  rows: number;
  /** Covered halves of merged cells beside them, which the template's formulas do not look at. */
  covered?: readonly string[];
}

export interface SelectionCell {
  at: string;
  /** The choice by which the cell selects nothing. */
  none?: string;
  /** The cell with the name of another mineral. */
  nameAt?: string;
}

/** Where a workbook keeps its own list of facilities. */
export interface OwnListLayout {
  sheet: string;
  firstRow: number;
  columns: {
    metal: string;
    /** The look-up name; undefined where aliases stand in another place. */
    lookupName?: string;
    standardName: string;
    country?: string;
    id?: string;
    legacyId?: string;
    idSource?: string;
    city?: string;
    state?: string;
    /** Aliases of the standard name in one cell, joined by commas. */
    aliases?: string;
  };
  /** Another sheet that has IDs beside the metals and standard names of its first two columns. */
  idsOn?: string;
  /** Where a workbook has this sheet too, its list is looked for there first. */
  unlessSheet?: string;
  /** Column that names the row, where it is not that of the metal. */
  keyColumn?: string;
}

/** Where everything is in the workbooks of an edition. Editions whose addresses are the same share one. */
export interface Layout {
  /** Names the layout in JSON and notes. */
  generation: string;
  /** The addresses were inferred, not read from a workbook. */
  inferred: boolean;
  /**
   * The minerals in the order of the rows below each question. Where a declaration selects its minerals they are those of
   * a new form, and of a response those that it selects, see `editionOf`.
   */
  minerals: readonly MineralId[];
  selection?: SelectionLayout;
  declaration: string;
  /** Cells of the declaration with the revision text and the language. */
  revisionCell: string;
  languageCell: string;
  company: Partial<Record<CompanyField, string>>;
  /** The date stands in three cells instead of `company.effectiveDate`. */
  dateParts?: { day: string; month: string; year: string };
  scopes: readonly { text: string; scope: Scope }[];
  /** Columns of the declaration's answers and comments; `commentColumns` are joined where they are not merged. */
  answerColumn: string;
  commentColumns: readonly string[];
  questions: readonly QuestionLayout[];
  policies: readonly PolicyLayout[];
  smelters: SmelterLayout;
  products?: ProductLayout;
  mines?: MineLayout;
  reasons?: ReasonsLayout;
  ownList?: OwnListLayout;
  /** Lists that stand in several sheets, one per mineral; then there is no `ownList`. */
  ownLists?: readonly OwnListLayout[];
  /** Cell with the number of open items on the Checker sheet. */
  checker?: string;
  /** Of one workbook: where cells of its declaration are that moved, by their address here; null where nothing tells. */
  moved?: Readonly<Record<string, string | null>>;
}

/**
 * Which of the first two answers free a mineral from every later question. `noWithoutYes`: a No, and no Yes beside it.
 * `first` and `either` take a choice that declares nothing for a No, and those with `OrUnknown` an Unknown too.
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

/** What an edition requires: what its Checker counts, and what its instructions ask beyond that. */
export interface Requirements {
  /** Where the requirements come from. */
  source: "checker" | "stars" | "neighbours";
  /** The Checker's count can be worked out from the answers. */
  checkerCounts: boolean;
  /** Company fields that are required whatever else is answered. */
  company: readonly CompanyField[];
  /** E-mail fields count as filled only with an "@" in them. */
  emailNeedsAt: boolean;
  /** Scopes that need no description; every other text does, an unknown one included. */
  scopesWithoutDescription: readonly Scope[];
  /** The second question is asked even of a mineral whose first answer is No. */
  secondAlways: boolean;
  /** What frees a mineral from later questions. */
  exempt: Exemption;
  /** What declares a mineral out of scope. Differs from `exempt` only where that is less than certain. */
  outOfScope: Exemption;
  /** What the comment of "policy publicly available: Yes" must hold: an address, the letters "www", or no matter. */
  policyUrl: "anything" | "www" | "no matter";
  /** One smelter row per mineral in scope, or one for the list within these sheet rows. */
  smelterRows: "perMetal" | { firstRow: number; lastRow: number };
  /** Rows of "Smelter not listed" must have name and country; `shown` where the Checker marks and does not count them. */
  notListedDetails: boolean | "shown";
  /** A smelter row with the mineral alone is enough for the Checker. */
  mineralAloneCounts?: true;
  /** Company questions whose comment must hold the address of the policy, where it is not that on its publication. */
  policyUrlOf?: readonly PracticeMeaning[];
  /** The Checker counts a survey in another format that is not described. */
  otherFormatCounts?: true;
  /** Dates (ISO) that the cell of the effective date accepts; absent where it takes any or that could not be read. */
  dates?: { first: string; last?: string };
  /** What the instructions ask for, see `Instruction`. */
  instructions: readonly Instruction[];
}

/**
 * What an edition's instructions and notes ask beyond what its Checker counts. A rule that rests on one of them holds for
 * the editions that have it.
 *
 * - english: the form is filled in in English, without entries that a spreadsheet takes for formulas.
 * - yearly: the declaration is renewed every year.
 * - practices: answers per company are chosen from the lists, agree with each other and are explained.
 * - smeltersOfScope: smelters are identified and listed for the minerals in scope, and only for those.
 * - persons: contact and authorizer are persons with an address of their own.
 * - blankOutOfScope: nothing further is answered for a mineral out of scope.
 * - originRestsOnAnswers: an answer on origin rests on what suppliers and smelters said.
 * - productNumbers: the product list belongs to a declaration for products, and has one number a row.
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

/** How an edition differs in what its cells mean. */
export interface Quirks {
  /** Facility IDs that it knows: those of the first lists, those of today, or both. */
  ids: "legacy" | "both" | "current";
  /** A look-up name is found whatever its mineral, and the ID by the standard name that the row shows. */
  looksUpByName: boolean;
  /** The typed name of a smelter that is said not to be listed is looked up all the same. */
  looksUpTypedName: boolean;
  /** Corrective action is to be described, rather than it being recommended. */
  describesCorrectiveAction: boolean;
  /** The ID column shows that of the first facility with the standard name: an ID that was typed counts more. */
  idByFirstName?: true;
  /** A fault of its choices: for this mineral the full response rate cannot be chosen where another one is not used. */
  lacksFullRate?: { mineral: MineralId; whereUnused: MineralId };
}

/** A release of a family. */
export interface Edition {
  /** As cmrt writes it: "2.03a", "4.10", "6.5". */
  version: string;
  /** Day of the release (ISO); null where it is not known. */
  released: string | null;
  layout: Layout;
  required: Requirements;
  quirks: Quirks;
  /** Whether a blank workbook of it can be filled in with our own declaration; else why not. */
  fillable: true | { whyNot: string };
}

/** A test of a workbook's sheets: that there is one of this name, or what the sheet holds. */
export interface Sign {
  sheet: string;
  /** The cell holds a text; with `text`, one that matches it. */
  cell?: string;
  text?: RegExp;
  /** A question bears this number. */
  asks?: string;
  /** The sheet's last row lies below this one. */
  longerThan?: number;
  /** The test must fail instead. */
  not?: true;
}

/** A template that can be told from others, whether or not it can be read. */
export interface KnownTemplate {
  /** Its abbreviation, which its title bears in brackets. */
  id: string;
  /** Its English title. */
  title: string;
  /** The titles that its Revision sheet has had, in English whatever the language. */
  titles: readonly string[];
  /** Sheets that only it has. */
  ownSheets: readonly string[];
}

/** How the workbooks of a family are recognised where their titles are lost, and their version where that is. */
export interface Signature {
  /** Titles of declarations without an abbreviation, in the languages they were published in. */
  titlesOfOld: readonly string[];
  /** Beside a declaration and a smelter list, each of these sheets tells the family. */
  tellingSheets: readonly string[];
  /** Cells of a declaration that each tell the family. */
  tellingCells?: readonly Sign[];
  /** From this version on no other family has had a version of the same number; absent where others have had any. */
  versionsTellFrom?: string;
  /** The version by the sheets, where no revision text is left: the first of which every sign holds. */
  versionSigns: readonly { version: string; by: string; signs: readonly Sign[] }[];
}

/** The words that people write into the choices of a family, in the languages of its templates. */
export interface OptionWords {
  answers: Partial<Record<AnswerCode, readonly string[]>>;
  scopes: Partial<Record<Scope, readonly string[]>>;
  /** What the language cell holds. */
  languages: Partial<Record<Language, readonly string[]>>;
}

/** Texts of the heads of columns on a declaration. */
export const COLUMN_HEADS = ["answer", "comment", "day", "month", "year"] as const;
export type ColumnHead = (typeof COLUMN_HEADS)[number];

/**
 * What labels and headers say in the languages of the templates, English first: enough of each text to recognise it.
 * A text that ends with "…" is the beginning of a longer one.
 */
export interface Labels {
  company: Partial<Record<CompanyField, readonly string[]>>;
  smelters: Partial<Record<SmelterColumn, readonly string[]>>;
  products: Partial<Record<ProductColumn, readonly string[]>>;
  mines?: Partial<Record<MineColumn, readonly string[]>>;
  /** Questions whose text does not begin with their number. */
  questions: Partial<Record<QuestionId, readonly string[]>>;
  /** Heads of the declaration's columns; those of the date's three cells stand before them. */
  heads: Partial<Record<ColumnHead, readonly string[]>>;
}

/** Public facts that the examples of rules are made with. */
export interface ExampleData {
  /** The version of examples unless they name another. */
  version: string;
  /** One facility per mineral as the look-up list of that version names it. */
  facilities: Readonly<Record<MineralId, { name: string; id: string; country: string }>>;
}

/** What letters in one language call the minerals, questions and company questions of a family. */
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

/** What an inquiry may conclude for a mineral, in the order in which it is looked at. */
export type OutcomeKind = "notInScope" | "recycled" | "originated" | "undetermined" | "noReason";

/** A legal inquiry for which declarations are collected: what it asks, concludes and reports. */
export interface Inquiry {
  /** What it is called, in the title of the report. */
  title: string;
  /** Countries (ISO 3166-1 alpha-2) of which it asks whether minerals come from there. */
  countries: readonly string[];
  /** The one of them that the others adjoin. */
  mainCountry: string;
  /** What these countries are called together, and one of them. */
  area: string;
  country: string;
  /** What the minerals are called together, and what that stands for. */
  minerals: string;
  mineralsDefined: string;
  outcomes: Readonly<Record<OutcomeKind, string>>;
  /** Sections of its report, in order. */
  sections: readonly ReportSection[];
  /** The filing that a draft is written for, by the name of the draft's files without extension. */
  draft: "form-sd";
}

/** What the lists of other publishers are called, and their columns that a family has a word of its own for. */
export interface ListWords {
  /**
   * Lists of programmes whose assessments RMI's own programme recognises, by words of their titles: to be on one is the
   * status. The mineral is that of a row that names none.
   */
  recognised: readonly { titles: readonly string[]; scheme: string; status: string; mineral: MineralId }[];
  /** Headers of the column with the area, and of the one with its level, on lists of high-risk areas. */
  areaHeaders: readonly string[];
  areaLevelHeaders: readonly string[];
}

/** A family of reporting templates. */
export interface Family extends KnownTemplate {
  signature: Signature;
  /** What people call its sheets, besides their own names. */
  sheetNames: Readonly<Partial<Record<SheetKind, SheetNames>>>;
  /** In the order in which every edition lists them. */
  minerals: readonly Mineral[];
  /** What one of its minerals is called. */
  mineral: "metal" | "mineral";
  /** What its smelter list holds, in headings. */
  facilities: string;
  /** Declarations may name minerals that are not among them. */
  namesOthers?: true;
  /** In the order of the newest edition; those that it no longer asks come last. */
  questions: readonly Question[];
  practices: readonly Practice[];
  optionWords: OptionWords;
  labels: Labels;
  listWords?: ListWords;
  /** By language of the letter; where a word is missing, the English one stands in. */
  letterWords: Partial<Record<LetterLanguage, LetterWords>>;
  /** Facility IDs of its first lists, each with the ID of today that replaced it. */
  legacyIds: Readonly<Record<string, string>>;
  /** The release ladder, oldest first. */
  editions: readonly Edition[];
  /** The inquiry that its declarations serve; null where no law asks for one. */
  inquiry: Inquiry | null;
  /** What a blank template that can be filled in is called, with its versions; null where none can. */
  fillableAs: string | null;
  example: ExampleData;
}
