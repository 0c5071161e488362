// The Cobalt Reporting Template, which the EMRT replaced in 2021, as a family. Only its last release was available.
import type { LetterLanguage, PracticeId } from "../../model/vocabulary.ts";
import {
  COMPANY_3,
  FORMULAS_6,
  LOOK_UP,
  pick,
  RATE_6_NUMBER,
  SCOPES_3,
  SMELTERS_6,
  YES_NO,
  YES_NO_UNKNOWN,
} from "../cmrt/layouts.ts";
import { SHEET_NAMES } from "../cmrt/sheet-names.ts";
import { QUIRKS } from "../emrt/editions.ts";
import { LABELS } from "../emrt/labels.ts";
import { PRODUCTS } from "../emrt/layouts.ts";
import { LETTER_WORDS as OF_EMRT } from "../emrt/letter-words.ts";
import { MINERALS } from "../emrt/minerals.ts";
import { OPTION_WORDS } from "../emrt/option-words.ts";
import { QUESTIONS, PRACTICES as SHARED } from "../emrt/questions.ts";
import { REQUIRED_2 } from "../emrt/requirements.ts";
import type {
  Edition,
  Family,
  Layout,
  LetterWords,
  PolicyLayout,
  Practice,
  PracticeMeaning,
} from "../form.ts";

/** Three of them are in no other family; the public policy is a single question. */
const PRACTICES: readonly Practice[] = [
  ...SHARED.filter(({ key }) => key !== "policyEstablished"),
  {
    key: "policyCoversAnnexII",
    topic: "policy covers the risks of Annex II and child labour",
    probe: /policy cover/i,
    better: "yes",
  },
  {
    key: "requireSupplierDueDiligence",
    topic: "suppliers required to carry out due diligence",
    probe: /require suppliers/i,
    better: "yes",
  },
  {
    key: "requireValidatedSmelters",
    topic: "suppliers required to use validated smelters",
    probe: /direct suppliers/i,
    better: "yes",
  },
  {
    key: "requireSupplierAnnexII",
    topic: "suppliers' due diligence covers the risks of Annex II",
    probe: /suppliers.? due diligence/i,
    better: "yes",
  },
];

const policy = (
  index: number,
  key: PracticeId,
  meaning: PracticeMeaning,
  choices: PolicyLayout["choices"] = YES_NO,
): PolicyLayout => ({
  key,
  meaning,
  letter: String.fromCharCode(65 + index),
  row: 63 + 2 * index,
  choices,
});

/** Below each question, the rows of three other minerals contain constants, which are not answers. */
const LAYOUT: Layout = {
  generation: "2.2",
  inferred: false,
  minerals: ["cobalt"],
  declaration: "Declaration",
  revisionCell: "J3",
  languageCell: "D3",
  answerColumn: "D",
  commentColumns: ["G"],
  company: COMPANY_3,
  scopes: SCOPES_3,
  questions: [
    { key: "intentionallyAdded", meaning: "used", number: "1", row: 25, choices: YES_NO_UNKNOWN },
    {
      key: "cahra",
      meaning: "cahraOrigin",
      number: "2",
      row: 31,
      choices: [...YES_NO_UNKNOWN, ...pick(["DRC or adjoining countries only", "yesDrcOrAdjoiningOnly"])],
    },
    { key: "recycledOrScrap", meaning: "recycledAll", number: "3", row: 37, choices: YES_NO_UNKNOWN },
    { key: "supplierResponseRate", meaning: "responseRate", number: "4", row: 43, choices: RATE_6_NUMBER },
    {
      key: "allSmeltersIdentified",
      meaning: "smeltersIdentified",
      number: "5",
      row: 49,
      choices: YES_NO_UNKNOWN,
    },
    {
      key: "allSmelterInfoReported",
      meaning: "smelterInfoReported",
      number: "6",
      row: 55,
      choices: YES_NO_UNKNOWN,
    },
  ],
  policies: [
    policy(0, "policyPublic", "publishesPolicy"),
    policy(1, "policyCoversAnnexII", "policyCoversRisks"),
    policy(2, "dueDiligenceImplemented", "carriesOutDueDiligence"),
    policy(3, "requireSupplierDueDiligence", "requiresDueDiligence"),
    policy(4, "requireValidatedSmelters", "requiresValidatedSmelters"),
    policy(5, "requireSupplierAnnexII", "requiresRiskCover"),
    policy(
      6,
      "supplierSurvey",
      "surveysSuppliers",
      pick(
        ["Yes, CRT", "yesStandardForm"],
        ["Yes, Using Other Format (Describe)", "yesOtherFormat"],
        ["No", "no"],
      ),
    ),
    policy(7, "reviewSupplierInfo", "reviewsInformation"),
    policy(8, "correctiveAction", "takesCorrectiveAction"),
  ],
  smelters: {
    sheet: "Smelter List",
    headerRow: 4,
    firstRow: 5,
    lastRow: 2500,
    columns: SMELTERS_6,
    formulas: FORMULAS_6,
    recycledChoices: YES_NO_UNKNOWN,
    offersNotIdentified: true,
  },
  products: PRODUCTS,
  ownList: LOOK_UP,
  checker: "D2",
};

