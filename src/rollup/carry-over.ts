// Carries an older response over into a current blank form: what can be copied, what must be reviewed or asked again,
// and what the form has no place for. Draws no conclusions that the older response does not state.

import { reportedName } from "../domain/facility.ts";
import { isNotIdentified, isNotListed } from "../domain/sentinels.ts";
import type { DetectedTemplate } from "../forms/detect.ts";
import { editionOf, familyOf } from "../forms/editions.ts";
import type { Choice, Family, Layout, Meaning, QuestionLayout } from "../forms/form.ts";
import { choicesFor, findPractice, findQuestion, mineralsOf, rowOf } from "../forms/layouts.ts";
import { inRowOrder, withSelected } from "../forms/selected-minerals.ts";
import { defined } from "../lib/defined.ts";
import type { Facts } from "../model/finding.ts";
import type { RowMatch } from "../model/match.ts";
import type { Answer, ReadText, Response, SelectedMineral, SmelterRow } from "../model/response.ts";
import {
  type AnswerCode,
  COMPANY_FIELDS,
  type MineralId,
  meansYes,
  PRODUCT_COLUMNS,
  SMELTER_COLUMNS,
  type SmelterColumn,
} from "../model/vocabulary.ts";
import {
  COUNTRY_NAMES,
  type FormAnswer,
  type FormContent,
  type FormSmelter,
  FREE_COLUMNS,
  mineralName,
} from "./fill-template.ts";

/**
 * Why a cell of the new form must be reviewed: the form does not offer the older answer; it asks the question
 * differently; the answer is entered differently; the form offers further answers besides it; a smelter could not be
 * matched to the form's list with certainty; it is entered as the matching facility on the list; a row could not be
 * entered.
 */
export type DoubtKind =
  | "notOffered"
  | "reworded"
  | "restated"
  | "wider"
  | "unlisted"
  | "listedAs"
  | "rowLost";

export interface Doubt {
  why: DoubtKind;
  sheet: string;
  /** Null if the doubt is not about a cell of the form. */
  cell: string | null;
  facts: Facts;
}

/** Content of the older response that the form has no place for. */
export interface LeftBehind {
  what: string;
  /** Number of cells or rows. */
  count: number;
}

export interface CarriedForm {
  content: FormContent;
  smelters: FormSmelter[];
  doubts: Doubt[];
  leftBehind: LeftBehind[];
  /** Number of cells and rows filled in. */
  carried: {
    company: number;
    answers: number;
    practices: number;
    smelters: number;
    products: number;
    mines?: number;
  };
}

/** Answers with the same meaning in forms that word their choices differently. */
const SAME_ANSWER: Partial<Record<AnswerCode, AnswerCode>> = {
  pctGt25: "pctLe50",
  pctLt25: "pctLe50",
  notApplicable: "notDeclaring",
  notDeclaring: "notApplicable",
};

/** Questions that an older edition asks instead of another one, with the answers that settle the other one too. */
const SETTLED: Partial<Record<Meaning, { by: Meaning; answers: readonly AnswerCode[] }>> = {
  // If none of a metal is recycled, not all of it is.
  recycledAll: { by: "recycledAny", answers: ["no"] },
};

/** Columns of the smelter list that are copied, besides those that identify the facility. */
const TEXT_COLUMNS = ["mineNames", "mineCountries", ...FREE_COLUMNS] as const;
/** Columns that identify the facility or its place, or that the form calculates. */
const TELLING: readonly SmelterColumn[] = [
  ...(["metal", "lookupName", "name", "country", "id", "idInput", "idSource", "recycled"] as const),
  ...(["street", "city", "state", "standardName", "countryCode", "stateCode"] as const),
];

/**
 * Carries a response over into a blank form of its family. `matches` are those of its rows with the form's own list.
 * The date is left blank, as it is that of the new declaration.
 */
