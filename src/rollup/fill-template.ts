// Fills in a blank template: what goes into which cell.

import { type LookUpRow, readLookUpRows } from "../domain/look-up-rows.ts";
import { SHOWN_AS_UNKNOWN, SMELTER_NOT_IDENTIFIED, SMELTER_NOT_LISTED } from "../domain/sentinels.ts";
import type { DetectedTemplate } from "../forms/detect.ts";
import { editionFor } from "../forms/editions.ts";
import type { Choice, Family, Layout } from "../forms/form.ts";
import { choicesIn, rowOf } from "../forms/layouts.ts";
import { TEMPLATE_COUNTRIES } from "../forms/template-countries.ts";
import { joinList } from "../lib/join-list.ts";
import { dateToSerial } from "../lib/serial-date.ts";
import { columnLetters, columnNumber, findCell, findRow } from "../model/cells.ts";
import { LIMITS } from "../model/limits.ts";
import type { OwnProduct, OwnSmelter } from "../model/own-declaration.ts";
import {
  type AnswerCode,
  type CompanyField,
  type Language,
  MINE_COLUMNS,
  type MineColumn,
  type MineralId,
  PRODUCT_COLUMNS,
  type PracticeId,
  type QuestionId,
  type Scope,
  type SmelterColumn,
} from "../model/vocabulary.ts";
import type { Row, Sheet, Workbook } from "../model/workbook.ts";
import { type CellEdit, patchSheet } from "../package/patch-sheet.ts";
import { staleFormulas } from "../package/stale-formulas.ts";

/** A blank template: as a workbook, as detected, and the XML of its sheets by name. */
export interface Template {
  workbook: Workbook;
  detected: DetectedTemplate;
  sheetXml(name: string): string;
}

/** What goes into a form: our own declaration, or a supplier's. */
export interface FormContent {
  scope: Scope | null;
  company: Partial<Record<CompanyField, string>>;
  answers: Partial<Record<MineralId, Partial<Record<QuestionId, FormAnswer>>>>;
  policies: Partial<Record<PracticeId, FormAnswer>>;
  products: readonly OwnProduct[];
  /** The minerals that the form is to be about, if they are selected: those of its layout, in order. */
  minerals?: readonly FormMineral[];
  mines?: readonly FormMine[];
  /** The language to set the form to; it keeps its own if absent. */
  language?: Language;
}

/** A mineral by name: the template's word, or its own name if the template has none. */
export interface FormMineral {
  id: MineralId;
  name: string;
  isOther: boolean;
}

/** A row of the mine list, with the texts to enter. */
export type FormMine = Partial<Record<MineColumn, string>>;

export interface FormAnswer {
  /** Null leaves the cell blank. */
  value: AnswerCode | null;
  comment?: string;
}

/** Free-text columns of the smelter list. */
export const FREE_COLUMNS = ["contactName", "contactEmail", "nextSteps", "comments"] as const;

export type FormSmelter = Omit<OwnSmelter, "sources"> &
  Partial<Record<(typeof FREE_COLUMNS)[number], string>>;

export interface FilledTemplate {
  /** New XML of the changed sheets, by name. */
  sheets: Map<string, string>;
  /** Cells whose formula was replaced by a typed value, by sheet. */
  formulasGone: Map<string, string[]>;
}

/** Thrown if the template has no place for something in the declaration. */
export class DoesNotFit extends Error {
  override name = "DoesNotFit";
}

type Edits = Map<string, CellEdit>;

const CHECKER = "Checker";

/** How many smelters the template has rows for. */
export function smelterCapacity({ detected }: Template): number {
  const { firstRow, lastRow } = detected.layout.smelters;
  return lastRow - firstRow + 1;
}

/**
 * Fills in the template: all input cells of the declaration, the given smelters and the products, replacing previous
 * content. Formula cells that depend on them lose their cached value or get the correct one. Throws DoesNotFit, or
 * UnexpectedPart for a template whose XML differs from the official ones.
 */
