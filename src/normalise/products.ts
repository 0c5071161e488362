// The product list.

import type { ProductLayout } from "../forms/form.ts";
import { cellText, cleanText, columnNumber, findCell } from "../model/cells.ts";
import type { Product } from "../model/response.ts";
import { PRODUCT_COLUMNS } from "../model/vocabulary.ts";
import type { Workbook } from "../model/workbook.ts";
import { isFooter } from "./footer.ts";

/** Rows of the product list with any text, down to the footer; none where the layout or the workbook has no such sheet. */
export function readProducts(workbook: Workbook, layout: ProductLayout | undefined): Product[] {
  const sheet = layout && workbook.sheet(layout.sheet);
  if (!sheet) return [];
  const products: Product[] = [];
  for (const row of sheet.rows) {
    if (row.row < layout.firstRow) continue;
    if (isFooter(row)) break;
    const product: Product = { row: row.row };
    for (const key of PRODUCT_COLUMNS) {
      const letters = layout.columns[key];
      const cell = letters === undefined ? undefined : findCell(row, columnNumber(letters));
      const text = cell?.formula ? undefined : cellText(cell);
      if (text !== undefined) product[key] = cleanText(text);
    }
    if (Object.keys(product).length > 1) products.push(product);
  }
  return products;
}
