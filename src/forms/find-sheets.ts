// Finds the sheets of a workbook that contain its declaration and its lists: by name, else by their labels.

import { normalForm } from "../lib/normal-form.ts";
import { cellText, hasSheet } from "../model/cells.ts";
import { type Row, type Sheet, UnreadableError, type Workbook } from "../model/workbook.ts";
import { layoutsOf } from "./editions.ts";
import { FAMILIES } from "./families.ts";
import { foldWords } from "./fold.ts";
import type { Family } from "./form.ts";
import { SMELTER_HEADERS } from "./header-synonyms.ts";
import { readMineral } from "./minerals.ts";
import { LabelReader } from "./read-labels.ts";
import { matchName, NEARNESS, SHEET_KINDS, type SheetKind, saysOtherwise, wordsOf } from "./sheet-names.ts";

/** The sheet with the declaration, which has this name in every template. */
export const DECLARATION = "Declaration";

/** A sheet of a certain kind. */
export interface FoundSheet {
  name: string;
  /** The template's name for it. */
  usual: string;
  by: "name" | "content";
  /** Its name says that it is not part of this answer: another year's, an example. */
  saysOtherwise: boolean;
}

/** The sheets of each kind, the most likely first. */
export type FoundSheets = Readonly<Record<SheetKind, readonly FoundSheet[]>>;

/** The template's names for a sheet, newest first. */
function usualNames(family: Family, kind: SheetKind): string[] {
  const names = layoutsOf(family).map((layout) => {
    if (kind === "declaration") return layout.declaration;
    return kind === "smelters" ? layout.smelters.sheet : layout[kind]?.sheet;
  });
  return [...new Set(names.filter((name) => name !== undefined))].reverse();
}

interface Candidate extends FoundSheet {
  kind: SheetKind;
  nearness: number;
  /** Number of additional words in the name: of two matching names, the one with fewer counts. */
  beside: number;
}

/**
 * The sheets of each kind in a workbook of a family. A sheet that is not one of the template's own and whose name says
 * nothing is checked by its content, if no name identifies a sheet of that kind.
 */
export function findSheets(workbook: Workbook, family: Family): FoundSheets {
  const named = workbook.sheets.flatMap(({ name }) => nearest(name, family) ?? []);
  const taken = new Set(named.map(({ name }) => name));
  const own = family.ownSheets.concat(TEMPLATE_SHEETS);
  const isOwn = (name: string) =>
    own.some((one) => foldWords(one) === foldWords(name)) ||
    matchName(name, own.filter(isLong), NO_OTHER_NAMES) !== undefined;
  const unknown = workbook.sheets.filter(({ name }) => !taken.has(name) && !isOwn(name));
  const told = unknown.slice(0, MOST_LOOKED_AT).flatMap(({ name }): Candidate[] => {
    const kind = kindOf(tryRead(workbook, name), family);
    const usual = kind && usualNames(family, kind)[0];
    if (kind === undefined || usual === undefined) return [];
    const otherwise = saysOtherwise(wordsOf(name));
    return [{ kind, name, usual, by: "content", saysOtherwise: otherwise, nearness: BY_CONTENT, beside: 0 }];
  });
  const found = (kind: SheetKind): FoundSheet[] =>
    inOrder(
      workbook,
      family,
      [...named, ...told].filter((one) => one.kind === kind),
    );
  return {
    declaration: found("declaration"),
    smelters: found("smelters"),
    products: found("products"),
    mines: found("mines"),
  };
}

/** Ranks after any match by name. */
const BY_CONTENT = NEARNESS.among + 1;
/** Limits how many sheets are read for this. */
const MOST_LOOKED_AT = 20;

/** Sheets of the templates that contain no answers. */
const TEMPLATE_SHEETS = [
  "Revision",
  "Instructions",
  "Definitions",
  "Checker",
  "Smelter Look-up",
  "Smelter Reference List",
  "Standard Smelter Names",
  "L",
  "K",
  "C",
  "SorP",
];