export function carryOver(
  response: Response,
  matches: readonly (RowMatch | undefined)[],
  detected: DetectedTemplate,
): CarriedForm {
  const doubts: Doubt[] = [];
  const leftBehind: LeftBehind[] = [];
  const leave = (what: string, count: number) => {
    if (count > 0) leftBehind.push({ what, count });
  };
  for (const { part, reason } of response.unread ?? []) leave(`${part}: ${reason}`, 1);
  const content: FormContent = {
    ...carryCompany(response, detected, doubts),
    answers: carryAnswers(response, detected, doubts, leave),
    policies: carryPractices(response, detected, doubts, leave),
    products: carryProducts(response, detected, leave),
    ...carryMinerals(detected),
    ...carryMines(response, detected, leave),
  };
  leave(
    "reasons why a mineral is asked about, which are the requester's",
    response.mineralReasons?.length ?? 0,
  );
  const smelters = carrySmelters(response, matches, detected, doubts, leave);
  const filled = (answers: Readonly<Record<string, FormAnswer | undefined>>) =>
    Object.values(answers).filter((answer) => answer !== undefined && answer.value !== null).length;
  return {
    content,
    smelters,
    doubts,
    leftBehind,
    carried: {
      company: Object.keys(content.company).length + (content.scope === null ? 0 : 1),
      answers: Object.values(content.answers).reduce((sum, answers) => sum + filled({ ...answers }), 0),
      practices: filled({ ...content.policies }),
      smelters: smelters.length,
      products: content.products.length,
      ...(content.mines === undefined ? {} : { mines: content.mines.length }),
    },
  };
}

/**
 * The form for the minerals of the response: those that it selects, or that its edition has; unchanged if its minerals
 * are fixed.
 */
export function selectedAsBefore(response: Response, detected: DetectedTemplate): DetectedTemplate {
  if (detected.layout.selection === undefined) return detected;
  const { family } = detected;
  const before: readonly SelectedMineral[] =
    response.minerals?.filter(({ deselected }) => !deselected) ??
    editionOf(response).layout.minerals.map((id) => ({ id, at: "" }));
  const named = before.map((mineral) => ({ ...mineral, name: nameOf(family, mineral) }));
  return withSelected(detected, inRowOrder(named));
}

/** The template's word for a mineral, or the name that the response gives it. */
function nameOf(family: Family, { id, raw }: SelectedMineral): string {
  return family.minerals.some((mineral) => mineral.id === id) ? mineralName(family, id) : (raw ?? id);
}

function carryMinerals({ family, layout, minerals = [] }: DetectedTemplate): Pick<FormContent, "minerals"> {
  if (layout.selection === undefined) return {};
  return {
    minerals: minerals.map((mineral) => ({
      id: mineral.id,
      name: nameOf(family, mineral),
      isOther: !family.minerals.some(({ id }) => id === mineral.id),
    })),
  };
}

/** Copies the rows of the mine list, including the names of their smelters. */
function carryMines(
  { mines = [] }: Response,
  { family, layout, minerals = [] }: DetectedTemplate,
  leave: Leave,
): Pick<FormContent, "mines"> {
  if (layout.mines === undefined) {
    leave("rows of the mine list, which the form does not have", mines.length);
    return {};
  }
  return {
    mines: mines.map(({ row: _row, sheet: _sheet, raw = {}, metal, country, ...texts }) => {
      const selected = minerals.find(({ id }) => id === metal);
      const named =
        metal === undefined ? raw.metal : selected ? nameOf(family, selected) : mineralName(family, metal);
      const place = country === undefined ? raw.country : (COUNTRY_NAMES.get(country) ?? country);
      return defined({ ...texts, metal: named, country: place });
    }),
  };
}

type Leave = (what: string, count: number) => void;

function carryCompany(
  { company }: Response,
  { layout, declaration }: DetectedTemplate,
  doubts: Doubt[],
): Pick<FormContent, "company" | "scope"> {
  const texts: FormContent["company"] = {};
  for (const field of COMPANY_FIELDS) {
    if (field === "scope" || field === "effectiveDate" || layout.company[field] === undefined) continue;
    const text = company[field]?.value ?? company[field]?.raw;
    if (text !== undefined && text !== "") texts[field] = text;
  }
  const given = company.scope;
  const scope = layout.scopes.find((one) => one.scope === given?.value)?.scope ?? null;
  if (given !== undefined && scope === null) {
    const text = given.raw ?? given.value ?? "";
    doubts.push({
      why: "notOffered",
      sheet: declaration.name,
      cell: layout.company.scope ?? null,
      facts: { text },
    });
  }
  return { company: texts, scope };
}

