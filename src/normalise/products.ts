// The product list.

import type { ProductLayout } from "../forms/form.ts";
import { cellText, cleanText, columnNumber, findCell } from "../model/cells.ts";
import type { Note, Product } from "../model/response.ts";
import { PRODUCT_COLUMNS } from "../model/vocabulary.ts";
import type { Row, Sheet } from "../model/workbook.ts";
import { listRows } from "./list-rows.ts";
import { MissingResults } from "./missing-results.ts";

export interface ProductList {
  products: Product[];
  notes: Note[];
}

/** The rows of a product sheet with any text, whether typed or shown by a formula. */
export function readProducts(sheet: Sheet, layout: ProductLayout): ProductList {
  const number = columnNumber(layout.columns.number);
  const { rows, notes } = listRows(sheet, {
    headerRow: layout.firstRow - 1,
    firstRow: layout.firstRow,
    starred: [number],
    isData: (row) => findCell(row, number) !== undefined,
  });
  const missing = new MissingResults(sheet);
  const products = rows.flatMap((row) => readRow(row, layout, missing) ?? []);
  return { products, notes: [...notes, ...missing.notes()] };
}

function readRow(row: Row, { columns }: ProductLayout, missing: MissingResults): Product | undefined {
  const product: Product = { row: row.row };
  for (const key of PRODUCT_COLUMNS) {
    const letters = columns[key];
    if (letters === undefined) continue;
    const column = columnNumber(letters);
    const cell = findCell(row, column);
    if (cell === undefined) missing.addBlank(row, column);
    else if (!missing.addIfError(cell)) {
      const text = cleanText(cellText(cell) ?? "");
      // A formula over an empty cell shows 0.
      if (text !== "" && !(cell.formula && text === "0")) product[key] = text;
    }
  }
  return Object.keys(product).length > 1 ? product : undefined;
}