/** Short abbreviations occur in other names, too. */
const isLong = (name: string) => name.length > 4;

/** The kind of sheet that a name matches; of two the one that it matches more closely. */
function nearest(name: string, family: Family): Candidate | undefined {
  const matches = SHEET_KINDS.flatMap((kind): Candidate[] => {
    const usualOfKind = usualNames(family, kind);
    const match =
      usualOfKind.length === 0
        ? undefined
        : matchName(name, usualOfKind, family.sheetNames[kind] ?? NO_OTHER_NAMES);
    if (match === undefined) return [];
    const { nearness, usual, beside } = match;
    return [
      {
        kind,
        name,
        usual,
        by: "name",
        saysOtherwise: saysOtherwise(beside),
        nearness,
        beside: beside.length,
      },
    ];
  });
  return matches.sort((a, b) => a.nearness - b.nearness || a.beside - b.beside)[0];
}

/** The most likely first: by name, and among names with additional words, sheets that look like the kind. */
function inOrder(workbook: Workbook, family: Family, candidates: readonly Candidate[]): FoundSheet[] {
  const rank = (one: Candidate): number => {
    if (one.nearness < NEARNESS.among) return one.nearness;
    if (one.by === "content") return one.nearness;
    const doubtful = one.saysOtherwise ? 2 : 0;
    const looks = candidates.length > 1 && kindOf(tryRead(workbook, one.name), family) === one.kind;
    return one.nearness + doubtful - (looks ? 0.5 : 0);
  };
  return candidates
    .map((one) => ({ one, rank: rank(one) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ one: { name, usual, by, saysOtherwise } }) => ({ name, usual, by, saysOtherwise }));
}

/** Reads a sheet that nothing may depend on: a damaged or too large one counts as missing. */
export function tryRead(workbook: Workbook, name: string): Sheet | undefined {
  try {
    return workbook.sheet(name);
  } catch (error) {
    if (error instanceof UnreadableError) return undefined;
    throw error;
  }
}

/** How far down to look for a template's labels and headers. */
const LAST_LABEL = 150;
const LAST_HEADER = 30;
const ENOUGH_LABELS = 4;

/**
 * The kind of a sheet by its labels, whatever its name: questions; headers with the stars of required entries; headers
 * in the template's words or others that people write; rows with a mineral and a facility ID. Undefined if it has none
 * of these.
 */
function kindOf(sheet: Sheet | undefined, family: Family): SheetKind | undefined {
  const marks = new Set<string>();
  let header: SheetKind | undefined;
  for (const row of sheet?.rows ?? []) {
    if (row.row > LAST_LABEL) break;
    let stars = 0;
    let isOfProducts = false;
    for (const cell of row.cells) {
      const text = cellText(cell);
      if (text === undefined) continue;
      const mark = /^\s*(?:([1-9])\s*[)）]|([A-K])\s*[.．、)）])/.exec(text);
      if (mark) marks.add(mark[1] ?? (mark[2] as string));
      if (row.row > LAST_HEADER || text.length > 200 || !STAR.test(normalForm(text, "NFKC"))) continue;
      stars++;
      if (PRODUCT_NUMBER.test(text)) isOfProducts = true;
    }
    if (stars > 1) header ??= "smelters";
    else if (isOfProducts) header ??= "products";
    if (row.row <= LAST_HEADER) header ??= kindOfHeaders(row, family);
  }
  const numbers = [...marks].filter((mark) => /\d/.test(mark)).length;
  if (numbers >= ENOUGH_LABELS && marks.size - numbers >= ENOUGH_LABELS) return "declaration";
  return header ?? (holdsSmelters(sheet, family) ? "smelters" : undefined);
}