export function fillTemplate(
  template: Template,
  declaration: FormContent,
  smelters: readonly FormSmelter[],
): FilledTemplate {
  const { detected, workbook } = template;
  const { layout } = detected;
  const sheets = new Map<string, string>();
  const formulasGone = new Map<string, string[]>();
  const patch = (name: string, edits: Edits) => {
    if (edits.size === 0) return;
    for (const [address, edit] of edits) requireFit(`${name}!${address}`, edit);
    const patched = patchSheet(template.sheetXml(name), edits);
    sheets.set(name, patched.xml);
    if (patched.formulasGone.length > 0) formulasGone.set(name, patched.formulasGone);
  };

  const lists = [detected.smelterSheet, layout.products?.sheet ?? ""];
  const declared = new Map([
    ...declarationEdits(detected, declaration, workbook.date1904),
    ...selectionEdits(detected, declaration.minerals ?? []),
  ]);
  invalidateDependents(template.sheetXml(detected.declaration.name), declared, [CHECKER, ...lists]);
  keepLabels(declared, layout);
  patch(detected.declaration.name, declared);
  patch(detected.smelterSheet, smelterEdits(template, smelters, declaration.minerals));
  if (layout.products) {
    const products = productEdits(template, declaration);
    if (products.size > 0) invalidateDependents(template.sheetXml(layout.products.sheet), products, []);
    patch(layout.products.sheet, products);
  }
  if (layout.mines) {
    const mines = mineEdits(template, declaration.mines ?? []);
    if (mines.size > 0) invalidateDependents(template.sheetXml(layout.mines.sheet), mines, []);
    patch(layout.mines.sheet, mines);
  }
  if (workbook.sheets.some(({ name }) => name === CHECKER)) {
    const checker: Edits = new Map();
    invalidateDependents(template.sheetXml(CHECKER), checker, [detected.declaration.name, ...lists]);
    patch(CHECKER, checker);
  }
  return { sheets, formulasGone };
}

/**
 * Labels to the left of company fields keep their cached text, even if it depends on answers: it identifies the field
 * until the workbook is recalculated.
 */
function keepLabels(edits: Edits, { company, answerColumn }: Layout): void {
  const labelled = new Set(Object.values(company).map((address) => address.replace(/^[A-Z]+/, "")));
  for (const [address, edit] of [...edits]) {
    const [, column = "", row = ""] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
    const isLabel = labelled.has(row) && columnNumber(column) < columnNumber(answerColumn);
    if (isLabel && "shows" in edit && edit.shows === null) edits.delete(address);
  }
}

function requireFit(cell: string, edit: CellEdit): void {
  if (!("text" in edit) || edit.text.length <= LIMITS.cellCharacters) return;
  throw new DoesNotFit(
    `The text for ${cell} has ${edit.text.length} characters; a cell holds ${LIMITS.cellCharacters}.`,
  );
}

/** Adds the formulas that depend on the edits, or on other changed sheets, with their cached values removed. */
function invalidateDependents(xml: string, edits: Edits, changedSheets: readonly string[]): void {
  for (const address of staleFormulas(xml, new Set(edits.keys()), changedSheets)) {
    if (!edits.has(address)) edits.set(address, { shows: null });
  }
}

const typed = (text: string | undefined): CellEdit => (text === undefined ? { empty: true } : { text });

function declarationEdits(detected: DetectedTemplate, declaration: FormContent, date1904: boolean): Edits {
  const { layout, version, family } = detected;
  const edits: Edits = new Map();
  const language = declaration.language && family.optionWords.languages[declaration.language]?.[0];
  if (language !== undefined) edits.set(layout.languageCell, { text: language });
  for (const [field, address] of Object.entries(layout.company) as [CompanyField, string][]) {
    if (field === "scope") {
      edits.set(address, typed(layout.scopes.find(({ scope }) => scope === declaration.scope)?.text));
    } else if (field === "effectiveDate") {
      const number = dateToSerial(declaration.company.effectiveDate ?? "", date1904);
      edits.set(address, number === undefined ? { empty: true } : { number });
    } else {
      edits.set(address, typed(declaration.company[field]));
    }
  }
  const answerAt = (row: number, answer: FormAnswer | undefined, choices: readonly Choice[]) => {
    edits.set(
      `${layout.answerColumn}${row}`,
      answer?.value ? choice(answer.value, choices, version) : { empty: true },
    );
    edits.set(`${layout.commentColumns[0]}${row}`, typed(answer?.comment));
  };
  for (const question of layout.questions) {
    for (const metal of layout.minerals) {
      const answer = declaration.answers[metal]?.[question.key];
      answerAt(rowOf(layout, question, metal), answer, question.choices);
    }
  }
  for (const policy of layout.policies)
    answerAt(policy.row, declaration.policies[policy.key], policy.choices);
  return edits;
}

