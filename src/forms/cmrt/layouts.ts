// Cell addresses in a CMRT, by layout generation. Those of 1.00, 2.00–2.03a, 3.01 and 6.01–6.5 were read from official
// workbooks; those of 4.x and 5.x are inferred from revision histories and from what 6.x kept.
import type { AnswerCode } from "../../model/vocabulary.ts";
import type {
  Choice,
  Layout,
  Meaning,
  OwnListLayout,
  PastedRows,
  PolicyLayout,
  PracticeMeaning,
  QuestionLayout,
  SmelterLayout,
} from "../form.ts";
import { MINERALS } from "./minerals.ts";
import type { PracticeKey, QuestionKey } from "./questions.ts";

export const pick = (...pairs: [string, AnswerCode][]): Choice[] =>
  pairs.map(([text, code]) => ({ text, code }));

export const YES_NO = pick(["Yes", "yes"], ["No", "no"]);
export const YES_NO_UNKNOWN = pick(["Yes", "yes"], ["No", "no"], ["Unknown", "unknown"]);
const YES_NO_UNCERTAIN = pick(["Yes", "yes"], ["No", "no"], ["Uncertain or Unknown", "unknown"]);
const AUDIT_METHODS = pick(
  ["Yes (3rd party audit)", "yesThirdPartyAudit"],
  ["Yes (documentation review only)", "yesDocumentationReview"],
  ["Yes (internal audit)", "yesInternalAudit"],
  ["Yes (all methods apply)", "yesAllMethods"],
  ["No", "no"],
);
const RATE_2 = pick(
  ["Yes", "pct100"],
  ["No but > 75%", "pctGt75"],
  ["No but > 50%", "pctGt50"],
  ["No but > 25%", "pctGt25"],
  ["No but < 25%", "pctLt25"],
  ["No - none", "none"],
);
// The trailing blank of the second choice is the template's own.
const RATE_3 = pick(
  ["Yes, 100%", "pct100"],
  ["No, but greater than 75% ", "pctGt75"],
  ["No, but greater than 50%", "pctGt50"],
  ["No, but greater than 25%", "pctGt25"],
  ["No, but less than 25%", "pctLt25"],
  ["None", "none"],
);
export const RATE_6 = pick(
  ["100%", "pct100"],
  ["Greater than 90%", "pctGt90"],
  ["Greater than 75%", "pctGt75"],
  ["Greater than 50%", "pctGt50"],
  ["50% or less", "pctLe50"],
  ["None", "none"],
);
/** Up to 6.22 the first choice is the number 1, formatted as 100 %. */
export const RATE_6_NUMBER = RATE_6.map((choice) =>
  choice.code === "pct100" ? { ...choice, number: 1 } : choice,
);
const SURVEY_6 = pick(
  ["Yes, in conformance with IPC1755 (e.g., CMRT)", "yesIpc1755"],
  ["Yes, using other format (describe)", "yesOtherFormat"],
  ["No", "no"],
);
const DISCLOSURE_6 = pick(
  ["Yes, with the SEC", "yesSec"],
  ["Yes, with the EU", "yesEu"],
  ["Yes, with the SEC and the EU", "yesSecAndEu"],
  ["No", "no"],
);

const SCOPES_2: Layout["scopes"] = [
  { text: "A. Company Level", scope: "company" },
  { text: "B. Division Level [Specify in 'Description of scope']", scope: "division" },
  { text: "C. Product Category Level [Specify in 'Description of scope']", scope: "productCategory" },
  { text: "D. Product Level", scope: "product" },
];
export const SCOPES_3: Layout["scopes"] = [
  { text: "A. Company", scope: "company" },
  { text: "B. Product (or List of Products)", scope: "product" },
  { text: "C. User defined [Specify in 'Description of scope']", scope: "userDefined" },
];

type Asked<Key, Means> = readonly [key: Key, meaning: Means, choices: readonly Choice[]];
type AskedQuestion = Asked<QuestionKey, Meaning>;
type AskedPractice = Asked<PracticeKey, PracticeMeaning>;

/** Questions every six rows from `first`, in the order given. */
function questionsFrom(first: number, list: readonly AskedQuestion[]): QuestionLayout[] {
  return list.map(([key, meaning, choices], index) => ({
    key,
    meaning,
    number: String(index + 1),
    row: first + 6 * index,
    choices,
  }));
}

