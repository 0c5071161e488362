// Compares the cells of two responses by their meaning.
import { asksCompanyQuestions, asksFurther } from "../../domain/scope.ts";
import { editionOf, familyOf } from "../../forms/editions.ts";
import { placedLayout } from "../../forms/placed-layout.ts";
import { isSerial } from "../../lib/serial-date.ts";
import { fold } from "../../lib/text.ts";
import type { Answer, CompanyValue, Product, Response, SmelterRow } from "../../model/response.ts";
import { smelterCell } from "../../model/response.ts";
import type { AnswerChange, CellChange } from "../../model/response-diff.ts";
import {
  COMPANY_FIELDS,
  CONTACT_FIELDS,
  type MineralId,
  PRODUCT_COLUMNS,
  SMELTER_COLUMNS,
} from "../../model/vocabulary.ts";
import { type Compared, strength } from "../answer-strength.ts";
import type { RowPairs } from "./pair-rows.ts";

/** A cell of one response: its value for programs, the typed text, and its address. */
interface Read {
  value: string | null;
  text: string;
  at: string | null;
}

type Known = Pick<CellChange, "part" | "key" | "metal">;

/** Names and addresses of people. */
const PERSONAL: ReadonlySet<string> = new Set([...CONTACT_FIELDS, "contactName", "contactEmail"]);

/** The change of a cell; undefined if it means the same in both responses, whatever the wording or language. */
function change(known: Known, before: Read | undefined, after: Read | undefined): CellChange | undefined {
  if (before === undefined && after === undefined) return undefined;
  const same =
    before !== undefined &&
    after !== undefined &&
    (before.value ?? before.text) === (after.value ?? after.text);
  if (same) return undefined;
  const at = { before: before?.at ?? null, after: after?.at ?? null };
  return PERSONAL.has(known.key)
    ? { ...known, at, text: { before: null, after: null }, withheld: true }
    : { ...known, at, text: { before: before?.text ?? null, after: after?.text ?? null } };
}

/**
 * Compares everything except smelter rows: the template, the company block, the answers and their comments, the
 * products.
 */
export function diffDeclarations(before: Response, after: Response): CellChange[] {
  const company = COMPANY_FIELDS.flatMap((key) => {
    const read = key === "effectiveDate" ? readDay : readCompany;
    return (
      change({ part: "company", key, metal: null }, read(before.company[key]), read(after.company[key])) ?? []
    );
  });
  return [...diffTemplate(before, after), ...company, ...diffProducts(before, after)];
}

function diffTemplate(before: Response, after: Response): CellChange[] {
  const of = (text: string | null): Read | undefined =>
    text === null ? undefined : { value: null, text, at: null };
  return (["version", "language"] as const).flatMap(
    (key) =>
      change({ part: "template", key, metal: null }, of(before.template[key]), of(after.template[key])) ?? [],
  );
}

function readCompany(entry: CompanyValue | undefined): Read | undefined {
  return entry && { value: entry.value, text: (entry.raw ?? entry.value ?? "").trim(), at: entry.at };
}

/** A date stored as a serial number is shown as a day. */
function readDay(entry: CompanyValue | undefined): Read | undefined {
  const read = readCompany(entry);
  return read?.value && isSerial(read.text) ? { ...read, text: read.value } : read;
}

/** Compares the answers per mineral and per company, with their comments. */
export function diffAnswers(before: Response, after: Response): AnswerChange[] {
  const { questions, practices } = familyOf(after);
  const { layout: was } = editionOf(before);
  const { layout: is } = editionOf(after);
  // A question that only one edition asks, or that means something else in the other, is not a change by the supplier.
  const asksBoth = ({ key }: { key: string }): boolean => {
    const [meaning, meant] = [was, is].map(
      ({ questions: asked, policies }) => [...asked, ...policies].find((one) => one.key === key)?.meaning,
    );
    return meaning !== undefined && meaning === meant;
  };
  const minerals = is.minerals.filter((metal) => was.minerals.includes(metal));
  const further = (metal: MineralId) => [before, after].map((one) => asksFurther(one, metal));
  const perMetal = questions
    .filter(asksBoth)
    .flatMap((question) =>
      minerals.flatMap((metal) =>
        diffAnswer(
          question,
          metal,
          [before.answers[metal]?.[question.key], after.answers[metal]?.[question.key]],
          further(metal),
        ),
      ),
    );
  const perCompany = practices
    .filter(asksBoth)
    .flatMap((practice) =>
      diffAnswer(
        practice,
        null,
        [before.policies[practice.key], after.policies[practice.key]],
        [before, after].map(asksCompanyQuestions),
      ),
    );
  return [...perMetal, ...perCompany];
}

