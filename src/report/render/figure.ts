// Figures that name their source: a file of the pack, a filter and what is counted.
import type { CsvValue } from "./csv.ts";
import type { FilledTable } from "./table.ts";

/** A filter on one column: the cell equals one of the values. */
export interface Condition {
  column: string;
  values: readonly string[];
}

/**
 * The source of a figure: the number of rows of a file that meet all conditions; or of distinct values of a column
 * among them; or the sum of a column, counting each distinct value of `once` only once if given.
 */
export interface Source {
  file: string;
  where: readonly Condition[];
  distinct?: string;
  sum?: string;
  once?: string;
}

export interface Figure {
  value: number;
  source: Source;
  /** How it is printed if not as a plain number: a share in per cent. */
  text?: string;
  /** Its ID for `cmrt explain` and the page; absent until the report is complete. */
  id?: string;
}

/** A figure as reports print it. */
export function figureText(figure: Figure): string {
  return figure.text ?? String(figure.value);
}

/** Shorthand for conditions: `{ on_roster: "yes", state: ["valid", "questions"] }`. */
export type Where = Readonly<Record<string, string | readonly string[]>>;

/** Expands the shorthand into conditions. */
export function conditions(where: Where): Condition[] {
  return Object.entries(where).map(([column, values]) => ({ column, values: [values].flat() }));
}

const PLAIN = /^[\p{L}\p{N}._%<>-]+$/u;

/**
 * A source as people and programs read it: "smelters.csv where matched_by=id and status_class=conformant",
 * "responses.csv where supplier_state in (valid, questions), distinct supplier_id", "declarations.csv where
 * in_scope=yes, sum not_identified_rows". Values with characters other than letters, digits and . _ % - are in double
 * quotes, with quotes doubled.
 */
export function sourceOf(source: Source): string {
  const where = source.where.map(({ column, values }) =>
    values.length === 1
      ? `${column}=${quote(values[0] as string)}`
      : `${column} in (${values.map(quote).join(", ")})`,
  );
  const filter = where.length === 0 ? "" : ` where ${where.join(" and ")}`;
  const measure =
    source.distinct !== undefined
      ? `, distinct ${source.distinct}`
      : source.sum === undefined
        ? ""
        : `, sum ${source.sum}${source.once === undefined ? "" : ` once per ${source.once}`}`;
  return `${source.file}${filter}${measure}`;
}

/** A condition's value as written in sources. */
export function quote(value: string): string {
  return PLAIN.test(value) ? value : `"${value.replaceAll('"', '""')}"`;
}

/** Calculates figures from the tables of a pack, each once. Throws for a file or column that the pack does not have. */
export function createFigures(tables: readonly FilledTable[]): (source: Source) => Figure {
  const byFile = new Map(tables.map((table) => [table.file, table]));
  const known = new Map<string, Figure>();
  const workOut = (source: Source): Figure => {
    const table = byFile.get(source.file);
    if (table === undefined) throw new Error(`No table ${source.file} in the pack.`);
    const wanted: number[] = [];
    /** The position of the column among the requested ones. */
    const indexOf = (name: string): number => {
      const index = table.columns.findIndex((column) => column.name === name);
      if (index < 0) throw new Error(`No column ${name} in ${source.file}.`);
      return wanted.push(index) - 1;
    };
    const filters = source.where.map(({ column, values }) => ({
      index: indexOf(column),
      values: new Set(values),
    }));
    const counted = source.distinct ?? source.once;
    const countedAt = counted === undefined ? undefined : indexOf(counted);
    const sumAt = source.sum === undefined ? undefined : indexOf(source.sum);
    const seen = new Set<string>();
    let value = 0;
    for (const row of table.cells(wanted)) {
      if (!filters.every(({ index, values }) => values.has(cellText(row[index])))) continue;
      if (countedAt !== undefined) {
        const key = cellText(row[countedAt]);
        if (key === "" || seen.has(key)) continue;
        seen.add(key);
      }
      value += sumAt === undefined ? 1 : Number(row[sumAt] ?? 0);
    }
    // Removes rounding errors from adding fractions.
    return { value: Number(value.toFixed(9)), source };
  };
  return (source) => {
    const key = sourceOf(source);
    const figure = known.get(key) ?? workOut(source);
    known.set(key, figure);
    return figure;
  };
}

function cellText(value: CsvValue | undefined): string {
  return typeof value === "string" ? value : String(value ?? "");
}
