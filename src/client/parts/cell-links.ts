// Links from cells to the view of what they name.
import { pageHref, type ThingView } from "../../lib/page-address.ts";
import { type ClientTable, cellOf, columnOf } from "../data/unpack-table.ts";

interface LinkRule {
  view: ThingView;
  /** Columns whose cells are links. */
  columns: readonly string[];
  /** The columns with the key, of which the first that exists and is filled in is used. */
  keys: readonly string[];
}

const RULES: readonly LinkRule[] = [
  { view: "supplier", columns: ["supplier", "supplier_id"], keys: ["supplier_id", "supplier"] },
  { view: "rule", columns: ["rule"], keys: ["rule"] },
  {
    view: "smelter",
    columns: ["smelter_id", "standard_name", "reported_name", "smelter"],
    keys: ["smelter"],
  },
  { view: "country", columns: ["country", "iso"], keys: ["iso"] },
  { view: "country", columns: ["facility_country", "facility_country_iso"], keys: ["facility_country_iso"] },
  ...["file", "superseded_by", "file_before", "file_after"].map(
    (column): LinkRule => ({ view: "file", columns: [column], keys: [column] }),
  ),
];

/** The target of a cell's link; undefined if it does not name anything with a view. */
export function cellHref(table: ClientTable, columnName: string, row: number): string | undefined {
  for (const { view, columns, keys } of RULES) {
    if (!columns.includes(columnName)) continue;
    for (const key of keys) {
      const column = columnOf(table, key);
      const value = column && cellOf(column, row);
      if (value) return pageHref({ view, key: String(value) });
    }
  }
  return undefined;
}
