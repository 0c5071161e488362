// Selects and sorts rows of a table. Conditions and words are evaluated once per distinct value, and rows are then
// compared by code, which makes tables of hundreds of thousands of rows fast.
import type { TableAddress } from "../../lib/page-address.ts";
import { type ClientColumn, type ClientTable, columnOf } from "./unpack-table.ts";

export type RowQuery = Pick<TableAddress, "where" | "search" | "sort">;

/** Indexes of the rows that match the query, in its order. No row matches a condition on a missing column. */
export function selectRows(table: ClientTable, { where, search = "", sort }: RowQuery): Uint32Array {
  const filters = where.map(({ column, values }) => {
    const found = columnOf(table, column);
    return found && { codes: found.codes, allowed: allowedCodes(found, new Set(values)) };
  });
  if (filters.includes(undefined)) return new Uint32Array();
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const searches = words.map((word) =>
    table.columns
      .map((column) => ({ codes: column.codes, allowed: codesWith(column, word) }))
      .filter(({ allowed }) => allowed.includes(1)),
  );
  const rows = new Uint32Array(table.rows);
  let count = 0;
  for (let row = 0; row < table.rows; row++) {
    if (!filters.every((filter) => filter && meets(filter, row))) continue;
    if (!searches.every((columns) => columns.some((column) => meets(column, row)))) continue;
    rows[count] = row;
    count += 1;
  }
  const selected = rows.subarray(0, count);
  const by = sort && columnOf(table, sort.column);
  return by ? ordered(selected, by, sort.descending) : selected;
}

interface CodeFilter {
  codes: ClientColumn["codes"];
  /** By code: 1 if rows with it are selected. */
  allowed: Uint8Array;
}

function meets({ codes, allowed }: CodeFilter, row: number): boolean {
  return allowed[codes[row] as number] === 1;
}

function allowedCodes({ values }: ClientColumn, wanted: ReadonlySet<string>): Uint8Array {
  const allowed = new Uint8Array(values.length + 1);
  if (wanted.has("")) allowed[0] = 1;
  values.forEach((value, index) => {
    if (wanted.has(String(value))) allowed[index + 1] = 1;
  });
  return allowed;
}

const smallTexts = new WeakMap<ClientColumn, readonly string[]>();

function codesWith(column: ClientColumn, word: string): Uint8Array {
  let texts = smallTexts.get(column);
  if (texts === undefined) {
    texts = column.values.map((value, index) => `${value}\n${column.words?.[index] ?? ""}`.toLowerCase());
    smallTexts.set(column, texts);
  }
  const found = new Uint8Array(texts.length + 1);
  texts.forEach((text, index) => {
    if (text.includes(word)) found[index + 1] = 1;
  });
  return found;
}

const ranks = new WeakMap<ClientColumn, Uint32Array>();

/** By code the rank of its value in the column's order; empty cells come last in both directions. */
function ranksOf(column: ClientColumn): Uint32Array {
  let known = ranks.get(column);
  if (known === undefined) {
    const collator = new Intl.Collator(undefined, { numeric: true });
    const order = column.values.map((value, index) => ({ value, code: index + 1 }));
    order.sort((a, b) =>
      typeof a.value === "number" && typeof b.value === "number"
        ? a.value - b.value
        : collator.compare(String(a.value), String(b.value)),
    );
    known = new Uint32Array(column.values.length + 1);
    for (const [rank, { code }] of order.entries()) known[code] = rank;
    ranks.set(column, known);
  }
  return known;
}

/** Counting sort: rows with equal values keep their order. */
function ordered(rows: Uint32Array, column: ClientColumn, descending: boolean): Uint32Array {
  const known = ranksOf(column);
  const last = column.values.length;
  const placeOf = (row: number): number => {
    const code = column.codes[row] as number;
    if (code === 0) return last;
    const rank = known[code] as number;
    return descending ? last - 1 - rank : rank;
  };
  const starts = new Uint32Array(last + 2);
  for (const row of rows) (starts[placeOf(row) + 1] as number)++;
  for (let place = 1; place < starts.length; place++) {
    starts[place] = (starts[place] as number) + (starts[place - 1] as number);
  }
  const sorted = new Uint32Array(rows.length);
  for (const row of rows) {
    const place = placeOf(row);
    sorted[starts[place] as number] = row;
    (starts[place] as number)++;
  }
  return sorted;
}

/** How many of these rows have each value of a column, most frequent first; an empty cell counts as "". */
export function countValues(column: ClientColumn, rows: Iterable<number>): { value: string; rows: number }[] {
  const counts = new Uint32Array(column.values.length + 1);
  for (const row of rows) (counts[column.codes[row] as number] as number)++;
  return Array.from(counts, (count, code) => ({
    value: code === 0 ? "" : String(column.values[code - 1]),
    rows: count,
  }))
    .filter((one) => one.rows > 0)
    .sort((a, b) => b.rows - a.rows);
}

/** A figure calculated from these rows: their number, the number of distinct values, or a sum. */
export function measure(
  table: ClientTable,
  rows: Uint32Array,
  { distinct, sum, once }: Pick<TableAddress, "distinct" | "sum" | "once">,
): number {
  const by = distinct ?? once;
  const counted = by === undefined ? undefined : columnOf(table, by);
  const added = sum === undefined ? undefined : columnOf(table, sum);
  const seen = new Set<number>();
  let total = 0;
  for (const row of rows) {
    if (counted) {
      const code = counted.codes[row] as number;
      if (code === 0 || seen.has(code)) continue;
      seen.add(code);
    }
    const value = added?.values[(added.codes[row] as number) - 1];
    total += added ? Number(value ?? 0) : 1;
  }
  return Number(total.toFixed(9));
}
