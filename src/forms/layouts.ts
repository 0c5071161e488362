// Where everything is in a CMRT, by era, as data. Addresses were read from official workbooks of 1.00, 2.00–2.03a,
// 3.01 and 6.01–6.5; those of 4.x and 5.x are inferred from revision histories and from what 6.x kept of them.
import type {
  AnswerCode,
  CompanyField,
  Metal,
  Policy,
  Question,
  Scope,
  SmelterColumn,
} from "../model/vocabulary.ts";
import { METALS } from "../model/vocabulary.ts";
import { compareVersions, type Era, eraOf } from "./versions.ts";

/** A choice of a drop-down list: the text of the cell and what it means. */
export interface Choice {
  text: string;
  code: AnswerCode;
}

export interface QuestionLayout {
  key: Question;
  /** The question's number as printed, "3". */
  number: string;
  /** Row of the question's text; the four metals follow in the order of METALS. */
  row: number;
  choices: readonly Choice[];
}

export interface PolicyLayout {
  key: Policy;
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
  /** Columns that the template fills by formula from its look-up list. */
  formulas: readonly SmelterColumn[];
}

export interface ProductLayout {
  sheet: string;
  firstRow: number;
  lastRow: number;
  columns: { number: string; name: string; comments: string };
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
    country: string;
    id?: string;
    legacyId?: string;
    idSource?: string;
    city?: string;
    state?: string;
    /** Aliases of the standard name in one cell, joined by commas. */
    aliases?: string;
  };
}

export interface Layout {
  era: Era;
  /** The addresses were inferred, not read from a workbook of this era. */
  inferred: boolean;
  declaration: string;
  company: Partial<Record<CompanyField, string>>;
  /** The date stands in three cells (1.00) instead of `company.effectiveDate`. */
  dateParts?: { day: string; month: string; year: string };
  scopes: readonly { text: string; scope: Scope }[];
  /** Columns of the declaration's answers and comments; `commentColumns` are joined (1.00 does not merge them). */
  answerColumn: string;
  commentColumns: readonly string[];
  questions: readonly QuestionLayout[];
  policies: readonly PolicyLayout[];
  smelters: SmelterLayout;
  products?: ProductLayout;
  ownList?: OwnListLayout;
  /** Cell with the number of open items on the Checker sheet. */
  checker?: string;
}

const pick = (...pairs: [string, AnswerCode][]): Choice[] => pairs.map(([text, code]) => ({ text, code }));

