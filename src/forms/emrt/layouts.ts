// Cell addresses in an EMRT, by layout generation. Those of 1.1 to 1.3, 2.0 and 2.1 were read from official workbooks;
// those of 1.0 to 1.02 and since 2.11 are inferred from their neighbours.
import type { MineralId } from "../../model/vocabulary.ts";
import {
  COMPANY_3,
  FORMULAS_6,
  LOOK_UP,
  PRODUCT_COLUMNS,
  pick,
  RATE_6,
  RATE_6_NUMBER,
  SCOPES_3,
  SMELTERS_6,
  YES_NO,
  YES_NO_UNKNOWN,
} from "../cmrt/layouts.ts";
import type {
  Choice,
  Layout,
  Meaning,
  MineLayout,
  PolicyLayout,
  PracticeMeaning,
  QuestionLayout,
  SmelterLayout,
} from "../form.ts";
import type { EmrtMineral } from "./minerals.ts";
import type { PracticeKey, QuestionKey } from "./questions.ts";

const SURVEY = pick(
  ["Yes, in conformance with IPC1755 (e.g. EMRT)", "yesIpc1755"],
  ["Yes, Using Other Format (Describe)", "yesOtherFormat"],
  ["No", "no"],
);
const VALIDATION = pick(
  ["Yes", "yes"],
  ["Yes, when more processors are validated", "yesWhenMoreValidated"],
  ["No", "no"],
);
const USED_1 = [...YES_NO_UNKNOWN, ...pick(["Not applicable for this declaration", "notApplicable"])];
const USED_2 = [...YES_NO_UNKNOWN, ...pick(["Not declaring", "notDeclaring"])];
const RATE_2 = [...RATE_6, ...pick(["Did not survey", "didNotSurvey"])];

interface Asked {
  key: QuestionKey;
  meaning: Meaning;
  number: string;
  choices: readonly Choice[];
  choicesOf?: Partial<Record<EmrtMineral, readonly Choice[]>>;
  notOf?: readonly EmrtMineral[];
}

const question = (row: number, { choicesOf, ...asked }: Asked): QuestionLayout => ({
  ...asked,
  row,
  ...(choicesOf === undefined ? {} : { choicesOf: choicesOf as Record<MineralId, readonly Choice[]> }),
});

const policy = (
  letter: string,
  row: number,
  key: PracticeKey,
  meaning: PracticeMeaning,
  choices: readonly Choice[] = YES_NO,
): PolicyLayout => ({ key, meaning, letter, row, choices });

const SMELTERS: SmelterLayout = {
  sheet: "Smelter List",
  headerRow: 4,
  firstRow: 5,
  lastRow: 2500,
  columns: SMELTERS_6,
  formulas: FORMULAS_6,
  recycledChoices: YES_NO_UNKNOWN,
  offersNotIdentified: true,
};

/** The mine list of EMRT and AMRT. */
export const MINES: MineLayout = {
  sheet: "Mine List",
  firstRow: 5,
  lastRow: 2504,
  columns: {
    metal: "A",
    smelter: "B",
    name: "C",
    id: "D",
    idSource: "E",
    country: "F",
    street: "G",
    city: "H",
    state: "I",
    contactName: "J",
    contactEmail: "K",
    nextSteps: "L",
    comments: "M",
  },
};

export const PRODUCTS = { sheet: "Product List", firstRow: 6, lastRow: 1000, columns: PRODUCT_COLUMNS };
/** With the requesting customer's numbers and names. */
export const REQUESTED_COLUMNS = {
  number: "B",
  name: "C",
  requesterNumber: "D",
  requesterName: "E",
  comments: "F",
};

const COMMON = {
  inferred: false,
  declaration: "Declaration",
  revisionCell: "J3",
  languageCell: "D3",
  answerColumn: "D",
  commentColumns: ["G"],
  scopes: SCOPES_3,
  ownList: LOOK_UP,
  checker: "D2",
} as const;