/** Company questions every two rows from `first`, lettered from A. */
function policiesFrom(first: number, list: readonly AskedPractice[]): PolicyLayout[] {
  return list.map(([key, meaning, choices], index) => ({
    key,
    meaning,
    letter: String.fromCharCode(65 + index),
    row: first + 2 * index,
    choices,
  }));
}

const COMPANY_2: Layout["company"] = {
  companyName: "D8",
  scope: "D9",
  scopeDescription: "D10",
  companyUniqueId: "D12",
  address: "D13",
  authorizerName: "D14",
  authorizerTitle: "D15",
  authorizerEmail: "D16",
  authorizerPhone: "D17",
  effectiveDate: "D18",
};
export const COMPANY_3: Layout["company"] = {
  companyName: "D8",
  scope: "D9",
  scopeDescription: "D10",
  companyUniqueId: "D12",
  companyUniqueIdAuthority: "D13",
  address: "D14",
  contactName: "D15",
  contactEmail: "D16",
  contactPhone: "D17",
  authorizerName: "D18",
  authorizerTitle: "D19",
  authorizerEmail: "D20",
  authorizerPhone: "D21",
  effectiveDate: "D22",
};

const SMELTERS_2: SmelterLayout["columns"] = {
  id: "A",
  metal: "B",
  lookupName: "C",
  name: "D",
  country: "E",
  street: "F",
  city: "G",
  state: "H",
  contactName: "I",
  contactEmail: "J",
  nextSteps: "K",
  mineNames: "L",
  mineCountries: "M",
  comments: "N",
};
const SMELTERS_2_02: SmelterLayout["columns"] = {
  metal: "B",
  lookupName: "C",
  name: "D",
  country: "E",
  id: "F",
  street: "G",
  city: "H",
  state: "I",
  contactName: "J",
  contactEmail: "K",
  nextSteps: "L",
  mineNames: "M",
  mineCountries: "N",
  comments: "O",
};
const SMELTERS_3: SmelterLayout["columns"] = {
  metal: "B",
  lookupName: "C",
  name: "D",
  country: "E",
  id: "F",
  idSource: "G",
  street: "H",
  city: "I",
  state: "J",
  contactName: "K",
  contactEmail: "L",
  nextSteps: "M",
  mineNames: "N",
  mineCountries: "O",
  recycled: "P",
  comments: "Q",
};
export const SMELTERS_6: SmelterLayout["columns"] = {
  idInput: "A",
  ...SMELTERS_3,
  standardName: "R",
  countryCode: "S",
  stateCode: "T",
};
export const FORMULAS_6: SmelterLayout["formulas"] = [
  "metal",
  "lookupName",
  "country",
  "id",
  "idSource",
  "street",
  "city",
  "state",
  "standardName",
  "countryCode",
  "stateCode",
];

/** The look-up sheet has the same columns under both of its names. */
const LOOK_UP_COLUMNS: OwnListLayout["columns"] = {
  metal: "A",
  lookupName: "B",
  standardName: "C",
  country: "D",
  id: "E",
  idSource: "F",
  city: "H",
  state: "I",
};
const STANDARD_NAMES: OwnListLayout = {
  sheet: "Standard Smelter Names",
  firstRow: 3,
  columns: { metal: "A", standardName: "B", aliases: "C", country: "D", legacyId: "E" },
};
export const LOOK_UP: OwnListLayout = { sheet: "Smelter Look-up", firstRow: 5, columns: LOOK_UP_COLUMNS };
export const PRODUCT_COLUMNS = { number: "B", name: "C", comments: "D" };
const PRODUCTS = { sheet: "Product List", firstRow: 6, columns: PRODUCT_COLUMNS };

/** The smelter list since 2.02, without its columns. */
const SMELTER_SHEET = { sheet: "Smelter List", headerRow: 4, firstRow: 5, lastRow: 2504 };
const COMMON = {
  minerals: MINERALS.map(({ id }) => id),
  declaration: "Declaration",
  revisionCell: "J3",
  languageCell: "D3",
  answerColumn: "D",
  commentColumns: ["G"],
} as const;