/**
 * The cells that select minerals: each with a fixed word, or a choice from a list and a cell for another mineral's
 * name.
 */
function selectionEdits(
  { family, layout, version }: DetectedTemplate,
  minerals: readonly FormMineral[],
): Edits {
  const edits: Edits = new Map();
  const { selection } = layout;
  if (selection === undefined) return edits;
  const { cells, other } = selection;
  if (minerals.length > cells.length)
    throw new DoesNotFit(
      `The template ${version} has room for ${cells.length} minerals, not for ${minerals.length}.`,
    );
  const own = editionFor(family, version).layout.minerals;
  for (const [index, { at, none, nameAt }] of cells.entries()) {
    // A cell with a fixed word belongs to that mineral; the others are used in order.
    const mineral = none === undefined ? minerals[index] : minerals.find(({ id }) => id === own[index]);
    const isNamed = mineral?.isOther === true && other !== undefined && nameAt !== undefined;
    edits.set(at, mineral === undefined ? typed(none) : { text: isNamed ? other : mineral.name });
    if (nameAt !== undefined) edits.set(nameAt, typed(isNamed ? mineral.name : undefined));
  }
  return edits;
}

function choice(code: AnswerCode, choices: readonly Choice[], version: string): CellEdit {
  const found = choices.find((each) => each.code === code);
  if (!found) {
    throw new DoesNotFit(
      `The template ${version} does not offer the answer ${code} here; it offers ${choices.map((each) => each.code).join(", ")}.`,
    );
  }
  return found.number === undefined ? { text: found.text } : { number: found.number };
}

function productEdits({ workbook, detected }: Template, declaration: FormContent): Edits {
  const edits: Edits = new Map();
  const layout = detected.layout.products;
  const sheet = layout && workbook.sheet(layout.sheet);
  if (!layout || !sheet) return edits;
  const capacity = layout.lastRow - layout.firstRow + 1;
  if (declaration.products.length > capacity) {
    throw new DoesNotFit(
      `The template has rows for ${capacity} products, not for ${declaration.products.length}.`,
    );
  }
  clearTyped(edits, sheet, layout.firstRow, layout.lastRow, Object.values(layout.columns));
  for (const [index, product] of declaration.products.entries()) {
    for (const key of PRODUCT_COLUMNS) {
      const [letters, text] = [layout.columns[key], product[key]];
      if (letters !== undefined && text !== undefined) {
        edits.set(`${letters}${layout.firstRow + index}`, { text });
      }
    }
  }
  return edits;
}

function mineEdits({ workbook, detected }: Template, mines: readonly FormMine[]): Edits {
  const edits: Edits = new Map();
  const layout = detected.layout.mines;
  const sheet = layout && workbook.sheet(layout.sheet);
  if (!layout || !sheet) return edits;
  const capacity = layout.lastRow - layout.firstRow + 1;
  if (mines.length > capacity)
    throw new DoesNotFit(`The template has rows for ${capacity} mines, not for ${mines.length}.`);
  clearTyped(edits, sheet, layout.firstRow, layout.lastRow, Object.values(layout.columns));
  for (const [index, mine] of mines.entries()) {
    for (const key of MINE_COLUMNS) {
      const [letters, text] = [layout.columns[key], mine[key]];
      if (letters !== undefined && text !== undefined)
        edits.set(`${letters}${layout.firstRow + index}`, { text });
    }
  }
  return edits;
}