const EDITIONS: readonly Edition[] = [
  {
    version: "2.2",
    released: "2020-10-28",
    layout: LAYOUT,
    required: {
      ...REQUIRED_2,
      exempt: "firstOrUnknown",
      outOfScope: "first",
      notListedDetails: "shown",
      otherFormatCounts: true,
    },
    quirks: QUIRKS,
    fillable: { whyNot: "CRTs were replaced by EMRTs" },
  },
];

const OWN_WORDS: Record<LetterLanguage, Readonly<Record<string, string>>> = {
  en: {
    policyCoversAnnexII: "policy covers Annex II and child labour",
    requireSupplierDueDiligence: "suppliers required to carry out due diligence",
    requireSupplierAnnexII: "suppliers' due diligence covers Annex II",
  },
  ja: {
    policyCoversAnnexII: "方針による附属書II及び児童労働の対象化",
    requireSupplierDueDiligence: "サプライヤーへのデュー・デリジェンスの要求",
    requireSupplierAnnexII: "サプライヤーのデュー・デリジェンスによる附属書IIの対象化",
  },
  zh: {
    policyCoversAnnexII: "政策涵盖附件二风险及童工",
    requireSupplierDueDiligence: "要求供应商开展尽职调查",
    requireSupplierAnnexII: "供应商的尽职调查涵盖附件二风险",
  },
  de: {
    policyCoversAnnexII: "Richtlinie deckt Anhang II und Kinderarbeit ab",
    requireSupplierDueDiligence: "Sorgfaltspflicht von Lieferanten verlangt",
    requireSupplierAnnexII: "Sorgfaltspflicht der Lieferanten deckt Anhang II ab",
  },
  fr: {
    policyCoversAnnexII: "politique couvrant l’annexe II et le travail des enfants",
    requireSupplierDueDiligence: "diligence raisonnable exigée des fournisseurs",
    requireSupplierAnnexII: "diligence raisonnable des fournisseurs couvrant l’annexe II",
  },
  es: {
    policyCoversAnnexII: "política que cubre el Anexo II y el trabajo infantil",
    requireSupplierDueDiligence: "diligencia debida exigida a los proveedores",
    requireSupplierAnnexII: "diligencia debida de los proveedores que cubre el Anexo II",
  },
  pt: {
    policyCoversAnnexII: "política que abrange o Anexo II e o trabalho infantil",
    requireSupplierDueDiligence: "diligência devida exigida dos fornecedores",
    requireSupplierAnnexII: "diligência devida dos fornecedores que abrange o Anexo II",
  },
  it: {
    policyCoversAnnexII: "politica che copre l’Allegato II e il lavoro minorile",
    requireSupplierDueDiligence: "due diligence richiesta ai fornitori",
    requireSupplierAnnexII: "due diligence dei fornitori che copre l’Allegato II",
  },
  tr: {
    policyCoversAnnexII: "politikanın Ek II ile çocuk işçiliğini kapsaması",
    requireSupplierDueDiligence: "tedarikçilerden ayrıntılı inceleme talebi",
    requireSupplierAnnexII: "tedarikçilerin ayrıntılı incelemesinin Ek II risklerini kapsaması",
  },
  ko: {
    policyCoversAnnexII: "부속서 II 및 아동 노동을 포함하는 정책",
    requireSupplierDueDiligence: "공급업체에 대한 실사 요구",
    requireSupplierAnnexII: "부속서 II를 포함하는 공급업체의 실사",
  },
};

const letterWords = (language: LetterLanguage): LetterWords => {
  const { metal, question, policy: ofCompany } = OF_EMRT[language];
  return { metal, question, policy: { ...ofCompany, ...OWN_WORDS[language] } };
};

export const CRT: Family = {
  id: "CRT",
  title: "Cobalt Reporting Template",
  titles: ["Cobalt Reporting Template"],
  ownSheets: [],
  signature: {
    titlesOfOld: [],
    tellingSheets: [],
    versionSigns: [{ version: "2.2", by: "the sheets", signs: [] }],
  },
  sheetNames: SHEET_NAMES,
  mineral: "mineral",
  facilities: "refiners",
  minerals: MINERALS.filter(({ id }) => id === "cobalt"),
  questions: QUESTIONS.filter(({ key }) => LAYOUT.questions.some((asked) => asked.key === key)),
  practices: PRACTICES,
  optionWords: OPTION_WORDS,
  labels: LABELS,
  letterWords: {
    en: letterWords("en"),
    ja: letterWords("ja"),
    zh: letterWords("zh"),
    de: letterWords("de"),
    fr: letterWords("fr"),
    es: letterWords("es"),
    pt: letterWords("pt"),
    it: letterWords("it"),
    tr: letterWords("tr"),
    ko: letterWords("ko"),
  },
  legacyIds: {},
  editions: EDITIONS,
  inquiry: null,
  fillableAs: null,
  example: {
    version: "2.2",
    // From its look-up list.
    facilities: { cobalt: { name: "METAL MINES SARL", id: "CID003385", country: "CD" } },
  },
};