const QUESTIONS_2: readonly AskedQuestion[] = [
  ["necessaryInProduct", "necessary", YES_NO],
  ["coveredCountries", "coveredOrigin", YES_NO_UNCERTAIN],
  ["recycledOrScrap", "recycledAny", YES_NO_UNCERTAIN],
  ["supplierResponseRate", "responseRate", RATE_2],
  [
    "allSmeltersIdentified",
    "smeltersIdentified",
    pick(["Yes all smelters have been provided", "yes"], ["No", "no"]),
  ],
  ["smeltersOnCompliantList", "smeltersValidated", YES_NO_UNKNOWN],
];
const PRACTICES_2: readonly AskedPractice[] = [
  ["policyEstablished", "hasPolicy", YES_NO],
  ["policyPublic", "publishesPolicy", YES_NO],
  [
    "requireDrcConflictFree",
    "requiresConflictFree",
    pick(["Yes", "yes"], ["Yes included in standard contract language", "yesInContract"], ["No", "no"]),
  ],
  [
    "requireValidatedSmelters",
    "requiresValidatedSmelters",
    pick(["Yes", "yes"], ["No", "no"], ["Planned once lists become available", "planned"]),
  ],
  ["dueDiligenceImplemented", "carriesOutDueDiligence", YES_NO],
  ["supplierSurvey", "usesStandardForm", YES_NO],
  ["requestSmelterNames", "asksForSmelterNames", YES_NO],
  ["reviewSupplierInfo", "reviewsInformation", AUDIT_METHODS],
  ["correctiveAction", "takesCorrectiveAction", YES_NO],
  ["annualDisclosure", "mustDisclose", YES_NO],
];
const QUESTIONS_3: readonly AskedQuestion[] = [
  ["intentionallyAdded", "used", YES_NO],
  ["necessaryInProduct", "necessary", YES_NO],
  ["coveredCountries", "coveredOrigin", YES_NO_UNKNOWN],
  ["recycledOrScrap", "recycledAll", YES_NO_UNKNOWN],
  ["supplierResponseRate", "responseRate", RATE_3],
  ["allSmeltersIdentified", "smeltersIdentified", YES_NO],
  ["allSmelterInfoReported", "smelterInfoReported", YES_NO_UNKNOWN],
];
const PRACTICES_3: readonly AskedPractice[] = [
  ["policyEstablished", "hasPolicy", YES_NO],
  ["policyPublic", "publishesPolicy", YES_NO],
  ["requireDrcConflictFree", "requiresConflictFree", YES_NO],
  ["requireValidatedSmelters", "requiresValidatedSmelters", YES_NO],
  ["dueDiligenceImplemented", "carriesOutDueDiligence", YES_NO],
  ["supplierSurvey", "usesStandardForm", YES_NO],
  ["requestSmelterNames", "asksForSmelterNames", YES_NO],
  ["reviewSupplierInfo", "reviewsInformation", YES_NO],
  ["correctiveAction", "takesCorrectiveAction", YES_NO],
  ["annualDisclosure", "mustDisclose", YES_NO],
];

/** The alias sheet of 2.03 and 3.x. */
const ALIAS_SHEET = "K";
const PASTED_FROM_2: PastedRows = { idIn: "A", notIn: "F", columns: SMELTERS_2 };

