// An invented campaign of a large company: suppliers on templates of every generation, each workbook of real size with
// 50 to 350 smelters, one in five suppliers with an answer for the previous year as well.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { compareVersions, METALS } from "../../fixtures/cmrt.ts";
import { SMELTER_NOT_IDENTIFIED, SMELTER_NOT_LISTED } from "../../src/domain/sentinels.ts";
import type { Choice, Layout } from "../../src/forms/form.ts";
import type { AnswerCode, CompanyField, SmelterColumn } from "../../src/model/vocabulary.ts";
import type { BuiltValue } from "../helpers/build-workbook.ts";
import { type CmrtTemplate, type FilledRow, METAL_NAMES, prepareTemplate } from "../helpers/cmrt-template.ts";
import {
  type InventedFacility,
  inventFacilities,
  misspell,
  type Random,
  randomOf,
} from "../helpers/invented-smelters.ts";

/** How many of twenty suppliers use a version, and how many facilities its look-up list has. */
const VERSIONS = [
  { version: "2.03a", suppliers: 1, listed: 330 },
  { version: "3.02", suppliers: 1, listed: 340 },
  { version: "4.20", suppliers: 1, listed: 360 },
  { version: "5.12", suppliers: 2, listed: 370 },
  { version: "6.22", suppliers: 1, listed: 380 },
  { version: "6.31", suppliers: 2, listed: 385 },
  { version: "6.4", suppliers: 3, listed: 390 },
  { version: "6.5", suppliers: 9, listed: 400 },
] as const;
const BY_SUPPLIER = VERSIONS.flatMap((one) => Array.from({ length: one.suppliers }, () => one.version));
/** 6.5 was released in April 2025. */
const YEARS = [
  { year: 2025, versionOf: (version: string) => version },
  { year: 2024, versionOf: (version: string) => (version === "6.5" ? "6.4" : version) },
] as const;

const FACILITIES = inventFacilities(400);
/** Spellings of names that people type; the first ones of a facility are the frequent ones. */
const SPELLINGS = FACILITIES.map(({ standardName }, index) => {
  const random = randomOf(index);
  return Array.from({ length: 40 }, () => misspell(standardName, random));
});

export interface MadeCampaign {
  workbooks: number;
  rows: number;
  /** Bytes of all workbooks on the disk. */
  bytes: number;
}

/** Writes the workbooks of a campaign into `responses` in the folder. The same number gives the same workbooks. */
export function makeCampaign(folder: string, suppliers: number): MadeCampaign {
  const responses = join(folder, "responses");
  mkdirSync(responses);
  const templates = new Map(
    VERSIONS.map(({ version, listed }) => [version, prepareTemplate(version, FACILITIES.slice(0, listed))]),
  );
  const made = { workbooks: 0, rows: 0, bytes: 0 };
  for (let number = 0; number < suppliers; number++) {
    for (const { year, versionOf } of number % 5 === 0 ? YEARS : YEARS.slice(0, 1)) {
      const version = versionOf(BY_SUPPLIER[(number * 7) % BY_SUPPLIER.length] as string);
      const template = templates.get(version as (typeof VERSIONS)[number]["version"]) as CmrtTemplate;
      const rows = smelterRows(number, year, template);
      const bytes = template.fill(declaration(number, year, template), rows);
      writeFileSync(join(responses, `supplier-${number}-${year}.xlsx`), bytes);
      made.workbooks += 1;
      made.rows += rows.length;
      made.bytes += bytes.length;
    }
  }
  return made;
}

/** The same smelters in both years except for the first and last few. */
function smelterRows(supplier: number, year: number, template: CmrtTemplate): FilledRow[] {
  const count = 50 + ((supplier * 37) % 301);
  const order = shuffled(FACILITIES.length, randomOf(supplier));
  const start = year === 2024 ? 10 : 0;
  const { listed } = VERSIONS.find(({ version }) => version === template.version) ?? { listed: 0 };
  return order
    .slice(start, start + count)
    .map((facility) => smelterRow(facility, facility < listed, template, supplier));
}

function shuffled(count: number, random: Random): number[] {
  const order = Array.from({ length: count }, (_, index) => index);
  for (let last = count - 1; last > 0; last--) {
    const other = random(last + 1);
    [order[last], order[other]] = [order[other] as number, order[last] as number];
  }
  return order;
}

const MINES = [
  ...["Brazil", "Peru", "China", "Indonesia", "Rwanda", "DRC", "Australia; Canada", "Bolivia, Peru"],
  ...["Unknown", "Malaysia", "Russia", "Mexico", "South Africa", "n/a", "Chile", "Viet Nam"],
];

function smelterRow(at: number, listed: boolean, template: CmrtTemplate, supplier: number): FilledRow {
  const random = randomOf(supplier * 1009 + at);
  const facility = FACILITIES[at] as InventedFacility;
  const typed: FilledRow["typed"] = {
    ...namedBy(random(100), at, facility, listed, template, random),
    ...(random(4) === 0 ? { mineCountries: pick(MINES, random) } : {}),
    ...(random(2) === 0 ? { recycled: pick(["No", "No", "No", "Unknown"], random) } : {}),
    ...(random(25) === 0 ? { comments: `See our letter no. ${random(2000)}` } : {}),
    ...(random(50) === 0 ? { contactName: "Sales", contactEmail: `sales@${at}.example` } : {}),
  };
  const found =
    typed.idInput ?? (typed.lookupName === undefined ? false : namesOf(facility).has(typed.lookupName));
  return { typed, shown: found ? shownOf(facility, template.layout) : {} };
}