const YES_NO = pick(["Yes", "yes"], ["No", "no"]);
const YES_NO_UNKNOWN = pick(["Yes", "yes"], ["No", "no"], ["Unknown", "unknown"]);
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
// The blank at the end of the second choice is the template's own.
const RATE_3 = pick(
  ["Yes, 100%", "pct100"],
  ["No, but greater than 75% ", "pctGt75"],
  ["No, but greater than 50%", "pctGt50"],
  ["No, but greater than 25%", "pctGt25"],
  ["No, but less than 25%", "pctLt25"],
  ["None", "none"],
);
// 6.01–6.22 store the first choice as the number 1 shown as 100 %.
const RATE_6 = pick(
  ["100%", "pct100"],
  ["Greater than 90%", "pctGt90"],
  ["Greater than 75%", "pctGt75"],
  ["Greater than 50%", "pctGt50"],
  ["50% or less", "pctLe50"],
  ["None", "none"],
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
const SCOPES_3: Layout["scopes"] = [
  { text: "A. Company", scope: "company" },
  { text: "B. Product (or List of Products)", scope: "product" },
  { text: "C. User defined [Specify in 'Description of scope']", scope: "userDefined" },
];

/** Questions every six rows from `first`, in the order given. */
function questionsFrom(first: number, list: [Question, readonly Choice[]][]): QuestionLayout[] {
  return list.map(([key, choices], index) => ({
    key,
    number: String(index + 1),
    row: first + 6 * index,
    choices,
  }));
}

/** Policy questions every two rows from `first`, lettered from A. */
function policiesFrom(first: number, list: [Policy, readonly Choice[]][]): PolicyLayout[] {
  return list.map(([key, choices], index) => ({
    key,
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
const COMPANY_3: Layout["company"] = {
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
const SMELTERS_6: SmelterLayout["columns"] = {
  idInput: "A",
  ...SMELTERS_3,
  standardName: "R",
  countryCode: "S",
  stateCode: "T",
};
const FORMULAS_6: SmelterLayout["formulas"] = [
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

/** The look-up sheet keeps its columns under both of its names. */
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
const PRODUCT_COLUMNS = { number: "B", name: "C", comments: "D" };
const COMMON = { declaration: "Declaration", answerColumn: "D", commentColumns: ["G"] } as const;

const QUESTIONS_2: [Question, readonly Choice[]][] = [
  ["necessaryInProduct", YES_NO],
  ["coveredCountries", YES_NO_UNCERTAIN],
  ["recycledOrScrap", YES_NO_UNCERTAIN],
  ["supplierResponseRate", RATE_2],
  ["allSmeltersIdentified", pick(["Yes all smelters have been provided", "yes"], ["No", "no"])],
  ["smeltersOnCompliantList", YES_NO_UNKNOWN],
];
const POLICIES_2: [Policy, readonly Choice[]][] = [
  ["policyEstablished", YES_NO],
  ["policyPublic", YES_NO],
  [
    "requireDrcConflictFree",
    pick(["Yes", "yes"], ["Yes included in standard contract language", "yesInContract"], ["No", "no"]),
  ],
  [
    "requireValidatedSmelters",
    pick(["Yes", "yes"], ["No", "no"], ["Planned once lists become available", "planned"]),
  ],
  ["dueDiligenceImplemented", YES_NO],
  ["supplierSurvey", YES_NO],
  ["requestSmelterNames", YES_NO],
  ["reviewSupplierInfo", AUDIT_METHODS],
  ["correctiveAction", YES_NO],
  ["annualDisclosure", YES_NO],
];
const QUESTIONS_3: [Question, readonly Choice[]][] = [
  ["intentionallyAdded", YES_NO],
  ["necessaryInProduct", YES_NO],
  ["coveredCountries", YES_NO_UNKNOWN],
  ["recycledOrScrap", YES_NO_UNKNOWN],
  ["supplierResponseRate", RATE_3],
  ["allSmeltersIdentified", YES_NO],
  ["allSmelterInfoReported", YES_NO_UNKNOWN],
];
const POLICIES_3: [Policy, readonly Choice[]][] = [
  ["policyEstablished", YES_NO],
  ["policyPublic", YES_NO],
  ["requireDrcConflictFree", YES_NO],
  ["requireValidatedSmelters", YES_NO],
  ["dueDiligenceImplemented", YES_NO],
  ["supplierSurvey", YES_NO],
  ["requestSmelterNames", YES_NO],
  ["reviewSupplierInfo", YES_NO],
  ["correctiveAction", YES_NO],
  ["annualDisclosure", YES_NO],
];

const ERA_3: Layout = {
  ...COMMON,
  era: "3",
  inferred: false,
  company: COMPANY_3,
  scopes: SCOPES_3,
  questions: questionsFrom(25, QUESTIONS_3),
  policies: policiesFrom(69, POLICIES_3),
  smelters: {
    sheet: "Smelter List",
    headerRow: 4,
    firstRow: 5,
    lastRow: 2504,
    columns: SMELTERS_3,
    formulas: ["name", "country", "id", "idSource"],
  },
  products: { sheet: "Product List", firstRow: 6, lastRow: 300, columns: PRODUCT_COLUMNS },
  // The alias sheet: one line per look-up name, with ID and source.
  ownList: {
    sheet: "K",
    firstRow: 2,
    columns: { metal: "A", lookupName: "B", country: "C", standardName: "D", id: "F", idSource: "G" },
  },
  checker: "D2",
};

const LAYOUTS: Record<Era, Layout> = {
  "1.00": {
    ...COMMON,
    era: "1.00",
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
      ["necessaryInProduct", YES_NO],
      ["coveredCountries", YES_NO_UNCERTAIN],
      ["recycledOrScrap", YES_NO_UNCERTAIN],
      ["allSmeltersIdentified", YES_NO],
      ["smeltersOnCompliantList", YES_NO_UNKNOWN],
    ]),
    policies: policiesFrom(51, [
      ["policyEstablished", YES_NO],
      ["policyPublic", YES_NO],
      ["requireDrcConflictFree", YES_NO],
      ["requireValidatedSmelters", YES_NO],
      ["dueDiligenceImplemented", YES_NO],
      ["allSupplierTemplatesReceived", YES_NO],
      ["supplierSurvey", YES_NO],
      ["requestSmelterNames", YES_NO],
      ["reviewSupplierInfo", AUDIT_METHODS],
      ["correctiveAction", YES_NO],
      ["annualDisclosure", YES_NO],
    ]),
    smelters: {
      sheet: "Smelter and Mine List",
      headerRow: 4,
      firstRow: 6,
      lastRow: 300,
      // Every second column is a narrow spacer, except E.
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
    },
  },
  "2.00": {
    ...COMMON,
    era: "2.00",
    inferred: false,
    company: COMPANY_2,
    scopes: SCOPES_2,
    questions: questionsFrom(21, QUESTIONS_2),
    policies: policiesFrom(59, POLICIES_2),
    smelters: {
      sheet: "Smelter List",
      headerRow: 4,
      firstRow: 5,
      lastRow: 1001,
      columns: {
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
      },
      formulas: ["id", "name", "country"],
    },
    products: { sheet: "Product List", firstRow: 6, lastRow: 300, columns: PRODUCT_COLUMNS },
    ownList: {
      sheet: "Standard Smelter Names",
      firstRow: 3,
      columns: { metal: "A", standardName: "B", aliases: "C", country: "D", legacyId: "E" },
    },
    checker: "D2",
  },
  "2.02": {
    ...COMMON,
    era: "2.02",
    inferred: false,
    company: COMPANY_2,
    scopes: SCOPES_2,
    questions: questionsFrom(21, QUESTIONS_2),
    policies: policiesFrom(59, POLICIES_2),
    smelters: {
      sheet: "Smelter List",
      headerRow: 4,
      firstRow: 5,
      lastRow: 2504,
      columns: SMELTERS_2_02,
      formulas: ["name", "country", "id"],
    },
    products: { sheet: "Product List", firstRow: 6, lastRow: 300, columns: PRODUCT_COLUMNS },
    ownList: {
      sheet: "Standard Smelter Names",
      firstRow: 3,
      columns: { metal: "A", standardName: "B", aliases: "C", country: "D", legacyId: "E" },
    },
    checker: "D2",
  },
  "3": ERA_3,
  "4": {
    ...ERA_3,
    era: "4",
    inferred: true,
    smelters: {
      ...ERA_3.smelters,
      // The ID input column came with 4.10; before it, column A is empty.
      columns: { idInput: "A", ...SMELTERS_3 },
      formulas: ["metal", "lookupName", "name", "country", "id", "idSource", "street", "city", "state"],
    },
    ownList: { sheet: "Smelter Reference List", firstRow: 5, columns: LOOK_UP_COLUMNS },
  },
  "5": {
    ...COMMON,
    era: "5",
    inferred: true,
    company: COMPANY_3,
    scopes: SCOPES_3,
    questions: questionsFrom(25, [
      ["intentionallyAdded", YES_NO],
      ["necessaryInProduct", YES_NO],
      ["coveredCountries", YES_NO_UNKNOWN],
      ["recycledOrScrap", YES_NO_UNKNOWN],
      ["supplierResponseRate", RATE_6],
      ["allSmeltersIdentified", YES_NO],
      ["allSmelterInfoReported", YES_NO],
    ]),
    policies: policiesFrom(69, [
      ["policyEstablished", YES_NO],
      ["policyPublic", YES_NO],
      ["requireDrcConflictFree", YES_NO],
      ["requireValidatedSmelters", YES_NO],
      ["dueDiligenceImplemented", YES_NO],
      ["supplierSurvey", SURVEY_6],
      ["reviewSupplierInfo", YES_NO],
      ["correctiveAction", YES_NO],
      ["annualDisclosure", YES_NO],
    ]),
    smelters: {
      sheet: "Smelter List",
      headerRow: 4,
      firstRow: 5,
      lastRow: 2504,
      columns: SMELTERS_6,
      formulas: FORMULAS_6,
    },
    products: { sheet: "Product List", firstRow: 6, lastRow: 1000, columns: PRODUCT_COLUMNS },
    ownList: { sheet: "Smelter Look-up", firstRow: 5, columns: LOOK_UP_COLUMNS },
    checker: "D2",
  },
  "6": {
    ...COMMON,
    era: "6",
    inferred: false,
    company: COMPANY_3,
    scopes: SCOPES_3,
    questions: questionsFrom(25, [
      ["intentionallyAdded", YES_NO],
      ["necessaryInProduct", YES_NO],
      ["coveredCountries", YES_NO_UNKNOWN],
      ["cahra", YES_NO_UNKNOWN],
      ["recycledOrScrap", YES_NO_UNKNOWN],
      ["supplierResponseRate", RATE_6],
      ["allSmeltersIdentified", YES_NO],
      ["allSmelterInfoReported", YES_NO],
    ]),
    policies: policiesFrom(75, [
      ["policyEstablished", YES_NO],
      ["policyPublic", YES_NO],
      ["requireValidatedSmelters", YES_NO],
      ["dueDiligenceImplemented", YES_NO],
      ["supplierSurvey", SURVEY_6],
      ["reviewSupplierInfo", YES_NO],
      ["correctiveAction", YES_NO],
      ["annualDisclosure", DISCLOSURE_6],
    ]),
    smelters: {
      sheet: "Smelter List",
      headerRow: 4,
      firstRow: 5,
      lastRow: 2504,
      columns: SMELTERS_6,
      formulas: FORMULAS_6,
    },
    products: { sheet: "Product List", firstRow: 6, lastRow: 2005, columns: PRODUCT_COLUMNS },
    ownList: { sheet: "Smelter Look-up", firstRow: 5, columns: LOOK_UP_COLUMNS },
    checker: "D2",
  },
};

/** The layout of a version; one that is not on the release ladder gets that of the nearest older release. */
export function layoutFor(version: string): Layout {
  return LAYOUTS[eraOf(version)];
}

/** Every layout, oldest era first. */
export function allLayouts(): readonly Layout[] {
  return Object.values(LAYOUTS).sort((a, b) => compareVersions(a.era, b.era));
}

/** The declaration cell of a question's answer for one metal, e.g. "Declaration!D27". */
export function answerCell(layout: Layout, question: QuestionLayout, metal: Metal): string {
  return `${layout.declaration}!${layout.answerColumn}${question.row + 1 + METALS.indexOf(metal)}`;
}

/** The declaration cell of a question's comment for one metal. */
export function commentCell(layout: Layout, question: QuestionLayout, metal: Metal): string {
  return `${layout.declaration}!${layout.commentColumns[0]}${question.row + 1 + METALS.indexOf(metal)}`;
}

/** The declaration cell of a policy question's answer. */
export function policyCell(layout: Layout, policy: PolicyLayout): string {
  return `${layout.declaration}!${layout.answerColumn}${policy.row}`;
}

/** The declaration cell of a policy question's comment. */
export function policyCommentCell(layout: Layout, policy: PolicyLayout): string {
  return `${layout.declaration}!${layout.commentColumns[0]}${policy.row}`;
}

/** The declaration cell of a company field; undefined where the era has no such field. The date of 1.00 gives its day. */
export function companyCell(layout: Layout, field: CompanyField): string | undefined {
  const cell =
    field === "effectiveDate" ? (layout.company[field] ?? layout.dateParts?.day) : layout.company[field];
  return cell === undefined ? undefined : `${layout.declaration}!${cell}`;
}

/** The question of a layout by its meaning; undefined where the era does not ask it. */
export function findQuestion(layout: Layout, key: Question): QuestionLayout | undefined {
  return layout.questions.find((question) => question.key === key);
}

/** The policy question of a layout by its meaning; undefined where the era does not ask it. */
export function findPolicy(layout: Layout, key: Policy): PolicyLayout | undefined {
  return layout.policies.find((policy) => policy.key === key);
}