function carryAnswers(
  response: Response,
  { layout, declaration }: DetectedTemplate,
  doubts: Doubt[],
  leave: Leave,
): FormContent["answers"] {
  const before = editionOf(response).layout;
  const answers: Record<MineralId, Record<string, FormAnswer>> = {};
  const used = new Set<QuestionLayout>();
  for (const question of layout.questions) {
    const settled = SETTLED[question.meaning];
    const same = findQuestion(before, question.meaning);
    const source = same ?? (settled && findQuestion(before, settled.by));
    if (source === undefined) continue;
    used.add(source);
    for (const mineral of mineralsOf(layout, question)) {
      const given = response.answers[mineral]?.[source.key];
      if (given === undefined) continue;
      const at = {
        sheet: declaration.name,
        cell: `${layout.answerColumn}${rowOf(layout, question, mineral)}`,
      };
      const isSettled =
        same !== undefined || (given.value !== null && settled?.answers.includes(given.value));
      const choices = choicesFor(question, mineral);
      const value = isSettled
        ? offered(given, choicesFor(source, mineral), choices, at, doubts)
        : open("reworded", given, at, doubts);
      answers[mineral] = { ...answers[mineral], [question.key]: answerWith(value, given) };
    }
  }
  for (const question of before.questions) {
    if (used.has(question)) continue;
    const given = Object.values(response.answers).filter((one) => one[question.key] !== undefined);
    leave(`answers to question ${question.number}, which the form does not ask`, given.length);
  }
  const others = Object.keys(response.answers).filter((mineral) => !layout.minerals.includes(mineral));
  leave("minerals that the form does not ask about", others.length);
  return answers;
}

function carryPractices(
  response: Response,
  { layout, declaration }: DetectedTemplate,
  doubts: Doubt[],
  leave: Leave,
): FormContent["policies"] {
  const before: Layout = editionOf(response).layout;
  const policies: Record<string, FormAnswer> = {};
  for (const practice of layout.policies) {
    const source = findPractice(before, practice.meaning);
    const given = source && response.policies[source.key];
    if (given === undefined) continue;
    const at = { sheet: declaration.name, cell: `${layout.answerColumn}${practice.row}` };
    const value = offered(given, source?.choices ?? [], practice.choices, at, doubts);
    policies[practice.key] = answerWith(value, given);
  }
  for (const practice of before.policies) {
    const isGiven = response.policies[practice.key] !== undefined;
    const isAsked = findPractice(layout, practice.meaning) !== undefined;
    leave(
      `the answer to company question ${practice.letter}, which the form does not ask`,
      isGiven && !isAsked ? 1 : 0,
    );
  }
  return policies;
}

type Place = Pick<Doubt, "sheet" | "cell">;

/** The older answer as a choice of the form; null if the form does not offer it. */
function offered(
  given: Answer,
  before: readonly Choice[],
  choices: readonly Choice[],
  at: Place,
  doubts: Doubt[],
): AnswerCode | null {
  const has = (code: AnswerCode) => choices.some((choice) => choice.code === code);
  const { value } = given;
  if (value === null) return open("notOffered", given, at, doubts);
  if (has(value)) {
    const known = new Set(before.map(({ code }) => code));
    const isWider = value === "no" && choices.some(({ code }) => meansYes(code) && !known.has(code));
    if (isWider) doubts.push({ ...at, why: "wider", facts: { text: value } });
    return value;
  }
  const other = SAME_ANSWER[value] ?? (meansYes(value) ? "yes" : undefined);
  if (other === undefined || !has(other)) return open("notOffered", given, at, doubts);
  doubts.push({ ...at, why: "restated", facts: { text: value, now: other } });
  return other;
}

/** Leaves an answer open and says what it was; a blank one is asked anyway. */
function open(why: DoubtKind, given: Answer, at: Place, doubts: Doubt[]): null {
  const text = given.value ?? given.raw;
  if (text !== undefined && given.blank === undefined) doubts.push({ ...at, why, facts: { text } });
  return null;
}

function answerWith(value: AnswerCode | null, { comment }: Answer): FormAnswer {
  return { value, ...(comment === undefined ? {} : { comment: textOf(comment) }) };
}

/** A text, with the URL that was only in its hyperlink. */
function textOf({ value, link }: ReadText): string {
  return link === undefined ? value : [value, link].filter((part) => part !== "").join(" ");
}

function carryProducts(
  { products }: Response,
  { layout }: DetectedTemplate,
  leave: Leave,
): FormContent["products"] {
  const columns = layout.products?.columns;
  const carried = products.filter(({ number }) => columns !== undefined && number !== undefined);
  leave("rows of the product list without a product number", products.length - carried.length);
  for (const key of PRODUCT_COLUMNS) {
    const isLost = columns?.[key] === undefined;
    leave(
      `the product list's column "${key}", which the form does not have`,
      carried.filter((product) => isLost && product[key] !== undefined).length,
    );
  }
  return carried.map(({ number = "", name, requesterNumber, requesterName, comments }) => ({
    number,
    ...defined({ name, requesterNumber, requesterName, comments }),
  }));
}

