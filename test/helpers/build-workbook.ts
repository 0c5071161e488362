// Workbooks for tests, made in memory from addresses and values.
import { columnNumber, parseAddress } from "../../src/model/cells.ts";
import type { Cell, CellValue, Row, Sheet, SheetState, Workbook } from "../../src/model/workbook.ts";

/**
 * The content of a cell in a built workbook: a text, a number or a boolean; an error as `{ error }`; a formula with its
 * cached result as `{ formula }`, where null is a formula without one.
 */
export type BuiltValue =
  | string
  | number
  | boolean
  | { error: string }
  | { formula: string | number | { error: string } | null };

export interface BuildWorkbookOptions {
  format?: Workbook["format"];
  date1904?: boolean;
  encrypted?: boolean;
  states?: Record<string, SheetState>;
  /**
   * Names of sheets whose formulas without a cached result were never calculated; on other sheets they show the empty
   * text.
   */
  uncalculated?: string[];
  /** Targets of cell hyperlinks, by sheet and address. */
  links?: Record<string, Record<string, string>>;
  notes?: string[];
}

/** A workbook of the given sheets, each a table from address to value. */
export function buildWorkbook(
  sheets: Record<string, Record<string, BuiltValue>>,
  options: BuildWorkbookOptions = {},
): Workbook {
  const built = new Map<string, Sheet>();
  for (const [name, cells] of Object.entries(sheets)) {
    built.set(name.toLowerCase(), {
      name,
      state: options.states?.[name] ?? "visible",
      rows: buildRows(cells, options.uncalculated?.includes(name) ?? false),
      links: () => new Map(Object.entries(options.links?.[name] ?? {})),
    });
  }
  return {
    format: options.format ?? "xlsx",
    encrypted: options.encrypted ?? false,
    date1904: options.date1904 ?? false,
    sheets: [...built.values()].map(({ name, state }) => ({ name, state })),
    sheet: (name) => built.get(name.toLowerCase()),
    notes: options.notes ?? [],
  };
}

function buildRows(cells: Record<string, BuiltValue>, isUncalculated: boolean): Row[] {
  const rows = new Map<number, Row>();
  for (const [address, value] of Object.entries(cells)) {
    const { row, column } = parseAddress(address);
    const built = rows.get(row) ?? { row, cells: [], blankFormulas: [], uncalculated: [] };
    rows.set(row, built);
    const formula = typeof value === "object" && "formula" in value;
    const content = formula ? value.formula : value;
    if (content === null || (formula && content === "")) {
      built.blankFormulas.push(column);
      if (content === null && isUncalculated) built.uncalculated.push(column);
    } else built.cells.push({ row, column, value: cellValue(content), formula } satisfies Cell);
  }
  for (const row of rows.values()) {
    row.cells.sort((a, b) => a.column - b.column);
    row.blankFormulas.sort((a, b) => a - b);
    row.uncalculated.sort((a, b) => a - b);
  }
  return [...rows.values()].sort((a, b) => a.row - b.row);
}

function cellValue(content: string | number | boolean | { error: string }): CellValue {
  if (typeof content === "string") return { type: "text", text: content };
  if (typeof content === "number") return { type: "number", number: content, text: String(content) };
  if (typeof content === "boolean") return { type: "boolean", boolean: content };
  return { type: "error", text: content.error };
}

/** The cells of one row from its columns, for spreading into a sheet: `row(5, { B: "Gold" })`. */
export function row(number: number, columns: Record<string, BuiltValue>): Record<string, BuiltValue> {
  return Object.fromEntries(
    Object.entries(columns)
      .sort(([a], [b]) => columnNumber(a) - columnNumber(b))
      .map(([column, value]) => [`${column}${number}`, value]),
  );
}
