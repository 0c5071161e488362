// The Conflict Minerals Reporting Template as a family.
import type { Family } from "../form.ts";
import { EDITIONS } from "./editions.ts";
import { INQUIRY } from "./inquiry.ts";
import { LABELS } from "./labels.ts";
import { LEGACY_IDS } from "./legacy-ids.ts";
import { LETTER_WORDS } from "./letter-words.ts";
import { LIST_WORDS } from "./list-words.ts";
import { type Metal, MINERALS } from "./minerals.ts";
import { OPTION_WORDS } from "./option-words.ts";
import { PRACTICES, QUESTIONS } from "./questions.ts";
import { SHEET_NAMES } from "./sheet-names.ts";
import { NAMES, SIGNATURE } from "./signature.ts";

/** From the look-up lists of 6.x. */
export const FACILITIES: Record<Metal, { name: string; id: string; country: string }> = {
  tantalum: { name: "Taki Chemical Co., Ltd.", id: "CID001869", country: "JP" },
  tin: { name: "EM Vinto", id: "CID000438", country: "BO" },
  gold: { name: "8853 S.p.A.", id: "CID002763", country: "IT" },
  tungsten: { name: "Japan New Metals Co., Ltd.", id: "CID000825", country: "JP" },
};

export const CMRT: Family = {
  ...NAMES,
  signature: SIGNATURE,
  sheetNames: SHEET_NAMES,
  mineral: "metal",
  facilities: "smelters and refiners",
  minerals: MINERALS,
  questions: QUESTIONS,
  practices: PRACTICES,
  optionWords: OPTION_WORDS,
  labels: LABELS,
  listWords: LIST_WORDS,
  letterWords: LETTER_WORDS,
  legacyIds: LEGACY_IDS,
  editions: EDITIONS,
  inquiry: INQUIRY,
  fillableAs: "CMRT 6.x",
  example: {
    version: "6.5",
    facilities: FACILITIES,
  },
};