/** The cells that identify the smelter: selected from the list nine times in ten. */
function namedBy(
  percentile: number,
  at: number,
  { metal, id, city, country, standardName, aliases }: InventedFacility,
  listed: boolean,
  { version, layout }: CmrtTemplate,
  random: Random,
): Partial<Record<SmelterColumn, string>> {
  const base = { metal: METAL_NAMES[metal] };
  const spelling = () => (SPELLINGS[at] as string[])[Math.min(random(40), random(40))] as string;
  if (percentile < 1) return { ...base, lookupName: SMELTER_NOT_IDENTIFIED };
  if (percentile < 6 || !listed) {
    const more = { ...(random(3) === 0 ? { id } : {}), ...(random(2) === 0 ? { city } : {}) };
    return {
      ...base,
      lookupName: SMELTER_NOT_LISTED,
      name: spelling(),
      country: properCase(country),
      ...more,
    };
  }
  if (percentile < 8) return { ...base, lookupName: spelling(), country };
  if (percentile < 12 && compareVersions(version, "4.10") >= 0 && layout.smelters.columns.idInput)
    return { idInput: id };
  return { ...base, lookupName: pick([standardName, ...aliases], random) };
}

function namesOf({ standardName, aliases }: InventedFacility): Set<string> {
  return new Set([standardName, ...aliases]);
}

/** What the formulas of a row show for the facility that they find. */
function shownOf(facility: InventedFacility, layout: Layout): FilledRow["shown"] {
  const { metal, id, legacyId, standardName, country, city } = facility;
  const is2 = layout.generation.startsWith("2");
  return {
    ...{ metal: METAL_NAMES[metal], lookupName: standardName, name: standardName, standardName, country },
    ...{ id: is2 ? legacyId : id, idSource: "RMI", city },
  };
}

function properCase(text: string): string {
  return text.toLowerCase().replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
}

function pick<T>(of: readonly T[], random: Random): T {
  return of[random(of.length)] as T;
}

/** Day 0 of the 1900 and 1904 date systems, as UTC milliseconds. */
const DAY_ZERO = { from1900: Date.UTC(1899, 11, 30), from1904: Date.UTC(1904, 0, 1) };

/** What most suppliers answer if it is not the first choice, and how many in a hundred answer at random. */
const USUAL: Readonly<Record<string, AnswerCode>> = {
  coveredCountries: "no",
  cahra: "no",
  recycledOrScrap: "no",
};
const OTHERS: Readonly<Record<string, number>> = {
  intentionallyAdded: 2,
  necessaryInProduct: 2,
  coveredCountries: 50,
  recycledOrScrap: 3,
};

function declaration(
  supplier: number,
  year: number,
  { version, layout }: CmrtTemplate,
): Record<string, BuiltValue> {
  const random = randomOf(supplier * 31 + year);
  const zero = compareVersions(version, "6") < 0 ? DAY_ZERO.from1904 : DAY_ZERO.from1900;
  const date = (Date.UTC(year, 4, 1 + random(200)) - zero) / 86_400_000;
  const company: Partial<Record<CompanyField, BuiltValue>> = {
    companyName: `Invented Works No. ${supplier} Ltd`,
    scope: random(8) === 0 ? (layout.scopes.at(-1)?.text ?? "") : (layout.scopes[0]?.text ?? ""),
    companyUniqueId: String(100_000_000 + supplier),
    companyUniqueIdAuthority: "DUNS",
    address: `${supplier} Mill Road`,
    contactName: "Ada Quality",
    contactEmail: `quality@works-${supplier}.example`,
    contactPhone: `+1 555 ${supplier}`,
    authorizerName: "Bo Purchase",
    authorizerTitle: "Head of purchase",
    authorizerEmail: `purchase@works-${supplier}.example`,
    authorizerPhone: `+1 556 ${supplier}`,
    effectiveDate: date,
  };
  const cells: Record<string, BuiltValue> = {};
  for (const [field, address] of Object.entries(layout.company) as [CompanyField, string][]) {
    const value = company[field];
    if (value !== undefined) cells[address] = value;
  }
  const answer = (row: number, key: string, choices: readonly Choice[]) => {
    const usual = choices.find(({ code }) => code === USUAL[key]) ?? choices[0];
    const choice = random(100) < (OTHERS[key] ?? 10) ? pick(choices, random) : usual;
    cells[`${layout.answerColumn}${row}`] = choice?.text ?? "";
  };
  for (const { key, row, choices } of layout.questions) {
    for (const metal of METALS.keys()) answer(row + 1 + metal, key, choices);
  }
  for (const { key, row, choices } of layout.policies) {
    answer(row, key, choices);
    if (key === "policyPublic") cells[`${layout.commentColumns[0]}${row}`] = `www.works-${supplier}.example`;
  }
  return cells;
}
