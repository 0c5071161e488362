// Helpers for rules that read smelter rows.

import { facilityKey } from "../../domain/facility.ts";
import type { Layout, ProductLayout } from "../../forms/form.ts";
import { type Product, type Response, type SmelterRow, smelterCell } from "../../model/response.ts";
import type { MineralId, ProductColumn, SmelterColumn } from "../../model/vocabulary.ts";

/** The cell to fill in next: this column of the first row below the list, or of `row` if given. */
export function nextFreeCell(
  response: Response,
  layout: Layout,
  column: SmelterColumn,
  row?: number,
): string {
  const { firstRow, columns } = layout.smelters;
  const last = response.smelters.reduce(
    (highest, smelter) => (smelter.sheet === undefined ? Math.max(highest, smelter.row) : highest),
    firstRow - 1,
  );
  const free = { row: row ?? last + 1 };
  return smelterCell(response, free, columns[column] === undefined ? "metal" : column);
}

/** The cell of a product in a column. */
export function productCell(
  { sheet, columns }: ProductLayout,
  product: Pick<Product, "row" | "sheet">,
  column: ProductColumn = "number",
): string {
  return `${product.sheet ?? sheet}!${columns[column] ?? columns.number}${product.row}`;
}

/** Names a row in a message: by its name or choice, else its number. */
export function rowName(row: SmelterRow): string {
  return row.name ?? row.lookupName ?? row.id ?? row.idInput ?? `row ${row.row}`;
}

/** The rows of a metal. */
export function rowsOf(response: Response, metal: MineralId): SmelterRow[] {
  return response.smelters.filter((row) => row.metal === metal);
}

/**
 * The keys of the facilities that a response names for a metal, without matching: for comparison with an
 * unmatched response.
 */
export function facilitiesNamed({ smelters }: Response, metal: MineralId): Set<string> {
  const keys = smelters.filter((row) => row.metal === metal).map((row) => facilityKey(row, undefined));
  return new Set(keys.filter((key) => key !== null));
}
