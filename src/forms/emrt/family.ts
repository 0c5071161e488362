// The Extended Minerals Reporting Template as a family.
import { SHEET_NAMES } from "../cmrt/sheet-names.ts";
import type { Family } from "../form.ts";
import type { SheetNames } from "../sheet-names.ts";
import { EDITIONS } from "./editions.ts";
import { LABELS } from "./labels.ts";
import { LETTER_WORDS } from "./letter-words.ts";
import { MINERALS } from "./minerals.ts";
import { OPTION_WORDS } from "./option-words.ts";
import { PRACTICES, QUESTIONS } from "./questions.ts";

/** Names that people give a mine list. */
export const MINE_SHEET_NAMES: SheetNames = {
  within: [
    "Mines List",
    "List of Mines",
    "Mine Listing",
    "Liste des mines",
    "Liste der Minen",
    "Minenliste",
    "矿山清单",
    "矿厂清单",
    "鉱山リスト",
    "광산 목록",
  ],
  alone: ["Mines", "Mine"],
};

export const EMRT: Family = {
  id: "EMRT",
  title: "Extended Mineral Reporting Template",
  titles: ["Extended Mineral Reporting Template", "Extended Minerals Reporting Template"],
  ownSheets: ["Mine List"],
  signature: {
    titlesOfOld: [],
    tellingSheets: [],
    // The hidden list of choices of 1.x, whose sheets are those of the CMRT.
    tellingCells: [{ sheet: "Declaration", cell: "B93", text: /^Not applicable for this declaration$/i }],
    versionSigns: [
      {
        version: "2.1",
        by: "Product List!D5",
        signs: [{ sheet: "Mine List" }, { sheet: "Product List", cell: "D5", text: /^\s*Requester/ }],
      },
      { version: "2.0", by: "sheet Mine List", signs: [{ sheet: "Mine List" }] },
      { version: "1.3", by: "the sheets", signs: [] },
    ],
  },
  sheetNames: { ...SHEET_NAMES, mines: MINE_SHEET_NAMES },
  mineral: "mineral",
  facilities: "smelters and processors",
  minerals: MINERALS,
  questions: QUESTIONS,
  practices: PRACTICES,
  optionWords: OPTION_WORDS,
  labels: LABELS,
  letterWords: LETTER_WORDS,
  legacyIds: {},
  editions: EDITIONS,
  inquiry: null,
  fillableAs: "EMRT 2.x",
  example: {
    version: "2.1",
    // From the look-up list of 2.1, which has no facility for graphite.
    facilities: {
      cobalt: { name: "NORILSK NICKEL HARJAVALTA OY", id: "CID003390", country: "FI" },
      copper: { name: "CCR Refinery - Glencore Canada Corporation", id: "CID004087", country: "CA" },
      lithium: { name: "Ningdu Ganfeng Lithium Co., Ltd.", id: "CID003715", country: "CN" },
      mica: { name: "DARUKA INTERNATIONAL", id: "CID003621", country: "IN" },
      nickel: { name: "Jiangmen Chancsun Umicore Industry Co.,Ltd", id: "CID004708", country: "CN" },
    },
  },
};