export const LAYOUT_1: Layout = {
  ...COMMON,
  generation: "1.00",
  inferred: false,
  commentColumns: ["G", "H", "I", "J"],
  company: {
    companyName: "D7",
    companyUniqueId: "D8",
    address: "D9",
    authorizerName: "D10",
    authorizerTitle: "D11",
    authorizerEmail: "D12",
    authorizerPhone: "D13",
    contactName: "D14",
    contactEmail: "D15",
    contactPhone: "D16",
  },
  dateParts: { day: "E17", month: "H17", year: "J17" },
  scopes: [],
  questions: questionsFrom(19, [
    ["necessaryInProduct", "necessary", YES_NO],
    ["coveredCountries", "coveredOrigin", YES_NO_UNCERTAIN],
    ["recycledOrScrap", "recycledAny", YES_NO_UNCERTAIN],
    ["allSmeltersIdentified", "smeltersIdentified", YES_NO],
    ["smeltersOnCompliantList", "smeltersValidated", YES_NO_UNKNOWN],
  ]),
  policies: policiesFrom(51, [
    ["policyEstablished", "hasPolicy", YES_NO],
    ["policyPublic", "publishesPolicy", YES_NO],
    ["requireDrcConflictFree", "requiresConflictFree", YES_NO],
    ["requireValidatedSmelters", "requiresValidatedSmelters", YES_NO],
    ["dueDiligenceImplemented", "carriesOutDueDiligence", YES_NO],
    ["allSupplierTemplatesReceived", "hasAllTemplates", YES_NO],
    ["supplierSurvey", "usesStandardForm", YES_NO],
    ["requestSmelterNames", "asksForSmelterNames", YES_NO],
    ["reviewSupplierInfo", "reviewsInformation", AUDIT_METHODS],
    ["correctiveAction", "takesCorrectiveAction", YES_NO],
    ["annualDisclosure", "mustDisclose", YES_NO],
  ]),
  smelters: {
    sheet: "Smelter and Mine List",
    headerRow: 4,
    firstRow: 6,
    lastRow: 300,
    // Every second column except E is a narrow spacer.
    columns: {
      metal: "B",
      name: "D",
      tierLevel: "E",
      location: "F",
      contactName: "H",
      contactEmail: "J",
      onCompliantList: "L",
      nextSteps: "N",
      mineNames: "P",
      mineCountries: "R",
      productCategory: "T",
      productDetails: "V",
      comments: "X",
    },
    formulas: [],
    recycledChoices: YES_NO,
    offersNotIdentified: false,
  },
  // One hidden sheet of known names per metal: name, metal, address.
  ownLists: ["Gold", "Tantalum", "Tin", "Tungsten"].map((sheet) => ({
    sheet,
    firstRow: 3,
    columns: { metal: "B", standardName: "A" },
    keyColumn: "A",
  })),
};

const GENERATION_2: Omit<Layout, "generation" | "smelters"> = {
  ...COMMON,
  inferred: false,
  company: COMPANY_2,
  scopes: SCOPES_2,
  questions: questionsFrom(21, QUESTIONS_2),
  policies: policiesFrom(59, PRACTICES_2),
  products: { ...PRODUCTS, lastRow: 300 },
  // 2.03 also has the alias sheet of 3.x; this list is then only used for the IDs.
  ownList: { ...STANDARD_NAMES, unlessSheet: ALIAS_SHEET },
  checker: "D2",
};

export const LAYOUT_2: Layout = {
  ...GENERATION_2,
  generation: "2.00",
  smelters: {
    ...SMELTER_SHEET,
    lastRow: 1001,
    columns: SMELTERS_2,
    headless: "id",
    formulas: ["id", "name", "country"],
    recycledChoices: YES_NO,
    offersNotIdentified: false,
    pasted: { idIn: "F", notIn: "A", columns: SMELTERS_2_02 },
  },
};

export const LAYOUT_2_02: Layout = {
  ...GENERATION_2,
  generation: "2.02",
  smelters: {
    ...SMELTER_SHEET,
    columns: SMELTERS_2_02,
    formulas: ["name", "country", "id"],
    recycledChoices: YES_NO,
    offersNotIdentified: true,
    pasted: PASTED_FROM_2,
  },
};

export const LAYOUT_3: Layout = {
  ...COMMON,
  generation: "3",
  inferred: false,
  company: COMPANY_3,
  scopes: SCOPES_3,
  questions: questionsFrom(25, QUESTIONS_3),
  policies: policiesFrom(69, PRACTICES_3),
  smelters: {
    ...SMELTER_SHEET,
    columns: SMELTERS_3,
    formulas: ["name", "country", "id", "idSource"],
    recycledChoices: YES_NO,
    offersNotIdentified: true,
    pasted: PASTED_FROM_2,
  },
  products: { ...PRODUCTS, lastRow: 300 },
  // One line per look-up name, with ID and source; the IDs of 2.x are beside the standard names.
  ownList: {
    sheet: ALIAS_SHEET,
    firstRow: 2,
    columns: { metal: "A", lookupName: "B", country: "C", standardName: "D", id: "F", idSource: "G" },
    idsOn: STANDARD_NAMES.sheet,
  },
  checker: "D2",
};

export const LAYOUT_4: Layout = {
  ...LAYOUT_3,
  generation: "4",
  inferred: true,
  smelters: {
    ...SMELTER_SHEET,
    // The ID input column was added in 4.10; before, column A was empty.
    columns: { idInput: "A", ...SMELTERS_3 },
    formulas: ["metal", "lookupName", "name", "country", "id", "idSource", "street", "city", "state"],
    recycledChoices: YES_NO_UNKNOWN,
    offersNotIdentified: true,
  },
  ownList: { ...LOOK_UP, sheet: "Smelter Reference List" },
};

