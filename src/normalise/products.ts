// Reads the product list: its columns by their headers, and its rows.

import type { Family, ProductLayout } from "../forms/form.ts";
import { LabelReader } from "../forms/read-labels.ts";
import { cellText, cleanText, columnNumber, findCell, findRow } from "../model/cells.ts";
import type { Note, Product } from "../model/response.ts";
import { PRODUCT_COLUMNS, type ProductColumn } from "../model/vocabulary.ts";
import type { Cell, Row, Sheet, Workbook } from "../model/workbook.ts";
import { findHeaders, headerOfErrors } from "./headers.ts";
import { isStarred, listRows } from "./list-rows.ts";
import { MissingResults } from "./missing-results.ts";
import { translations } from "./translations.ts";

export interface ProductList {
  products: Product[];
  columns: Partial<Record<ProductColumn, string>>;
  /** The first row below the header. */
  firstRow: number;
  notes: Note[];
}

type Columns = Partial<Record<ProductColumn, string>>;

/** The rows of a product sheet with any text, typed or from a formula. */
export function readProducts(
  sheet: Sheet,
  layout: ProductLayout,
  { workbook, family }: { workbook: Workbook; family: Family },
): ProductList {
  const reader = readerOf(family);
  const usualRow = layout.firstRow - 1;
  const headers = findHeaders<ProductColumn>({
    sheet,
    headerRow: usualRow,
    columns: layout.columns,
    reader,
    translated: () => reader.and(translations(workbook, layout.sheet, reader)),
    nameOf: (key) => family.labels.products[key]?.[0] ?? key,
  });
  const { columns } = headers;
  // Without readable headers, their row may contain a product.
  const isGone = headers.headerRow === undefined && isProduct(findRow(sheet, usualRow), columns);
  const headerRow =
    headers.headerRow ?? headerOfErrors(sheet, columns, usualRow) ?? (isGone ? usualRow - 1 : usualRow);
  const number = columns.number === undefined ? undefined : columnNumber(columns.number);
  const { rows, notes } = listRows(sheet, {
    headerRow,
    firstRow: headerRow + 1,
    columns,
    isOwn: (row) => row.row <= usualRow + REACH && isWayBack(findCell(row, number ?? 0)),
    starred: number === undefined ? [] : [number],
    keyOf: (text) => reader.key(text),
    isPlain: (row) => number !== undefined && /\d/.test(cellText(findCell(row, number)) ?? ""),
    isData: (row) => number !== undefined && findCell(row, number) !== undefined,
  });
  const missing = new MissingResults(sheet);
  const products = rows.flatMap((row) => readRow(row, columns, missing) ?? []);
  const ofHeaders =
    headers.headerRow === undefined && products.length > 0
      ? [unreadHeaders(sheet, headerRow)]
      : headers.notes;
  return { products, columns, firstRow: headerRow + 1, notes: [...ofHeaders, ...notes, ...missing.notes()] };
}

const readers = new WeakMap<Family, LabelReader<ProductColumn>>();

/** Columns of newer editions are recognised by their headers on older lists too. */
function readerOf(family: Family): LabelReader<ProductColumn> {
  const known = readers.get(family);
  if (known) return known;
  const reader = new LabelReader(PRODUCT_COLUMNS.map((key) => [key, family.labels.products[key] ?? []]));
  readers.set(family, reader);
  return reader;
}

/** How far inserted rows may move the template's own rows above the list. */
const REACH = 20;

/** The template's link above the list, which is in English in every language. */
function isWayBack(cell: Cell | undefined): boolean {
  return /^\s*click here\b/i.test(cellText(cell) ?? "");
}

/** Headers are formulas and have the star of required entries; product numbers contain digits. */
function isProduct(row: Row | undefined, { number }: Columns): boolean {
  const cell = number === undefined ? undefined : findCell(row, columnNumber(number));
  return cell !== undefined && !cell.formula && !isStarred(cell) && /\d/.test(cellText(cell) ?? "");
}

function unreadHeaders(sheet: Sheet, row: number): Note {
  return {
    at: `${sheet.name}!${row}:${row}`,
    kind: "labels",
    note: `The headers of the product list cannot be read: its columns were read where the template has them, from row ${row + 1} on.`,
  };
}

function readRow(row: Row, columns: Columns, missing: MissingResults): Product | undefined {
  const product: Product = { row: row.row };
  for (const key of PRODUCT_COLUMNS) {
    const letters = columns[key];
    if (letters === undefined) continue;
    const column = columnNumber(letters);
    const cell = findCell(row, column);
    if (cell === undefined) missing.addBlank(row, column);
    else if (!missing.addIfError(cell)) {
      const text = cleanText(cellText(cell) ?? "");
      // A formula that refers to an empty cell shows 0.
      if (text !== "" && !(cell.formula && text === "0")) product[key] = text;
    }
  }
  return Object.keys(product).length > 1 ? product : undefined;
}
