// Every free text that a person typed into a response, with its cell.

import { saysNotListed } from "../../domain/sentinels.ts";
import { FIELD_NAMES } from "../../model/labels.ts";
import { type Response, smelterCell } from "../../model/response.ts";
import { CONTACT_FIELDS, PRODUCT_COLUMNS } from "../../model/vocabulary.ts";
import type { Subject } from "../rule.ts";
import { productCell } from "./rows.ts";

export interface TypedText {
  at: string;
  text: string;
  /** If it names or identifies a person: the form's label for it. */
  person?: string;
}

/** Columns of a smelter row that the supplier always types. */
const TYPED_COLUMNS = [
  "contactName",
  "contactEmail",
  "nextSteps",
  "mineNames",
  "mineCountries",
  "comments",
] as const;
/** Columns that the template fills in for listed smelters. */
const TYPED_WHERE_NOT_LISTED = ["name", "street", "city", "state"] as const;

export function* typedTexts({ response, layout }: Subject): Generator<TypedText> {
  for (const [field, value] of Object.entries(response.company)) {
    if (field === "scope" || field === "effectiveDate" || value === undefined) continue;
    const text = value.raw ?? value.value;
    if (text !== null) yield { at: value.at, text, ...personOf(field) };
  }
  yield* comments(response);
  for (const row of response.smelters) {
    const columns = saysNotListed(row) ? [...TYPED_COLUMNS, ...TYPED_WHERE_NOT_LISTED] : TYPED_COLUMNS;
    for (const column of columns) {
      const text = row.raw?.[column] ?? row[column];
      if (text !== undefined) yield { at: smelterCell(response, row, column), text, ...personOf(column) };
    }
  }
  if (layout.products === undefined) return;
  for (const product of response.products) {
    for (const column of PRODUCT_COLUMNS) {
      const text = product[column];
      if (text !== undefined) yield { at: productCell(layout.products, product, column), text };
    }
  }
}

/** Contacts in smelter rows are labelled like those of the company. */
function personOf(field: string): { person?: string } {
  const known = CONTACT_FIELDS.find((one) => one === field);
  return known === undefined ? {} : { person: FIELD_NAMES[known] };
}

function* comments(response: Response): Generator<TypedText> {
  const answers = [
    ...Object.values(response.answers).flatMap((ofMetal) => Object.values(ofMetal ?? {})),
    ...Object.values(response.policies),
  ];
  for (const answer of answers) {
    if (answer?.comment) yield { at: answer.comment.at, text: answer.comment.raw ?? answer.comment.value };
  }
}
