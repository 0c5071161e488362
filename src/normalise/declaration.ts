// Reads the declaration sheet: company block, answers per metal, policy answers.

import { readAnswer } from "../forms/answers.ts";
import type { DetectedTemplate } from "../forms/detect.ts";
import { findEdition } from "../forms/editions.ts";
import type { Choice } from "../forms/form.ts";
import { choicesFor, questionsFor } from "../forms/layouts.ts";
import { readDate, readMonth, serialToDate } from "../lib/read-date.ts";
import { isSerial } from "../lib/serial-date.ts";
import { cellText, cleanText, findCell, findRow, parseAddress } from "../model/cells.ts";
import type { Answer, CompanyValue, Note, ReadText, Response } from "../model/response.ts";
import { COMPANY_FIELDS, type CompanyField, type MineralId } from "../model/vocabulary.ts";
import type { Cell } from "../model/workbook.ts";
import { type Beside, type Extra, extraNote, lookBeside } from "./beside.ts";
import { MissingResults } from "./missing-results.ts";
import type { Placement } from "./placement.ts";
import { readScope } from "./scope.ts";

export type Declaration = Pick<Response, "company" | "answers" | "policies" | "notes">;

/** Reads the declaration sheet at the cells found by `placement`. `date1904` is the workbook's date system. */
export function readDeclaration(
  template: DetectedTemplate,
  placement: Placement,
  date1904: boolean,
): Declaration {
  const notes: Note[] = [];
  const sheet = new DeclarationSheet(template, placement);
  return {
    company: readCompany(sheet, date1904, notes),
    answers: readAnswers(sheet, notes),
    policies: readPolicies(sheet, notes),
    notes: [...notes, ...extraNote(template.declaration, sheet.extras), ...sheet.missing.notes()],
  };
}

/** Longer URLs do not work (the limit of spreadsheet programs). */
const LONGEST_LINK = 2083;

/** To the right of values in every layout: answers are merged over D:E, comments over G:J, the others up to J. */
const BESIDE_ANSWER: Beside = { merged: 1, reach: 2 };
const BESIDE_COMMENT: Beside = { merged: 3, reach: 3 };
const BESIDE_FIELD: Beside = { merged: 6, reach: 6 };
const BESIDE_OTHER: Partial<Record<CompanyField, Beside>> = {
  scope: { merged: 3, reach: 3 },
  effectiveDate: { merged: 1, reach: 1 },
};

/** A cell as stored: its text, its address with the sheet, and the target of its hyperlink. */
interface CellRead {
  text: string | undefined;
  at: string;
  link?: string;
}

/** The declaration by the layout's addresses. */
class DeclarationSheet {
  readonly template: DetectedTemplate;
  /** Cells that were read and have no usable value. */
  readonly missing: MissingResults;
  /** Texts beside filled cells. */
  readonly extras: Extra[] = [];
  readonly placement: Placement;

  constructor(template: DetectedTemplate, placement: Placement) {
    this.template = template;
    this.placement = placement;
    this.missing = new MissingResults(template.declaration);
  }

  /** A value's cell or, if that is blank, the cell beside it that holds the value. */
  orBeside(own: CellRead, beside: Beside, fits: (text: string) => boolean, notes: Note[]): CellRead {
    const { declaration } = this.template;
    const address = own.at.slice(declaration.name.length + 1);
    const isTaken = (column: number) => this.placement.hasOwnHead(column);
    const value = { isBlank: own.text === undefined, fits, isTaken };
    const { instead, note, extra } = lookBeside(declaration, address, value, beside);
    if (note !== undefined) notes.push(note);
    if (extra !== undefined) this.extras.push(extra);
    return instead === undefined ? own : this.at(instead);
  }

  /** The cell at an address: its text as stored, and its address with the sheet. */
  at(address: string): CellRead {
    const { declaration } = this.template;
    const place = parseAddress(address);
    const row = findRow(declaration, place.row);
    const cell = findCell(row, place.column);
    const at = `${declaration.name}!${address}`;
    if (cell === undefined) {
      if (row !== undefined) this.missing.addBlank(row, place.column);
      return { text: undefined, at };
    }
    // A formula that refers to an empty cell shows 0, which is not a valid answer anywhere in a declaration.
    const isBlank = this.missing.addIfError(cell) || showsZero(cell);
    const link = this.linkOf(address);
    return { text: isBlank ? undefined : cellText(cell), at, ...(link === undefined ? {} : { link }) };
  }

