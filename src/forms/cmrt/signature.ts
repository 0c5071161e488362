// How a CMRT is distinguished from other workbooks, and its edition recognised if the revision text is missing.
import type { KnownTemplate, Signature } from "../form.ts";

export const NAMES: KnownTemplate = {
  id: "CMRT",
  title: "Conflict Minerals Reporting Template",
  titles: ["Conflict Minerals Reporting Template"],
  ownSheets: ["Smelter and Mine List"],
};

const STANDARD_NAMES: { sheet: string } = { sheet: "Standard Smelter Names" };

export const SIGNATURE: Signature = {
  // 1.00 to 2.03a; later titles end in "(CMRT)" in every language.
  titlesOfOld: [
    "Conflict Minerals Reporting Template",
    "无冲突金属报告模板",
    "紛争鉱物報告テンプレート",
    "분쟁광물 사용보고 템플릿",
    "Modèle de rapport sur les minerais des zones de conflit",
    "Relátório de Minerais de Conflito conforme este modelo.",
    "Konfliktmineralien-Fragebogen",
    "Templete de reporte para minerales conflictivos",
    "Modello di Report sui Conflict Mineral",
  ],
  tellingSheets: ["Standard Smelter Names", "Smelter Reference List"],
  versionsTellFrom: "3.00",
  // Signs of each generation; if several look alike, the oldest is used.
  versionSigns: [
    {
      version: "1.00",
      by: "sheet Smelter and Mine List",
      signs: [{ sheet: "Smelter and Mine List" }],
    },
    {
      version: "4.00",
      by: "sheet Smelter Reference List",
      signs: [{ sheet: "Smelter Reference List" }],
    },
    // The last header is in Q since 3.x, in O in 2.02 and 2.03, and in N before.
    {
      version: "3.00",
      by: "Smelter List!Q4",
      signs: [STANDARD_NAMES, { sheet: "Smelter List", cell: "Q4" }],
    },
    {
      version: "2.03",
      by: "sheet L",
      signs: [STANDARD_NAMES, { sheet: "Smelter List", cell: "O4" }, { sheet: "L" }],
    },
    {
      version: "2.02",
      by: "Smelter List!O4",
      signs: [STANDARD_NAMES, { sheet: "Smelter List", cell: "O4" }],
    },
    { version: "2.00", by: "sheet Standard Smelter Names", signs: [STANDARD_NAMES] },
    // Since 6.00 there is a question 8.
    {
      version: "5.00",
      by: "the questions of Declaration",
      signs: [{ sheet: "Declaration", asks: "8", not: true }],
    },
    {
      version: "6.6",
      by: "Product List!D5",
      signs: [{ sheet: "Product List", cell: "D5", text: /^\s*Requester/ }],
    },
    {
      version: "6.5",
      by: "Product List!B5",
      signs: [{ sheet: "Product List", cell: "B5", text: /^\s*Responder/ }],
    },
    {
      version: "6.31",
      by: "the hidden lists of Declaration",
      signs: [{ sheet: "Declaration", longerThan: 111 }],
    },
    { version: "6.01", by: "the hidden lists of Declaration", signs: [] },
  ],
};
