// Cell addresses in an AMRT, by layout generation. Those of 1.2 and 1.3 were read from official workbooks; those of the
// editions between and after them are inferred.

import type { Language } from "../../model/vocabulary.ts";
import {
  FORMULAS_6,
  LOOK_UP,
  pick,
  RATE_6_NUMBER,
  SCOPES_3,
  SMELTERS_6,
  YES_NO_UNKNOWN,
} from "../cmrt/layouts.ts";
import { MINES, PRODUCTS, REQUESTED_COLUMNS } from "../emrt/layouts.ts";
import type { Choice, Layout, QuestionLayout, ReasonsLayout, SelectionLayout } from "../form.ts";

const USED = [...YES_NO_UNKNOWN, ...pick(["Not declaring", "notDeclaring"])];
const RATE = [...RATE_6_NUMBER, ...pick(["Unknown", "unknown"], ["Did not survey", "didNotSurvey"])];

/** A missing response rate is marked but not counted. */
const questions = (used: number, rate: number): QuestionLayout[] => [
  { key: "intentionallyAdded", meaning: "used", number: "1", row: used, choices: USED },
  {
    key: "supplierResponseRate",
    meaning: "responseRate",
    number: "2",
    row: rate,
    choices: RATE,
    optional: true,
  },
];

/** Company fields from the ID on are in consecutive rows. */
const company = (first: number): Layout["company"] => {
  const at = (index: number) => `D${first + index}`;
  return {
    companyName: "D8",
    scope: "D9",
    scopeDescription: "D10",
    companyUniqueId: at(0),
    companyUniqueIdAuthority: at(1),
    address: at(2),
    contactName: at(3),
    contactEmail: at(4),
    contactPhone: at(5),
    authorizerName: at(6),
    authorizerTitle: at(7),
    authorizerEmail: at(8),
    authorizerPhone: at(9),
    effectiveDate: at(10),
  };
};

const CELLS = ["D12", "E12", "G12", "H12", "I12", "D13", "E13", "G13", "H13", "I13"];
const COVERED = ["F12", "F13"];
/** The cell for another mineral's name is three rows below its choice. */
const named = (at: string): string => `${at.slice(0, 1)}${Number(at.slice(1)) + 3}`;

const REASONS: ReasonsLayout = {
  sheet: "Minerals Scope",
  firstRow: 8,
  lastRow: 17,
  columns: { mineral: "B", reason: "C" },
  headers: { mineral: "Select Minerals/Metals in Scope", reason: "Reasons for inclusion on the AMRT" },
};

const COMMON = {
  inferred: false,
  declaration: "Declaration",
  revisionCell: "J3",
  languageCell: "D3",
  answerColumn: "D",
  commentColumns: ["G"],
  scopes: SCOPES_3,
  policies: [],
  mines: MINES,
  reasons: REASONS,
  checker: "D2",
} as const;

/** Yes, No and Unknown as in the list of a form in this language. */
const inLanguage = (language: Language, yes: string, no: string, unknown: string): Choice[] =>
  pick([yes, "yes"], [no, "no"], [unknown, "unknown"]).map((choice) => ({ ...choice, language }));

/** The choices for recycled feedstock are in the language of the form. */
const RECYCLED = [
  ...YES_NO_UNKNOWN,
  ...inLanguage("zh", "是", "否", "未知"),
  ...inLanguage("ja", "はい", "いいえ", "不明"),
  ...inLanguage("ko", "예", "아니오", "파악되지 않음"),
  ...inLanguage("fr", "Oui", "Non", "Inconnu"),
  ...inLanguage("de", "Ja", "Nein", "Nicht bekannt"),
];

/** Minerals are typed, and so is the whole smelter list. */
export const LAYOUT_1_2: Layout = {
  ...COMMON,
  generation: "1.2",
  minerals: [],
  selection: { rows: 10, covered: COVERED, cells: CELLS.map((at) => ({ at })) },
  company: company(14),
  questions: questions(27, 39),
  smelters: {
    sheet: "Smelter List",
    headerRow: 4,
    firstRow: 5,
    lastRow: 2504,
    columns: {
      metal: "A",
      name: "B",
      country: "C",
      id: "D",
      idSource: "E",
      street: "F",
      city: "G",
      state: "H",
      contactName: "I",
      contactEmail: "J",
      nextSteps: "K",
      mineNames: "L",
      mineCountries: "M",
      recycled: "N",
      comments: "O",
    },
    formulas: [],
    recycledChoices: RECYCLED,
    offersNotIdentified: false,
  },
  products: { ...PRODUCTS, lastRow: 2005 },
};

/** 1.21 changed a text on the sheet of reasons; no workbook of it was available. */
export const LAYOUT_1_21: Layout = { ...LAYOUT_1_2, generation: "1.21", inferred: true };

const OFFERED_1_3 = [
  ...["aluminum", "iridium", "lime", "manganese", "palladium", "platinum", "rare earth elements"],
  ...["rhodium", "ruthenium", "silver", "soda ash", "zinc"],
];

/** Minerals are selected from a list, and facilities from a look-up. */
export const LAYOUT_1_3: Layout = {
  ...COMMON,
  generation: "1.3",
  minerals: [],
  selection: {
    rows: 10,
    covered: COVERED,
    other: "Other [specify below]",
    offers: OFFERED_1_3,
    cells: CELLS.map((at) => ({ at, nameAt: named(at) })),
  },
  company: company(17),
  questions: questions(30, 42),
  smelters: {
    sheet: "Smelter List",
    headerRow: 4,
    firstRow: 5,
    lastRow: 2504,
    columns: SMELTERS_6,
    formulas: FORMULAS_6,
    recycledChoices: RECYCLED,
    offersNotIdentified: true,
  },
  products: { ...PRODUCTS, lastRow: 2005, columns: REQUESTED_COLUMNS },
  ownList: LOOK_UP,
};

/** Since 1.31 the list of minerals has six more entries, according to a public program that fills it in. */
export const LAYOUT_1_31: Layout = {
  ...LAYOUT_1_3,
  generation: "1.31",
  inferred: true,
  selection: {
    ...(LAYOUT_1_3.selection as SelectionLayout),
    offers: [...OFFERED_1_3, "cadmium", "lead", "molybdenum", "rhenium", "selenium", "tellurium"],
  },
};