  /** The target of a cell's hyperlink. */
  private linkOf(address: string): string | undefined {
    const link = cleanText(this.template.declaration.links().get(address) ?? "").slice(0, LONGEST_LINK);
    return link === "" ? undefined : link;
  }
}

function showsZero({ formula, value }: Cell): boolean {
  return formula && value.type === "number" && value.number === 0;
}

function readCompany(sheet: DeclarationSheet, date1904: boolean, notes: Note[]): Response["company"] {
  const { layout } = sheet.template;
  const company: Response["company"] = {};
  for (const field of COMPANY_FIELDS) {
    const value =
      field === "effectiveDate" && layout.dateParts
        ? readDateParts(sheet, notes)
        : readField(sheet, field, date1904, notes);
    if (value) company[field] = value;
  }
  return company;
}

function readField(
  sheet: DeclarationSheet,
  field: CompanyField,
  date1904: boolean,
  notes: Note[],
): CompanyValue | undefined {
  const { family, layout } = sheet.template;
  const address = sheet.placement.company(field);
  if (address === undefined) return undefined;
  const fits = (text: string) =>
    field === "effectiveDate"
      ? readDate(text, date1904).date !== null
      : field !== "scope" || readScope(text, family, layout) !== undefined;
  const beside = BESIDE_OTHER[field] ?? BESIDE_FIELD;
  const { text, at, link } = sheet.orBeside(sheet.at(address), beside, fits, notes);
  if (text === undefined) return undefined;
  if (field === "effectiveDate") return effectiveDate(sheet.template, text, date1904, at, notes);
  if (field === "scope") {
    const scope = readScope(text, family, layout) ?? null;
    if (scope === null) {
      notes.push({ at, kind: "notUnderstood", note: "The scope is not one of the template's choices." });
    }
    return { value: scope, raw: text, at };
  }
  return readText(text, at, link);
}

/** A free text: trimmed, with the text as typed if that differs, and the link if the text does not contain it. */
function readText(text: string, at: string, link: string | undefined): ReadText {
  const value = cleanText(text);
  return {
    value,
    ...(value === text ? {} : { raw: text }),
    at,
    ...(link === undefined || spellsOut(value, link) ? {} : { link }),
  };
}

/** Programs add "mailto:" and a trailing slash by themselves. */
function spellsOut(text: string, link: string): boolean {
  return text.toLowerCase().includes(
    link
      .toLowerCase()
      .replace(/^(?:mailto:|https?:\/\/)/, "")
      .replace(/\/$/, ""),
  );
}

function effectiveDate(
  template: DetectedTemplate,
  text: string,
  date1904: boolean,
  at: string,
  notes: Note[],
): CompanyValue {
  const reading = readDate(text, date1904);
  if (reading.date === null) {
    const why =
      reading.reason === "notADate"
        ? "The effective date is not a date."
        : "The effective date can be read with the day or the month first.";
    notes.push({ at, kind: "notUnderstood", note: why });
    return { value: null, raw: text, at };
  }
  noteDateSystem(template, text, date1904, reading.date, at, notes);
  return reading.date === text ? { value: reading.date, at } : { value: reading.date, raw: text, at };
}

/** Notes a date years before its template was released that would be after the release in the other date system. */
function noteDateSystem(
  template: DetectedTemplate,
  text: string,
  date1904: boolean,
  date: string,
  at: string,
  notes: Note[],
): void {
  const released = findEdition(template.family, template.version)?.released;
  if (!released || !isSerial(text) || date1904) return;
  const other = serialToDate(Number(text), true);
  const yearsEarly = Number(released.slice(0, 4)) - Number(date.slice(0, 4));
  if (yearsEarly < 2 || other === undefined || other < released) return;
  notes.push({
    at,
    kind: "dateSystem",
    note: `The effective date ${date} lies years before the template's release; counted from 1904, as templates up to 3.x do, it would be ${other}.`,
  });
}

