// From a recognised workbook to a response.

import type { DetectedTemplate } from "../forms/detect.ts";
import { sheetCalled } from "../forms/find-sheets.ts";
import { textAt } from "../model/cells.ts";
import { type Note, type Response, SCHEMA } from "../model/response.ts";
import type { Workbook } from "../model/workbook.ts";
import { readDeclaration } from "./declaration.ts";
import { findPlacement } from "./placement.ts";
import { readProducts } from "./products.ts";
import { readSmelters } from "./smelters.ts";

export type ResponseSource = Omit<Response["source"], "format" | "encrypted" | "modified">;

/** Reads everything that a response says. `source` names the file; its sha256 becomes the response's id. */
export function normalise(workbook: Workbook, template: DetectedTemplate, source: ResponseSource): Response {
  const { layout } = template;
  const placement = findPlacement(template);
  const declaration = readDeclaration(template, placement, workbook.date1904);
  const smelters = readSmelters(workbook, template);
  const productSheet =
    template.productSheet === undefined ? undefined : workbook.sheet(template.productSheet);
  const products =
    layout.products && productSheet
      ? readProducts(productSheet, layout.products)
      : { products: [], notes: [] };
  const unread: NonNullable<Response["unread"]> = [];
  if (layout.products && productSheet === undefined) {
    unread.push({ part: "products", reason: `the workbook has no sheet "${layout.products.sheet}"` });
  }
  const checker = readChecker(workbook, layout.checker);
  // Last, because reading the sheets may add to them.
  const container = workbook.notes.map((note): Note => ({ kind: "workbook", note }));
  return {
    schema: SCHEMA,
    id: source.sha256,
    source: {
      ...source,
      format: workbook.format,
      encrypted: workbook.encrypted,
      ...(workbook.modified === undefined ? {} : { modified: workbook.modified }),
    },
    template: {
      family: template.family.id,
      version: template.version,
      language: template.language,
      ...(template.revision === undefined ? {} : { revision: template.revision }),
      layout: layout.generation,
      detectedBy: template.detectedBy,
    },
    company: declaration.company,
    answers: declaration.answers,
    policies: declaration.policies,
    smelters: smelters.smelters,
    smelterColumns: smelters.columns,
    smelterSheet: template.smelterSheet,
    products: products.products,
    ...(unread.length > 0 ? { unread } : {}),
    ...(checker ? { checker } : {}),
    notes: [
      ...container,
      ...template.notes,
      ...placement.notes,
      ...declaration.notes,
      ...smelters.notes,
      ...products.notes,
    ],
  };
}

/** What the workbook's Checker last counted as open. */
function readChecker(workbook: Workbook, cell: string | undefined): Response["checker"] {
  const sheet = cell && sheetCalled(workbook, "Checker");
  const outstanding = sheet && textAt(sheet, cell);
  return outstanding ? { outstanding, at: `${sheet.name}!${cell}` } : undefined;
}