export const LAYOUT_5: Layout = {
  ...COMMON,
  generation: "5",
  inferred: true,
  company: COMPANY_3,
  scopes: SCOPES_3,
  questions: questionsFrom(25, [
    ["intentionallyAdded", "used", YES_NO],
    ["necessaryInProduct", "necessary", YES_NO],
    ["coveredCountries", "coveredOrigin", YES_NO_UNKNOWN],
    ["recycledOrScrap", "recycledAll", YES_NO_UNKNOWN],
    ["supplierResponseRate", "responseRate", RATE_6],
    ["allSmeltersIdentified", "smeltersIdentified", YES_NO],
    ["allSmelterInfoReported", "smelterInfoReported", YES_NO],
  ]),
  policies: policiesFrom(69, [
    ["policyEstablished", "hasPolicy", YES_NO],
    ["policyPublic", "publishesPolicy", YES_NO],
    ["requireDrcConflictFree", "requiresConflictFree", YES_NO],
    ["requireValidatedSmelters", "requiresValidatedSmelters", YES_NO],
    ["dueDiligenceImplemented", "carriesOutDueDiligence", YES_NO],
    ["supplierSurvey", "surveysSuppliers", SURVEY_6],
    ["reviewSupplierInfo", "reviewsInformation", YES_NO],
    ["correctiveAction", "takesCorrectiveAction", YES_NO],
    ["annualDisclosure", "mustDisclose", YES_NO],
  ]),
  smelters: {
    ...SMELTER_SHEET,
    columns: SMELTERS_6,
    formulas: FORMULAS_6,
    recycledChoices: YES_NO_UNKNOWN,
    offersNotIdentified: true,
  },
  products: { ...PRODUCTS, lastRow: 1000 },
  ownList: LOOK_UP,
  checker: "D2",
};

const questions6 = (rate: readonly Choice[]): QuestionLayout[] =>
  questionsFrom(25, [
    ["intentionallyAdded", "used", YES_NO],
    ["necessaryInProduct", "necessary", YES_NO],
    ["coveredCountries", "coveredOrigin", YES_NO_UNKNOWN],
    ["cahra", "cahraOrigin", YES_NO_UNKNOWN],
    ["recycledOrScrap", "recycledAll", YES_NO_UNKNOWN],
    ["supplierResponseRate", "responseRate", rate],
    ["allSmeltersIdentified", "smeltersIdentified", YES_NO],
    ["allSmelterInfoReported", "smelterInfoReported", YES_NO],
  ]);

/** 6.3 to 6.5: 100 % is text. */
export const LAYOUT_6: Layout = {
  ...COMMON,
  generation: "6",
  inferred: false,
  company: COMPANY_3,
  scopes: SCOPES_3,
  questions: questions6(RATE_6),
  policies: policiesFrom(75, [
    ["policyEstablished", "hasPolicy", YES_NO],
    ["policyPublic", "publishesPolicy", YES_NO],
    ["requireValidatedSmelters", "requiresValidatedSmelters", YES_NO],
    ["dueDiligenceImplemented", "carriesOutDueDiligence", YES_NO],
    ["supplierSurvey", "surveysSuppliers", SURVEY_6],
    ["reviewSupplierInfo", "reviewsInformation", YES_NO],
    ["correctiveAction", "takesCorrectiveAction", YES_NO],
    ["annualDisclosure", "mustDisclose", DISCLOSURE_6],
  ]),
  smelters: {
    ...SMELTER_SHEET,
    columns: SMELTERS_6,
    formulas: FORMULAS_6,
    recycledChoices: YES_NO_UNKNOWN,
    offersNotIdentified: true,
  },
  products: { ...PRODUCTS, lastRow: 2005 },
  ownList: LOOK_UP,
  checker: "D2",
};

/**
 * Since 6.6 the product list also has the requesting customer's numbers and names. Read from the mapping of a public
 * program, as no workbook was available; everything else is as in 6.5.
 */
export const LAYOUT_6_6: Layout = {
  ...LAYOUT_6,
  generation: "6.6",
  inferred: true,
  products: {
    ...PRODUCTS,
    lastRow: 2005,
    columns: { number: "B", name: "C", requesterNumber: "D", requesterName: "E", comments: "F" },
  },
};

export const LAYOUT_6_00: Layout = { ...LAYOUT_6, questions: questions6(RATE_6_NUMBER) };