/** 1.00 has three cells for day, month by name, and year. */
function readDateParts(sheet: DeclarationSheet, notes: Note[]): CompanyValue | undefined {
  const parts = sheet.placement.dateParts;
  if (!parts) return undefined;
  const [day, month, year] = [parts.day, parts.month, parts.year].map((address) => sheet.at(address));
  const texts = [day, month, year].map((part) => part?.text).filter((text) => text !== undefined);
  if (!day || !month || !year || texts.length === 0) return undefined;
  const raw = texts.map((text) => cleanText(text)).join(" ");
  const number = month.text === undefined ? undefined : readMonth(month.text);
  const iso =
    number && `${year.text}-${String(number).padStart(2, "0")}-${(day.text ?? "").padStart(2, "0")}`;
  const reading = readDate(iso || "", false);
  if (reading.date === null) {
    notes.push({ at: day.at, kind: "notUnderstood", note: "Day, month and year give no date." });
  }
  return { value: reading.date, raw, at: day.at };
}

function readAnswers(sheet: DeclarationSheet, notes: Note[]): Response["answers"] {
  const answers: Response["answers"] = {};
  const { layout } = sheet.template;
  for (const metal of layout.minerals) {
    const ofMetal: NonNullable<Response["answers"][MineralId]> = {};
    for (const question of questionsFor(layout, metal)) {
      const row = sheet.placement.answerRow(question, metal);
      const answer = readOne(sheet, row, choicesFor(question, metal), notes);
      if (answer) ofMetal[question.key] = answer;
    }
    if (Object.keys(ofMetal).length > 0) answers[metal] = ofMetal;
  }
  return answers;
}

function readPolicies(sheet: DeclarationSheet, notes: Note[]): Response["policies"] {
  const policies: Response["policies"] = {};
  for (const policy of sheet.template.layout.policies) {
    const row = sheet.placement.policyRow(policy);
    const answer = readOne(sheet, row, policy.choices, notes);
    if (answer) policies[policy.key] = answer;
  }
  return policies;
}

/** The answer and comment of one row; undefined if both are blank. */
function readOne(
  sheet: DeclarationSheet,
  row: number | undefined,
  choices: readonly Choice[],
  notes: Note[],
): Answer | undefined {
  const { family } = sheet.template;
  const { answerColumn } = sheet.placement;
  if (row === undefined || answerColumn === undefined) return undefined;
  const isAnswer = (text: string) => readAnswer(text, choices, family) !== undefined;
  const { text, at } = sheet.orBeside(sheet.at(`${answerColumn}${row}`), BESIDE_ANSWER, isAnswer, notes);
  const comment = readComment(commentCells(sheet, row, notes));
  if (text === undefined) {
    return comment && { value: null, at, blank: true, comment };
  }
  const value = readAnswer(text, choices, family) ?? null;
  if (value === null) {
    notes.push({
      at,
      kind: "notUnderstood",
      note: "The answer is not one of the known answers to this question.",
    });
  }
  return { value, raw: text, at, ...(comment ? { comment } : {}) };
}

/** The cells of a row's comment, which 1.00 does not merge. */
function commentCells(sheet: DeclarationSheet, row: number, notes: Note[]): CellRead[] {
  const cells = sheet.placement.commentColumns.map((column) => sheet.at(`${column}${row}`));
  const [only] = cells;
  return only && cells.length === 1 ? [sheet.orBeside(only, BESIDE_COMMENT, () => true, notes)] : cells;
}

/** Joins several cells into one comment. */
function readComment(cells: readonly CellRead[]): ReadText | undefined {
  const filled = cells.flatMap(({ text, at, link }) => (text === undefined ? [] : [{ text, at, link }]));
  const [first] = filled;
  if (!first) return undefined;
  if (filled.length === 1) return readText(first.text, first.at, first.link);
  const link = filled.find((cell) => cell.link !== undefined)?.link;
  return readText(filled.map(({ text }) => cleanText(text)).join(" "), first.at, link);
}