function diffAnswer(
  question: Compared,
  metal: MineralId | null,
  [before, after]: readonly [Answer | undefined, Answer | undefined],
  asked: readonly boolean[],
): AnswerChange[] {
  const part = metal === null ? "policies" : "answers";
  const key = metal === null ? question.key : `${metal}.${question.key}`;
  const answered = change({ part, key, metal }, readAnswer(before), readAnswer(after));
  const commented = change(
    { part, key: `${key}.comment`, metal },
    readCompany(before?.comment),
    readCompany(after?.comment),
  );
  const direction = answered && directionOf(question, [before, after], asked);
  return [
    ...(answered ? [{ ...answered, question: question.key, ...(direction ? { direction } : {}) }] : []),
    ...(commented ? [{ ...commented, question: question.key }] : []),
  ];
}

function readAnswer(answer: Answer | undefined): Read | undefined {
  if (answer === undefined || answer.blank) return undefined;
  return { value: answer.value, text: (answer.raw ?? answer.value ?? "").trim(), at: answer.at };
}

/** Whether the later answer is better or worse. A blank is ranked only if an answer is required. */
function directionOf(
  question: Compared,
  [before, after]: readonly [Answer | undefined, Answer | undefined],
  asked: readonly boolean[],
): AnswerChange["direction"] {
  if (question.better === null) return undefined;
  const [was, is] = [before, after].map((answer, side) =>
    answer === undefined || answer.blank
      ? strength(question, asked[side] ? "not answered" : "not asked")
      : strength(question, answer.value ?? "not understood"),
  );
  if (was === undefined || is === undefined || was === is) return undefined;
  return is > was ? "stronger" : "weaker";
}

/** Compares the cells of smelter rows present in both responses. */
export function diffRows(before: Response, after: Response, { pairs }: RowPairs): CellChange[] {
  return pairs.flatMap(({ before: was, after: is }) =>
    SMELTER_COLUMNS.flatMap((key) => {
      const known = { part: "smelters" as const, key, metal: is.row.metal ?? was.row.metal ?? null };
      return change(known, readColumn(before, was.row, key), readColumn(after, is.row, key)) ?? [];
    }),
  );
}

function readColumn(
  response: Response,
  row: SmelterRow,
  key: (typeof SMELTER_COLUMNS)[number],
): Read | undefined {
  const value = row[key];
  const text = row.raw?.[key] ?? value;
  return text === undefined
    ? undefined
    : { value: value ?? null, text: text.trim(), at: smelterCell(response, row, key) };
}

/** Products are paired by number, else by row. */
function diffProducts(before: Response, after: Response): CellChange[] {
  const keyOf = ({ number, row }: Product) => (number === undefined ? `row ${row}` : fold(number));
  const was = new Map(before.products.map((product) => [keyOf(product), product]));
  const is = new Map(after.products.map((product) => [keyOf(product), product]));
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((product) =>
    PRODUCT_COLUMNS.flatMap(
      (key) =>
        change(
          { part: "products", key, metal: null },
          readProduct(before, was.get(product), key),
          readProduct(after, is.get(product), key),
        ) ?? [],
    ),
  );
}

function readProduct(
  response: Response,
  product: Product | undefined,
  key: (typeof PRODUCT_COLUMNS)[number],
): Read | undefined {
  const text = product?.[key];
  if (product === undefined || text === undefined) return undefined;
  const layout = placedLayout(response).products;
  const column = layout?.columns[key];
  const sheet = product.sheet ?? layout?.sheet;
  const at = sheet !== undefined && column !== undefined ? `${sheet}!${column}${product.row}` : null;
  return { value: null, text, at };
}