/** Clears what was typed in the input columns of a list. */
function clearTyped(
  edits: Edits,
  sheet: Sheet,
  firstRow: number,
  lastRow: number,
  columns: readonly string[],
): void {
  for (const row of sheet.rows) {
    if (row.row < firstRow || row.row > lastRow) continue;
    for (const letters of columns) {
      const cell = findCell(row, columnNumber(letters));
      if (cell && !cell.formula) edits.set(`${letters}${row.row}`, { empty: true });
    }
  }
}

type Column = Partial<Record<SmelterColumn, CellEdit>>;

function smelterEdits(
  template: Template,
  smelters: readonly FormSmelter[],
  minerals: readonly FormMineral[] = [],
): Edits {
  const { workbook, detected } = template;
  const layout = detected.layout.smelters;
  const sheet = workbook.sheet(detected.smelterSheet);
  const edits: Edits = new Map();
  if (!sheet) return edits;
  if (smelters.length > smelterCapacity(template)) {
    throw new DoesNotFit(
      `The template has rows for ${smelterCapacity(template)} smelters, not for ${smelters.length}.`,
    );
  }
  const letters = layout.columns;
  clearTyped(edits, sheet, layout.firstRow, layout.lastRow, Object.values(letters));
  const list = facilities(template);
  for (const [index, smelter] of smelters.entries()) {
    const number = layout.firstRow + index;
    const row = findRow(sheet, number);
    // Formulas of the row first: typed or known values below replace them.
    for (const column of formulaColumns(row)) edits.set(`${column}${number}`, { shows: null });
    const isFormula = (key: SmelterColumn) => formulaColumns(row).includes(letters[key] ?? "");
    const metal =
      minerals.find(({ id }) => id === smelter.metal)?.name ?? mineralName(detected.family, smelter.metal);
    const filled = {
      ...recycledColumn(smelter, detected),
      ...fillRow(smelter, metal, list, isFormula),
    };
    for (const [key, edit] of Object.entries(filled) as [SmelterColumn, CellEdit][]) {
      if (letters[key] !== undefined) edits.set(`${letters[key]}${number}`, edit);
    }
  }
  return edits;
}

function formulaColumns(row: Row | undefined): string[] {
  if (!row) return [];
  const numbers = [
    ...row.blankFormulas,
    ...row.cells.filter((cell) => cell.formula).map((cell) => cell.column),
  ];
  return numbers.map(columnLetters);
}

/** The answer on recycled feedstock, as worded in the list of a form in this language. */
function recycledColumn({ recycled }: FormSmelter, { layout, language, version }: DetectedTemplate): Column {
  if (recycled === undefined) return {};
  return { recycled: choice(recycled, choicesIn(layout.smelters.recycledChoices, language), version) };
}

/** The content of a smelter list row. */
function fillRow(
  smelter: FormSmelter,
  metal: string,
  list: Facilities,
  isFormula: (key: SmelterColumn) => boolean,
): Column {
  const more: Column = {
    ...(smelter.mineNames === undefined ? {} : { mineNames: { text: smelter.mineNames } }),
    ...(smelter.mineCountries === undefined ? {} : { mineCountries: { text: smelter.mineCountries } }),
    ...Object.fromEntries(
      FREE_COLUMNS.flatMap((key) => (smelter[key] === undefined ? [] : [[key, { text: smelter[key] }]])),
    ),
  };
  if (smelter.kind === "notIdentified") {
    return { metal: { text: metal }, lookupName: { text: SMELTER_NOT_IDENTIFIED }, ...more };
  }
  const entry = smelter.id === undefined ? undefined : list.byId(smelter.metal, smelter.id);
  if (entry) return { ...listedRow(metal, entry, isFormula), ...more };

  const country = smelter.country === undefined ? undefined : COUNTRY_NAMES.get(smelter.country);
  const place = (["street", "city", "state"] as const).filter((key) => smelter[key] !== undefined);
  return {
    metal: { text: metal },
    lookupName: { text: SMELTER_NOT_LISTED },
    ...(smelter.name === undefined ? {} : { name: { text: smelter.name } }),
    ...(country === undefined ? {} : { country: { text: country } }),
    ...Object.fromEntries(place.map((key) => [key, { text: smelter[key] as string }])),
    ...more,
    // An ID that is not on the template's list, typed in the ID column, would turn the Checker into an error.
    ...(smelter.id === undefined
      ? {}
      : {
          comments: {
            text: joinList([
              ...(smelter.comments === undefined ? [] : [smelter.comments]),
              `Smelter ID ${smelter.id}`,
            ]),
          },
        }),
  };
}

