// English names for the vocabulary of reporting templates, used in reports and messages whatever an edition's own
// wording.

import type { ResponseState } from "./campaign.ts";
import type { ChangeKind } from "./comparison.ts";
import type { AnswerCode, CompanyField } from "./vocabulary.ts";

/** Company fields as named in the forms. */
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

/** Answers in words, for all generations. */
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
  notDeclaring: "Not declaring",
  notApplicable: "Not applicable for this declaration",
  didNotSurvey: "Did not survey",
  yesDrcOnly: "DRC only",
  yesDrcOrAdjoiningOnly: "DRC or adjoining countries only",
  yesIndiaOrMadagascarOnly: "India and/or Madagascar only",
  yesWhenMoreValidated: "Yes, when more processors are validated",
  yesStandardForm: "Yes, with the standard form",
};

/** States of responses, files and suppliers in words. */
export const STATE_NAMES: Readonly<Record<ResponseState, string>> = {
  valid: "valid",
  questions: "valid with questions",
  foreign: "company name to confirm",
  invalid: "invalid",
  undated: "undated",
  blank: "blank",
  own: "our own declaration",
  unreadable: "unreadable",
  copied: "copy of another supplier's file",
  late: "late",
  stale: "stale",
  superseded: "superseded",
  replaced: "replaced",
  withdrawn: "withdrawn",
  missing: "missing",
};

/** How far a supplier got, in words. */
export const STEP_NAMES: Readonly<Record<string, string>> = {
  none: "nothing received",
  received: "file received",
  usable: "usable",
  responded: "responded",
  valid: "valid",
  clean: "valid without questions",
};

/** What changed between two periods, in words. */
export const CHANGE_NAMES: Readonly<Record<ChangeKind, string>> = {
  figure: "figure",
  answer: "answer became weaker",
  answerStronger: "answer became stronger",
  answerNowNo: "origin: now No, was Yes",
  scope: "scope of a metal",
  declarationNew: "new declaration",
  declarationGone: "declaration gone",
  declarationSame: "declaration for both periods",
  smelterCount: "fewer smelter rows",
  smelterNew: "smelter named only now",
  smelterGone: "smelter no longer named",
  smelterIdentified: "smelter identified",
  smelterRenamed: "smelter renamed",
  smelterStatus: "status of a smelter",
  findingNew: "new finding",
  findingResolved: "finding resolved",
};

/** What a declaration covers, in words. */
export const SCOPE_NAMES: Readonly<Record<string, string>> = {
  company: "Whole company",
  product: "Named products",
  userDefined: "Described by the supplier",
  division: "A division",
  productCategory: "A product category",
};

/** How a smelter row was matched, in words. */
export const MATCH_NAMES: Readonly<Record<string, string>> = {
  decided: "decided by a person",
  id: "ID",
  legacyId: "legacy ID",
  earlierId: "ID of an earlier list",
  alias: "alias",
  name: "name",
  placeName: "name with its place",
  candidates: "not matched, has candidates",
  none: "not matched",
  notIdentified: "not yet identified",
  notSmelter: "decided: not a smelter",
};

/** Returns a look-up of codes of any type; a code without a name is returned unchanged. */
export function namedBy(names: Readonly<Partial<Record<string, string>>>): (code: string) => string {
  return (code) => (Object.hasOwn(names, code) ? (names[code] ?? code) : code);
}

/** Why something in this state does not count for the period; undefined for states that count. */
export const NOT_COUNTED_BECAUSE: Readonly<Partial<Record<ResponseState, string>>> = {
  superseded: "replaced by a newer response of the same supplier and scope",
  undated: "received, without a clear date",
  blank: "a blank template was received; nobody responded",
  own: "received, not usable: our own declaration was sent back",
  unreadable: "received, not usable: the file cannot be read as a response",
  copied: "received, not usable: the same file as another supplier's",
  late: "dated after the cut-off or the day of the run",
  stale: "dated before the period",
  replaced: "replaced by a newer file",
  withdrawn: "the file has been deleted or moved",
  missing: "on the roster, nothing received under its name",
};
