// The vocabulary of reporting templates: one key per company field and answer, whatever the template's family, edition
// or language. Minerals and questions are defined by families.

/** Keys of a mineral, of a question per mineral and of a company question, as defined by a family. */
export type MineralId = string;
export type QuestionId = string;
export type PracticeId = string;

/** The vocabulary of all families together, for schemas that apply to any of them. */
export interface TemplateWords {
  families: readonly string[];
  /** Families whose declarations select their minerals. */
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

/** Company fields that name or identify a person: left out of reports unless requested. */
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
 * What a declaration covers. 3.x and later have company, product and userDefined; 2.x also has division and
 * productCategory, which both require a description.
 */
export const SCOPES = ["company", "product", "userDefined", "division", "productCategory"] as const;
export type Scope = (typeof SCOPES)[number];

/**
 * Normalised answers. The response-rate bands are named after their lower or upper bound: pctGt75 is "more than 75 %",
 * pctLe50 "50 % or less". "planned" is for 2.x policy D only.
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

/** The answers on the share of suppliers that responded, of all generations, from weakest to strongest. */
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

/**
 * Whether an answer, or a tallied one, means yes, including those that add something (an audit method, an authority, a
 * survey format).
 */
export function meansYes(code: string | null | undefined): boolean {
  return code?.startsWith("yes") ?? false;
}

/** Languages that a template can be set to, as ISO 639-1 codes. */
export const LANGUAGES = ["en", "zh", "ja", "ko", "fr", "pt", "de", "es", "it", "tr"] as const;
export type Language = (typeof LANGUAGES)[number];

/** Languages for letters to suppliers: those of the template. */
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
 * Columns of the product list by meaning: the supplier's number and name of a product, and the requesting customer's.
 */
export const PRODUCT_COLUMNS = ["number", "name", "requesterNumber", "requesterName", "comments"] as const;
export type ProductColumn = (typeof PRODUCT_COLUMNS)[number];

/** Columns of the mine list by meaning; `smelter` is the one supplied by the mine. */
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