function carrySmelters(
  response: Response,
  matches: readonly (RowMatch | undefined)[],
  { layout, smelterSheet }: DetectedTemplate,
  doubts: Doubt[],
  leave: Leave,
): FormSmelter[] {
  const { columns, firstRow } = layout.smelters;
  const smelters: FormSmelter[] = [];
  const lost = new Map<SmelterColumn, number>();
  response.smelters.forEach((row, index) => {
    const match = matches[index];
    const metal = row.metal ?? match?.metal ?? undefined;
    const kind = kindOf(row, match);
    const smelter = reportedName(row);
    const of = { row: row.row, smelter: smelter || null, id: row.id ?? row.idInput ?? null };
    if (metal === undefined || !layout.minerals.includes(metal) || kind === undefined) {
      doubts.push({ why: "rowLost", sheet: smelterSheet, cell: null, facts: of });
      return;
    }
    const number = firstRow + smelters.length;
    const at = (column: SmelterColumn) => ({ sheet: smelterSheet, cell: `${columns[column]}${number}` });
    const recycled = recycledOf(row);
    if (row.recycled !== undefined && recycled === undefined)
      doubts.push({ ...at("recycled"), why: "notOffered", facts: { text: row.recycled } });
    if (kind === "described" && !wasNotListed(row, match))
      doubts.push({ ...at("lookupName"), why: "unlisted", facts: of });
    if (kind === "matched" && match !== undefined && isRestated(row, match)) {
      const now = `${match.standardName ?? ""} (${match.id})`.trim();
      doubts.push({ ...at("lookupName"), why: "listedAs", facts: { ...of, now } });
    }
    for (const key of SMELTER_COLUMNS) {
      const isCarried = TELLING.includes(key) || columns[key] !== undefined;
      if (!isCarried && row[key as keyof SmelterRow] !== undefined) lost.set(key, (lost.get(key) ?? 0) + 1);
    }
    smelters.push({
      metal,
      kind,
      ...(kind === "matched" ? defined({ id: match?.id }) : {}),
      ...(kind === "described" ? describe(row) : {}),
      ...defined({ recycled }),
      ...defined(Object.fromEntries(TEXT_COLUMNS.map((key) => [key, row[key]]))),
    });
  });
  for (const [key, count] of lost)
    leave(`the smelter list's column "${key}", which the form does not have`, count);
  return smelters;
}

/** How a row is entered; undefined if it names nothing. */
function kindOf(row: SmelterRow, match: RowMatch | undefined): FormSmelter["kind"] | undefined {
  const name = reportedName(row);
  if (isNotIdentified(row.lookupName ?? name)) return "notIdentified";
  if (match?.id !== undefined && !contradictsItself(match)) return "matched";
  const isNamed = name !== "" && !isNotListed(name);
  return isNamed || row.id !== undefined || isNotListed(row.lookupName ?? "") ? "described" : undefined;
}

/** Whether the supplier said that its list did not have the facility, and this one has nothing similar. */
function wasNotListed(row: SmelterRow, match: RowMatch | undefined): boolean {
  return isNotListed(row.lookupName ?? "") && match?.kind === "none";
}

/** Whether the row refers to two facilities, so that only its supplier knows which is meant. */
function contradictsItself({ disagreements }: RowMatch): boolean {
  return disagreements.some(({ kind }) => kind !== "country");
}

/** Whether the form shows something else for the row than the row said. */
function isRestated(row: SmelterRow, { kind, id, disagreements }: RowMatch): boolean {
  return (
    ["legacyId", "earlierId", "placeName", "decided"].includes(kind) ||
    disagreements.length > 0 ||
    (row.id !== undefined && row.id !== id)
  );
}

function describe(row: SmelterRow): Partial<FormSmelter> {
  const name = reportedName(row);
  return defined({
    name: name === "" || isNotListed(name) ? undefined : name,
    id: row.id ?? row.idInput,
    country: row.country,
    street: row.street,
    city: row.city,
    state: row.state,
  });
}

function recycledOf({ recycled }: SmelterRow): FormSmelter["recycled"] {
  return recycled === "yes" || recycled === "no" || recycled === "unknown" ? recycled : undefined;
}

/** Whether a response can be carried over into a form, which must be of the same family. */
export function isOfFamily(response: Response, { family }: DetectedTemplate): boolean {
  return familyOf(response).id === family.id;
}
