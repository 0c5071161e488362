// Where the values of a response are in its own workbook: used by findings, comparisons and reviews to refer to cells.
import type { Response } from "../model/response.ts";
import type { CompanyField } from "../model/vocabulary.ts";
import { editionOf } from "./editions.ts";
import type { Layout } from "./form.ts";
import { companyCell, isNowhere } from "./layouts.ts";

/** The layout of a response with the sheet names and cell places in its workbook. */
export function placedLayout(response: Response): Layout {
  const { layout } = editionOf(response);
  const { declarationSheet, productSheet, productColumns, productFirstRow, movedCells } = response;
  const isUsual = [declarationSheet, productSheet, productColumns, productFirstRow, movedCells].every(
    (each) => each === undefined,
  );
  if (isUsual) return layout;
  const { declaration, products } = layout;
  const placed = products && {
    ...products,
    sheet: productSheet ?? products.sheet,
    columns: { number: products.columns.number, ...(productColumns ?? products.columns) },
    firstRow: productFirstRow ?? products.firstRow,
  };
  return {
    ...layout,
    declaration: declarationSheet ?? declaration,
    ...(movedCells ? { moved: movedCells } : {}),
    ...(placed ? { products: placed } : {}),
  };
}

/** The cell of a company field: where its value was read, else where it belongs; null if unknown. */
export function fieldCell(response: Response, field: CompanyField): string | null {
  const cell = response.company[field]?.at ?? companyCell(placedLayout(response), field);
  return cell === undefined || isNowhere(cell) ? null : cell;
}