/** A facility on the template's own list: by its ID if the formulas are in place, else by metal and look-up name. */
function listedRow(metal: string, entry: LookUpRow, isFormula: (key: SmelterColumn) => boolean): Column {
  const byId = entry.lookupName === entry.standardName && isFormula("metal") && isFormula("lookupName");
  return {
    ...(byId
      ? {
          idInput: { text: entry.id ?? "" },
          metal: { shows: metal },
          lookupName: { shows: entry.lookupName },
        }
      : { metal: { text: metal }, lookupName: { text: entry.lookupName } }),
    // The formulas show the number 0 if the list has an empty cell.
    country: { shows: entry.countryText ?? "" },
    id: { shows: entry.id ?? 0 },
    idSource: { shows: entry.idSource ?? 0 },
    street: { shows: 0 },
    city: { shows: entry.city ?? 0 },
    state: { shows: entry.state ?? 0 },
    standardName: { shows: entry.standardName },
    countryCode: { shows: entry.country ?? SHOWN_AS_UNKNOWN },
  };
}

/** The template's word for a mineral; its key if there is none. */
export function mineralName({ minerals }: Family, mineral: MineralId): string {
  return minerals.find(({ id }) => id === mineral)?.names[0] ?? mineral;
}

interface Facilities {
  /** The entry of the template's list that its formulas resolve for this ID; undefined if they would not. */
  byId(metal: string, id: string): LookUpRow | undefined;
}

/** Column of the look-up sheet in which the formulas look up metal and name. Some rows of 6.31 and 6.4 lack it. */
const KEY_COLUMN = "J";

/** The name under which the form's smelter list shows a smelter. */
export function shownName(template: Template, { metal, id, name }: FormSmelter): string | undefined {
  return (id === undefined ? undefined : facilities(template).byId(metal, id))?.lookupName ?? name;
}

function facilities({ workbook, detected }: Template): Facilities {
  const { ownList } = detected.layout;
  const sheet = ownList && workbook.sheet(ownList.sheet);
  const keyed = new Set(
    (sheet?.rows ?? [])
      .filter((row) => findCell(row, columnNumber(KEY_COLUMN)) !== undefined)
      .map((row) => `${sheet?.name}!${ownList?.columns.metal}${row.row}`),
  );
  const found = new Map<string, LookUpRow>();
  /** The ID that the formulas show for a name: that of its first row. */
  const shown = new Map<string, string>();
  for (const row of readLookUpRows(workbook, detected.family, detected.layout)) {
    if (row.id === undefined || (keyed.size > 0 && !keyed.has(row.at))) continue;
    const key = `${row.metal} ${row.id}`;
    const before = found.get(key);
    const isStandard = row.lookupName === row.standardName;
    const name = `${row.metal} ${row.lookupName}`;
    if (!shown.has(name)) shown.set(name, row.id);
    if (!isStandard && shown.get(name) !== row.id) continue;
    if (before === undefined || (isStandard && before.lookupName !== before.standardName))
      found.set(key, row);
  }
  return { byId: (metal, id) => found.get(`${metal} ${id}`) };
}

/** The template's spelling of each country: the first name on its list. */
export const COUNTRY_NAMES = new Map<string, string>();
for (const [name, code] of Object.entries(TEMPLATE_COUNTRIES)) {
  if (code !== null && !COUNTRY_NAMES.has(code)) COUNTRY_NAMES.set(code, name);
}
