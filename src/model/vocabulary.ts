// The words of reporting templates as cmrt uses them everywhere: one spelling for each company field and answer,
// whatever the template's family, edition or language calls it. Minerals and questions are those of a family.

/** Keys of a mineral, of a question per mineral and of a question per company, as a family lists them. */
export type MineralId = string;
export type QuestionId = string;
export type PracticeId = string;

/** The words of all families together, for schemas that hold whatever the family. */
export interface TemplateWords {
  families: readonly string[];
  /** Those whose declarations select the minerals that they are about. */
  selecting: readonly string[];
  minerals: readonly MineralId[];
  questions: readonly QuestionId[];
  practices: readonly PracticeId[];
  /** The form of a template version. */
  version: RegExp;
}

/** Fields of the declaration's company block. */
export const COMPANY_FIELDS = [
  "companyName",
  "scope",
  "scopeDescription",
  "companyUniqueId",
  "companyUniqueIdAuthority",
  "address",
  "contactName",
  "contactEmail",
  "contactPhone",
  "authorizerName",
  "authorizerTitle",
  "authorizerEmail",
  "authorizerPhone",
  "effectiveDate",
] as const;
export type CompanyField = (typeof COMPANY_FIELDS)[number];

/** Company fields that name or reach a person: kept out of reports unless asked for. */
export const CONTACT_FIELDS = [
  "contactName",
  "contactEmail",
  "contactPhone",
  "authorizerName",
  "authorizerTitle",
  "authorizerEmail",
  "authorizerPhone",
] as const satisfies readonly CompanyField[];

/**
 * What a declaration covers. 3.x and later know company, product and userDefined;
 * 2.x also division and productCategory, both to be described.
 */
export const SCOPES = ["company", "product", "userDefined", "division", "productCategory"] as const;
export type Scope = (typeof SCOPES)[number];

/**
 * Answers after normalising. The response-rate bands are named by their lower or upper bound:
 * pctGt75 is "more than 75 %", pctLe50 "50 % or less". "planned" is 2.x policy D only.
 */
export const ANSWER_CODES = [
  "yes",
  "no",
  "unknown",
  "pct100",
  "pctGt90",
  "pctGt75",
  "pctGt50",
  "pctGt25",
  "pctLt25",
  "pctLe50",
  "none",
  "planned",
  "yesInContract",
  "yesThirdPartyAudit",
  "yesDocumentationReview",
  "yesInternalAudit",
  "yesAllMethods",
  "yesIpc1755",
  "yesOtherFormat",
  "yesSec",
  "yesEu",
  "yesSecAndEu",
  "notDeclaring",
  "notApplicable",
  "didNotSurvey",
  "yesDrcOnly",
  "yesDrcOrAdjoiningOnly",
  "yesIndiaOrMadagascarOnly",
  "yesWhenMoreValidated",
  "yesStandardForm",
] as const;
export type AnswerCode = (typeof ANSWER_CODES)[number];

/** The answers on the share of suppliers that answered, from the weakest to the strongest, of all generations. */
export const RESPONSE_RATES: readonly AnswerCode[] = [
  "none",
  "pctLt25",
  "pctGt25",
  "pctLe50",
  "pctGt50",
  "pctGt75",
  "pctGt90",
  "pct100",
];

/** The answers that mean yes, whatever they add to it (an audit method, an authority, a survey format); tallied ones too. */
export function meansYes(code: string | null | undefined): boolean {
  return code?.startsWith("yes") ?? false;
}

/** Languages a template can be set to, by ISO 639-1 code. */
export const LANGUAGES = ["en", "zh", "ja", "ko", "fr", "pt", "de", "es", "it", "tr"] as const;
export type Language = (typeof LANGUAGES)[number];

/** Languages in which letters to suppliers can be written, which are those of the template. */
export const LETTER_LANGUAGES = [
  "en",
  "ja",
  "zh",
  "de",
  "fr",
  "es",
  "pt",
  "it",
  "tr",
  "ko",
] as const satisfies readonly Language[];
export type LetterLanguage = (typeof LETTER_LANGUAGES)[number];

/**
 * Columns of the product list, by meaning: the number and name that the supplier gives a product, and those that the
 * customer who asks gives it.
 */
export const PRODUCT_COLUMNS = ["number", "name", "requesterNumber", "requesterName", "comments"] as const;
export type ProductColumn = (typeof PRODUCT_COLUMNS)[number];

/** Columns of the mine list, by meaning; `smelter` names the one that sources from the mine. */
export const MINE_COLUMNS = [
  "metal",
  "smelter",
  "name",
  "id",
  "idSource",
  "country",
  "street",
  "city",
  "state",
  "contactName",
  "contactEmail",
  "nextSteps",
  "comments",
] as const;
export type MineColumn = (typeof MINE_COLUMNS)[number];

/** Columns of the smelter sheet that cmrt reads, by meaning. */
export const SMELTER_COLUMNS = [
  "idInput",
  "metal",
  "lookupName",
  "name",
  "country",
  "id",
  "idSource",
  "street",
  "city",
  "state",
  "location",
  "tierLevel",
  "contactName",
  "contactEmail",
  "onCompliantList",
  "nextSteps",
  "mineNames",
  "mineCountries",
  "recycled",
  "productCategory",
  "productDetails",
  "comments",
  "standardName",
  "countryCode",
  "stateCode",
] as const;
export type SmelterColumn = (typeof SMELTER_COLUMNS)[number];