/** The list of which a row has enough headers; undefined for any other row. */
function kindOfHeaders({ cells }: Row, family: Family): SheetKind | undefined {
  if (cells.length < ENOUGH_HEADERS) return undefined;
  const { smelters, products, mines } = headerReaders(family);
  const texts = cells.flatMap((cell) => cellText(cell) ?? []).filter((text) => text.length <= LONGEST_HEADER);
  const keysOf = (reader: LabelReader<string>) => new Set(texts.flatMap((text) => reader.key(text) ?? []));
  const ofMines = keysOf(mines);
  const ofSmelters = keysOf(smelters);
  if (ofMines.size > ofSmelters.size) return ofMines.size >= ENOUGH_HEADERS ? "mines" : undefined;
  const names = ofSmelters.has("lookupName") || ofSmelters.has("name");
  if (ofSmelters.size >= ENOUGH_HEADERS && ofSmelters.has("metal") && names) return "smelters";
  return keysOf(products).size >= ENOUGH_HEADERS ? "products" : undefined;
}

const ENOUGH_HEADERS = 3;
const LONGEST_HEADER = 120;

interface HeaderReaders {
  smelters: LabelReader<string>;
  products: LabelReader<string>;
  mines: LabelReader<string>;
}

const readers = new WeakMap<Family["labels"], HeaderReaders>();

/** Readers for the headers of a family's lists, for smelters including those that people write. */
function headerReaders({ labels }: Family): HeaderReaders {
  const known = readers.get(labels);
  if (known) return known;
  const reader = (texts: Readonly<Partial<Record<string, readonly string[]>>>) =>
    new LabelReader(Object.entries(texts).map(([key, words]) => [key, words ?? []] as const));
  const made = {
    smelters: reader(labels.smelters).and(
      Object.entries(SMELTER_HEADERS).map(([key, words]) => [key, words] as const),
    ),
    products: reader(labels.products),
    mines: reader(labels.mines ?? {}),
  };
  readers.set(labels, made);
  return made;
}

/** Whether rows contain a mineral and a facility ID. */
function holdsSmelters(sheet: Sheet | undefined, family: Family): boolean {
  let rows = 0;
  for (const { row, cells } of sheet?.rows ?? []) {
    if (row > LAST_LABEL) break;
    const texts = cells.flatMap((cell) => cellText(cell) ?? []);
    if (texts.some((text) => FACILITY_ID.test(text)) && texts.some((text) => isMineral(text, family))) rows++;
    if (rows >= ENOUGH_ROWS) return true;
  }
  return false;
}

const isMineral = (text: string, family: Family) =>
  text.length <= LONGEST_HEADER && readMineral(text, family) !== undefined;

const ENOUGH_ROWS = 2;
const FACILITY_ID = /^\s*CID\s?\d{6}\s*$/i;

const STAR = /\(\s*[*1]\s*\)\s*$/;
/** The header of product numbers in the languages of the templates. */
const PRODUCT_NUMBER =
  /product\s.*number|item number|产品(?:编号|序号)|產品(?:編號|序號)|製品番号|제품 번호|du produit|do produto|produto|artikelnummer|produktnummer|del producto|de producto|del prodotto|ürün/i;

/** A sheet by its name or a variant that a person takes for the same ("3. Checker"); undefined if there is none. */
export function sheetCalled(workbook: Workbook, name: string): Sheet | undefined {
  if (hasSheet(workbook, name)) return workbook.sheet(name);
  const other = workbook.sheets.find(
    (sheet) => (matchName(sheet.name, [name], NO_OTHER_NAMES)?.nearness ?? NEARNESS.among) < NEARNESS.among,
  );
  return other && workbook.sheet(other.name);
}

const NO_OTHER_NAMES = { within: [], alone: [] };

/** The declaration of a workbook whose family is not known yet. */
export function findDeclaration(workbook: Workbook): Sheet | undefined {
  for (const family of FAMILIES) {
    const [found] = findSheets(workbook, family).declaration;
    if (found) return workbook.sheet(found.name);
  }
  return undefined;
}
