// The Additional Minerals Reporting Template as a family.
import { SHEET_NAMES } from "../cmrt/sheet-names.ts";
import { MINE_SHEET_NAMES } from "../emrt/family.ts";
import { LABELS } from "../emrt/labels.ts";
import { OPTION_WORDS } from "../emrt/option-words.ts";
import { QUESTIONS as OF_EMRT } from "../emrt/questions.ts";
import type { Family } from "../form.ts";
import { EDITIONS } from "./editions.ts";
import { LETTER_WORDS } from "./letter-words.ts";
import { MINERALS } from "./minerals.ts";

const ASKED: readonly string[] = ["intentionallyAdded", "supplierResponseRate"];

export const AMRT: Family = {
  id: "AMRT",
  title: "Additional Minerals Reporting Template",
  titles: ["Additional Minerals Reporting Template"],
  ownSheets: ["Minerals Scope"],
  signature: {
    titlesOfOld: [],
    tellingSheets: [],
    versionSigns: [
      { version: "1.3", by: "sheet Smelter Look-up", signs: [{ sheet: "Smelter Look-up" }] },
      { version: "1.2", by: "sheet Minerals Scope", signs: [] },
    ],
  },
  sheetNames: { ...SHEET_NAMES, mines: MINE_SHEET_NAMES },
  mineral: "mineral",
  facilities: "smelters and processors",
  minerals: MINERALS,
  namesOthers: true,
  questions: OF_EMRT.filter(({ key }) => ASKED.includes(key)),
  practices: [],
  optionWords: OPTION_WORDS,
  // Some languages have the same header for the look-up and the name.
  labels: {
    ...LABELS,
    smelters: {
      ...LABELS.smelters,
      lookupName: [
        ...(LABELS.smelters.lookupName ?? []),
        "冶炼厂名称",
        "製錬所名",
        "제련소 이름",
        "Nom de la fonderie",
        "Schmelzhüttenname",
      ],
    },
  },
  letterWords: LETTER_WORDS,
  legacyIds: {},
  editions: EDITIONS,
  inquiry: null,
  fillableAs: "AMRT 1.3 or newer",
  example: {
    version: "1.3",
    // From the look-up list of 1.3.
    facilities: {
      aluminum: {
        name: "Hindalco Industries Ltd - Renukoot Complex Smelter",
        id: "CID004817",
        country: "IN",
      },
      manganese: { name: "Hunan Brunp Recycling Technology Co., Ltd.", id: "CID004795", country: "CN" },
      silver: { name: "Young Poong Sukpo Smelter", id: "CID005290", country: "KR" },
      zinc: { name: "Young Poong Sukpo Smelter", id: "CID005224", country: "KR" },
    },
  },
};
