// Invented facilities with realistic names, and the many ways in which suppliers write such names.

import { METALS, type Metal } from "../../fixtures/cmrt.ts";
import { LEGACY_IDS } from "../../src/forms/legacy-ids.ts";

export interface InventedFacility {
  metal: Metal;
  id: string;
  /** ID in the 2.x templates; empty if it was listed later. */
  legacyId: string;
  standardName: string;
  /** Further names that look-up lists resolve to the facility. */
  aliases: readonly string[];
  /** As written on look-up lists. */
  country: string;
  city: string;
}

/** A number from 0 up to `below`. */
export type Random = (below: number) => number;

/** Pseudo-random numbers for a seed, the same in every run. */
export function randomOf(seed: number): Random {
  let state = seed | 0;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >>> 8) % below;
  };
}

const COUNTRIES: Record<string, string> = {
  CHN: "CHINA",
  JPN: "JAPAN",
  IDN: "INDONESIA",
  USA: "UNITED STATES OF AMERICA",
  DEU: "GERMANY",
  KOR: "KOREA, REPUBLIC OF",
  BRA: "BRAZIL",
  PER: "PERU",
  RUS: "RUSSIAN FEDERATION",
  CHE: "SWITZERLAND",
  VNM: "VIET NAM",
  TUR: "TURKEY",
};
const METAL_SHARES: readonly Metal[] = [..."gggggggttttwwwan"].map(
  (letter) => ({ g: "gold", t: "tin", w: "tungsten", a: "tantalum", n: "tantalum" })[letter] as Metal,
);
/** The first digit of a legacy ID. */
const METAL_DIGITS: Record<Metal, string> = { gold: "1", tin: "2", tantalum: "3", tungsten: "4" };
const TRADES: Record<Metal, readonly string[]> = {
  gold: ["Gold Refinery", "Precious Metals", "Refining", "Mint", "Metalor"],
  tin: ["Tin", "Smelting", "Tin Smelter", "Nonferrous Metals"],
  tungsten: ["Tungsten", "Hardmetal", "Tungsten Products", "Powder"],
  tantalum: ["Tantalum", "Niobium", "Electro-Materials", "Rare Metals"],
};
const LEGAL_FORMS = ["Co., Ltd.", "Ltd.", "Corp.", "S.A.", "GmbH", "Inc.", "Group Co., Ltd.", ""];

/** A look-up list of `count` facilities, the same in every run; a shorter one is a prefix of a longer one. */
export function inventFacilities(count: number): InventedFacility[] {
  const random = randomOf(42);
  const letter = (of: string) => of[random(of.length)];
  const syllable = () => `${letter("bcdfghjklmnprstvxyz")}${letter("aeiou")}${letter("ngrl   ")}`.trim();
  const word = () => {
    const text = Array.from({ length: 2 + random(2) }, syllable).join("");
    return `${text[0]?.toUpperCase()}${text.slice(1)}`;
  };
  // IDs known since 2.x, by metal: a row of an old template is then translated like a real one.
  const known = new Map(
    METALS.map((metal) => [
      metal,
      Object.entries(LEGACY_IDS).filter(([legacy]) => legacy[0] === METAL_DIGITS[metal] && countryOf(legacy)),
    ]),
  );
  return Array.from({ length: count }, (_, index): InventedFacility => {
    const metal = METAL_SHARES[index % METAL_SHARES.length] as Metal;
    const [legacyId, id] = known.get(metal)?.shift() ?? ["", `CID${900_000 + index}`];
    const [place, own] = [word(), word()];
    const trade = TRADES[metal][random(TRADES[metal].length)] as string;
    const form = LEGAL_FORMS[random(LEGAL_FORMS.length)];
    const others = [`${own} ${trade}`, `${place} ${own}`, `${own} Metals Works (${place})`];
    return {
      metal,
      id,
      legacyId,
      standardName: `${place} ${own} ${trade} ${form}`.trim(),
      aliases: others.slice(0, random(others.length + 1)),
      country: countryOf(legacyId) ?? (Object.values(COUNTRIES)[random(12)] as string),
      city: word(),
    };
  });
}

function countryOf(legacyId: string): string | undefined {
  return COUNTRIES[legacyId.slice(1, 4)];
}

/** A name with errors: a word dropped, letters changed, an addition; few of them match with certainty. */
export function misspell(name: string, random: Random): string {
  const words = name.split(" ").filter((_, index) => index === 0 || random(6) > 0);
  const letters = [...words.join(" ")];
  for (let changes = 1 + random(4); changes > 0; changes--)
    letters[random(letters.length)] = String.fromCharCode(97 + random(26));
  return `${letters.join("")}${random(3) === 0 ? ` ${String.fromCharCode(65 + random(26))}${random(1000)}` : ""}`;
}

/** Ranges of characters by script, and words that end company names in it. */
const SCRIPTS: readonly [from: number, to: number, endings: readonly string[]][] = [
  [0x4e00, 0x9fa5, ["金属有限公司", "钨业股份有限公司", "冶炼厂", "貴金属工業株式会社"]],
  [0x30a2, 0x30f3, ["メタル株式会社", "マテリアル", "精錬所"]],
  [0xac00, 0xd7a3, ["금속", "제련 주식회사", "메탈"]],
];

/** A name of invented characters in Chinese, Japanese or Korean, in the style of company names. */
export function inLocalScript(random: Random): string {
  const [from, to, endings] = SCRIPTS[random(SCRIPTS.length)] as (typeof SCRIPTS)[number];
  const letters = Array.from({ length: 2 + random(4) }, () =>
    String.fromCodePoint(from + random(to - from + 1)),
  );
  return `${letters.join("")}${endings[random(endings.length)]}`;
}
