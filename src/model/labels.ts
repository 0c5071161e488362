// The words of a CMRT as reports and messages print them in English: what a question is about, not its full text,
// which differs from generation to generation.
import type { AnswerCode, CompanyField, Policy, Question } from "./vocabulary.ts";

/** What a question per metal is about. */
export const QUESTION_TOPICS: Readonly<Record<Question, string>> = {
  intentionallyAdded: "intentionally added",
  necessaryInProduct: "necessary to or remaining in the product",
  coveredCountries: "sourced from the covered countries",
  cahra: "sourced from conflict-affected and high-risk areas",
  recycledOrScrap: "recycled or scrap sources",
  supplierResponseRate: "share of suppliers that answered",
  allSmeltersIdentified: "all smelters identified",
  allSmelterInfoReported: "all smelter information reported",
  smeltersOnCompliantList: "all smelters on the compliant list",
};

/** What a question per company is about. */
export const POLICY_TOPICS: Readonly<Record<Policy, string>> = {
  policyEstablished: "sourcing policy established",
  policyPublic: "policy publicly available",
  requireDrcConflictFree: "suppliers required to be DRC conflict-free",
  requireValidatedSmelters: "suppliers required to use validated smelters",
  dueDiligenceImplemented: "due diligence measures implemented",
  allSupplierTemplatesReceived: "templates received from all suppliers",
  supplierSurvey: "suppliers surveyed",
  requestSmelterNames: "smelter names requested from suppliers",
  reviewSupplierInfo: "suppliers' information reviewed",
  correctiveAction: "corrective action part of the review",
  annualDisclosure: "annual disclosure required",
};

/** Company fields as the forms name them. */
export const FIELD_NAMES: Readonly<Record<CompanyField, string>> = {
  companyName: "company name",
  scope: "declaration scope",
  scopeDescription: "description of scope",
  companyUniqueId: "company unique ID",
  companyUniqueIdAuthority: "company unique ID authority",
  address: "address",
  contactName: "contact name",
  contactEmail: "contact e-mail",
  contactPhone: "contact phone",
  authorizerName: "authorizer",
  authorizerTitle: "authorizer's title",
  authorizerEmail: "authorizer's e-mail",
  authorizerPhone: "authorizer's phone",
  effectiveDate: "effective date",
};

/** Answers as a person would say them, whatever the generation's wording. */
export const ANSWER_NAMES: Readonly<Record<AnswerCode, string>> = {
  yes: "Yes",
  no: "No",
  unknown: "Unknown",
  pct100: "100 %",
  pctGt90: "more than 90 %",
  pctGt75: "more than 75 %",
  pctGt50: "more than 50 %",
  pctGt25: "more than 25 %",
  pctLt25: "less than 25 %",
  pctLe50: "50 % or less",
  none: "None",
  planned: "Planned once lists become available",
  yesInContract: "Yes, in standard contract language",
  yesThirdPartyAudit: "Yes (third-party audit)",
  yesDocumentationReview: "Yes (documentation review only)",
  yesInternalAudit: "Yes (internal audit)",
  yesAllMethods: "Yes (all methods)",
  yesIpc1755: "Yes, in conformance with IPC-1755",
  yesOtherFormat: "Yes, using another format",
  yesSec: "Yes, with the SEC",
  yesEu: "Yes, with the EU",
  yesSecAndEu: "Yes, with the SEC and the EU",
};
