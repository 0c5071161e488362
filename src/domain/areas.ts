// Which of the conflict-affected and high-risk areas on the user's lists a place lies in.
import { countryName } from "../forms/countries.ts";
import { words } from "../lib/text.ts";
import type { FacilityArea } from "../model/match.ts";
import type { ReferenceEntry, ReferenceList } from "../model/reference.ts";

/**
 * The country (ISO alpha-2) whose minerals raise a question even without a list of areas: the DRC, which
 * RMI's data on origins names as a class by itself.
 */
export const HIGH_RISK_WITHOUT_LIST = "CD";

/** A place as a list or a supplier states it. */
export interface Place {
  /** ISO 3166-1 alpha-2. */
  country: string;
  /** Province, city, or any text that may name one. */
  texts?: readonly (string | undefined)[];
}

export interface AreaReader {
  /** The areas that a place lies in: whole countries, and regions that one of its texts names. */
  areasOf(place: Place): readonly FacilityArea[];
  /** The listed regions of a country. A place known only by its country cannot be assigned to any of them. */
  regionsOf(country: string): readonly FacilityArea[];
}

/** Words for kinds of region, in English and as in ISO 3166-2, which RMI's lists follow. */
const KINDS_OF_REGION = new Set(
  [
    "province state department region district prefecture municipality governorate county territory republic autonomous",
    "island islands archipelago subdivision division special administrative of the",
    "provincia estado departamento comunidad de del la provincie lan kraj voivodeship",
    "oblast oblysy krai kray respublika okrug",
    "sheng shi zizhiqu uyghur uygur weiwu er zhuang zhuangzu hui huizi sar",
    "do si gwangyeoksi teukbyeolsi kepulauan wilayah persekutuan raya changwat",
  ].flatMap((words) => words.split(" ")),
);

/** The words that distinguish a region from others, in order: "Norte de Santander" is not "Santander". */
function regionWords(text: string): string[] {
  return words(text).filter((word) => !KINDS_OF_REGION.has(word));
}

/** Indexes the areas of all lists by country. Several lists are combined. */
export function createAreaReader(lists: readonly ReferenceList[]): AreaReader {
  const whole = new Map<string, FacilityArea[]>();
  const regions = new Map<string, { area: FacilityArea; name: string }[]>();
  for (const list of lists) {
    for (const entry of list.entries) {
      const { country, state } = entry;
      if (country === undefined) continue;
      const area = toArea(entry, list);
      const name = state === undefined ? "" : regionWords(state).join(" ");
      if (state === undefined) whole.set(country, [...(whole.get(country) ?? []), area]);
      else regions.set(country, [...(regions.get(country) ?? []), { area, name }]);
    }
  }
  return {
    areasOf({ country, texts = [] }) {
      const ofCountry = regions.get(country) ?? [];
      if (ofCountry.length === 0) return whole.get(country) ?? [];
      const parts = texts.flatMap(partsOf);
      const named = ofCountry.filter(({ name }) => name !== "" && parts.includes(name));
      return [...(whole.get(country) ?? []), ...named.map(({ area }) => area)];
    },
    regionsOf: (country) => (regions.get(country) ?? []).map(({ area }) => area),
  };
}

/** The places listed in a text: "Mine Uno, Cauca; Chocó". */
function partsOf(text: string | undefined): string[] {
  if (text === undefined) return [];
  return text.split(/[,;/|()\n]|\s-\s/).map((part) => regionWords(part).join(" "));
}

function toArea(entry: ReferenceEntry, list: ReferenceList): FacilityArea {
  const { level, source } = entry.more ?? {};
  return {
    country: entry.country as string,
    ...(entry.state === undefined ? {} : { region: entry.state }),
    ...(level === undefined ? {} : { level }),
    ...(source === undefined ? {} : { source }),
    list: list.name,
    asOf: list.asOf,
    at: entry.at,
  };
}

/** An area and its list in short: "Cauca, Colombia on Area list of 2025-04-25". */
export function areaName({ country, region, list, asOf }: FacilityArea): string {
  const place = region === undefined ? countryName(country) : `${region}, ${countryName(country)}`;
  return `${place} on ${list}${asOf === null ? "" : ` of ${asOf}`}`;
}

/** An area with the list that has it: "Cauca, Colombia on Area list of 2025-04-25 (line 3; level: high)". */
export function areaText(area: FacilityArea): string {
  const { level, source, at } = area;
  const details = [
    at,
    ...(level === undefined ? [] : [`level: ${level}`]),
    ...(source === undefined ? [] : [`source: ${source}`]),
  ];
  return `${areaName(area)} (${details.join("; ")})`;
}
