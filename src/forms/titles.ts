// What the RMI's templates call themselves, for telling a CMRT from its sisters.

export interface Family {
  abbreviation: "CMRT" | "EMRT" | "CRT" | "AMRT" | "PRT";
  /** English title, constant on the Revision sheet in every language setting. */
  title: string;
}

export const FAMILIES: readonly Family[] = [
  { abbreviation: "CMRT", title: "Conflict Minerals Reporting Template" },
  { abbreviation: "EMRT", title: "Extended Mineral Reporting Template" },
  { abbreviation: "EMRT", title: "Extended Minerals Reporting Template" },
  { abbreviation: "CRT", title: "Cobalt Reporting Template" },
  { abbreviation: "AMRT", title: "Additional Minerals Reporting Template" },
  { abbreviation: "PRT", title: "Pilot Reporting Template" },
];

/** Titles of the declaration in 1.00–2.03a, which carry no abbreviation and follow the language. */
export const OLD_TITLES: readonly string[] = [
  "Conflict Minerals Reporting Template",
  "无冲突金属报告模板",
  "紛争鉱物報告テンプレート",
  "분쟁광물 사용보고 템플릿",
  "Modèle de rapport sur les minerais des zones de conflit",
  "Relátório de Minerais de Conflito conforme este modelo.",
  "Konfliktmineralien-Fragebogen",
  "Templete de reporte para minerales conflictivos",
  "Modello di Report sui Conflict Mineral",
];
