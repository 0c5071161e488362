// Reads the labels of a declaration: fields of the company block, questions by their number or letter, minerals.
import type { DetectedTemplate } from "../forms/detect.ts";
import type { ColumnHead, Family, Layout } from "../forms/form.ts";
import { COLUMN_HEADS } from "../forms/form.ts";
import { LabelReader, labelMark } from "../forms/read-labels.ts";
import { COMPANY_FIELDS, type CompanyField, type QuestionId } from "../model/vocabulary.ts";

/** The key of a row: a company field, a question per mineral or a question per company. */
export type RowKey = `company ${CompanyField}` | `question ${string}` | `practice ${string}`;

export interface DeclarationReaders {
  company: LabelReader<CompanyField>;
  heads: LabelReader<ColumnHead>;
  /** The question or practice in a text; "other" if it has the right number but asks something else. */
  question(text: string): RowKey | "other" | undefined;
}

const known = new WeakMap<Layout, DeclarationReaders>();

/** Readers for the labels of a layout. */
export function readersOf({
  family,
  layout,
}: Pick<DetectedTemplate, "family" | "layout">): DeclarationReaders {
  const made = known.get(layout);
  if (made) return made;
  const fields = COMPANY_FIELDS.filter((field) => field in layout.company || isDate(field, layout));
  const readers = {
    company: new LabelReader(fields.map((field) => [field, family.labels.company[field] ?? []])),
    heads: new LabelReader(COLUMN_HEADS.map((head) => [head, family.labels.heads[head] ?? []])),
    question: questionReader(family, layout),
  };
  known.set(layout, readers);
  return readers;
}

function isDate(field: CompanyField, layout: Layout): boolean {
  return field === "effectiveDate" && layout.dateParts !== undefined;
}

const IS_ENGLISH = /\b(?:the|your|you|any|is|are|do|has|have)\b/i;

function questionReader(family: Family, layout: Layout): DeclarationReaders["question"] {
  const asked = [
    ...layout.questions.map(({ key, number }) => ({ key: questionKey(key), id: key, mark: number })),
    ...layout.policies.map(({ key, letter }) => ({ key: practiceKey(key), id: key, mark: letter })),
  ];
  const probes = new Map(
    [...family.questions, ...family.practices].map(({ key, probe }): [string, RegExp] => [key, probe]),
  );
  const byMark = new Map(asked.map((one) => [one.mark, one]));
  const unmarked = new LabelReader<QuestionId>(
    layout.questions.map(({ key }) => [key, family.labels.questions[key] ?? []]),
  );
  return (text) => {
    const byText = unmarked.key(text);
    if (byText !== undefined) return questionKey(byText);
    const one = byMark.get(labelMark(text) ?? "");
    if (one === undefined) return undefined;
    // The language may have been changed without recalculating the labels.
    const says = !IS_ENGLISH.test(text) || (probes.get(one.id)?.test(text) ?? true);
    return says ? one.key : "other";
  };
}

export const companyKey = (field: CompanyField): RowKey => `company ${field}`;
export const questionKey = (key: string): RowKey => `question ${key}`;
export const practiceKey = (key: string): RowKey => `practice ${key}`;