/** Two minerals in fixed rows; below them are constants for two more, which are not answers. */
export const LAYOUT_1: Layout = {
  ...COMMON,
  generation: "1",
  minerals: ["cobalt", "mica"],
  company: COMPANY_3,
  questions: [
    question(25, { key: "intentionallyAdded", meaning: "used", number: "1", choices: USED_1 }),
    question(31, { key: "necessaryInProduct", meaning: "necessary", number: "2", choices: YES_NO_UNKNOWN }),
    question(37, {
      key: "cahra",
      meaning: "cahraOrigin",
      number: "3",
      choices: YES_NO_UNKNOWN,
      choicesOf: {
        cobalt: [...YES_NO_UNKNOWN, ...pick(["DRC only", "yesDrcOnly"])],
        mica: [...YES_NO_UNKNOWN, ...pick(["India and/or Madagascar only", "yesIndiaOrMadagascarOnly"])],
      },
    }),
    question(43, {
      key: "recycledOrScrap",
      meaning: "recycledAll",
      number: "4",
      choices: YES_NO_UNKNOWN,
      notOf: ["mica"],
    }),
    question(49, {
      key: "supplierResponseRate",
      meaning: "responseRate",
      number: "5",
      choices: RATE_6_NUMBER,
    }),
    question(55, {
      key: "allSmeltersIdentified",
      meaning: "smeltersIdentified",
      number: "6",
      choices: YES_NO_UNKNOWN,
    }),
    question(61, {
      key: "allSmelterInfoReported",
      meaning: "smelterInfoReported",
      number: "7",
      choices: YES_NO_UNKNOWN,
    }),
    question(73, {
      key: "requireValidatedSmelters",
      meaning: "requiresValidation",
      number: "C",
      choices: VALIDATION,
      choicesOf: { cobalt: YES_NO },
    }),
  ],
  policies: [
    policy("A", 69, "policyEstablished", "hasPolicy"),
    policy("B", 71, "policyPublic", "publishesPolicy"),
    policy("D", 77, "dueDiligenceImplemented", "carriesOutDueDiligence"),
    policy("E", 79, "supplierSurvey", "surveysSuppliers", SURVEY),
    policy("F", 81, "reviewSupplierInfo", "reviewsInformation"),
    policy("G", 83, "correctiveAction", "takesCorrectiveAction"),
  ],
  smelters: SMELTERS,
  products: PRODUCTS,
};

/** No workbook of 1.0 to 1.02 was available. */
export const LAYOUT_1_0: Layout = { ...LAYOUT_1, generation: "1.0", inferred: true };

const COMPANY: Layout["company"] = {
  companyName: "D8",
  scope: "D9",
  scopeDescription: "D10",
  companyUniqueId: "D16",
  companyUniqueIdAuthority: "D17",
  address: "D18",
  contactName: "D19",
  contactEmail: "D20",
  contactPhone: "D21",
  authorizerName: "D22",
  authorizerTitle: "D23",
  authorizerEmail: "D24",
  authorizerPhone: "D25",
  effectiveDate: "D26",
};

/** Up to six minerals, selected on the form. */
export const LAYOUT_2: Layout = {
  ...COMMON,
  generation: "2.0",
  minerals: ["cobalt", "copper", "graphite", "lithium", "mica", "nickel"],
  selection: {
    rows: 10,
    covered: ["F12", "F13"],
    cells: [
      { at: "D12", none: "(Delete Cobalt)" },
      { at: "E12", none: "(Delete Copper)" },
      { at: "G12", none: "(Delete Graphite)" },
      { at: "D13", none: "(Delete Lithium)" },
      { at: "E13", none: "(Delete Mica)" },
      { at: "G13", none: "(Delete Nickel)" },
    ],
  },
  company: COMPANY,
  questions: [
    question(29, { key: "intentionallyAdded", meaning: "used", number: "1", choices: USED_2 }),
    question(41, { key: "necessaryInProduct", meaning: "necessary", number: "2", choices: YES_NO_UNKNOWN }),
    question(53, { key: "cahra", meaning: "cahraOrigin", number: "3", choices: YES_NO_UNKNOWN }),
    question(65, { key: "recycledOrScrap", meaning: "recycledAll", number: "4", choices: YES_NO_UNKNOWN }),
    question(77, { key: "supplierResponseRate", meaning: "responseRate", number: "5", choices: RATE_2 }),
    question(89, {
      key: "allSmeltersIdentified",
      meaning: "smeltersIdentified",
      number: "6",
      choices: YES_NO_UNKNOWN,
    }),
    question(101, {
      key: "allSmelterInfoReported",
      meaning: "smelterInfoReported",
      number: "7",
      choices: YES_NO_UNKNOWN,
    }),
    question(119, {
      key: "requireValidatedSmelters",
      meaning: "requiresValidation",
      number: "C",
      choices: VALIDATION,
    }),
  ],
  policies: [
    policy("A", 115, "policyEstablished", "hasPolicy"),
    policy("B", 117, "policyPublic", "publishesPolicy"),
    policy("D", 131, "dueDiligenceImplemented", "carriesOutDueDiligence"),
    policy("E", 133, "supplierSurvey", "surveysSuppliers", SURVEY),
    policy("F", 135, "reviewSupplierInfo", "reviewsInformation"),
    policy("G", 137, "correctiveAction", "takesCorrectiveAction"),
  ],
  smelters: { ...SMELTERS, lastRow: 2504 },
  products: PRODUCTS,
  mines: MINES,
};

export const LAYOUT_2_1: Layout = {
  ...LAYOUT_2,
  generation: "2.1",
  smelters: { ...SMELTERS, lastRow: 2497 },
  products: { ...PRODUCTS, columns: REQUESTED_COLUMNS },
};

/** Since 2.11, according to a public program that fills it in: everything as in 2.1. */
export const LAYOUT_2_11: Layout = { ...LAYOUT_2_1, generation: "2.11", inferred: true };
