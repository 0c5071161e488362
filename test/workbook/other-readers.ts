// The same workbook through two other libraries, in a form that can be compared cell by cell.
import XLSX from "@e965/xlsx";
import ExcelJS from "exceljs";
import type { Cell, Workbook } from "../../src/model/workbook.ts";
import { type OpenOptions, openWorkbook } from "../../src/workbook/open-workbook.ts";

/** Sheets by name; cells by "row,column"; only cells with a value. Formulas start with "=", a blank one is "=". */
export type PlainSheets = Record<string, Map<string, string>>;

/** The workbook of these bytes; throws if it cannot be opened. */
export async function opened(bytes: Buffer, options?: OpenOptions): Promise<Workbook> {
  const result = await openWorkbook(bytes, options);
  if (!result.ok) throw new Error(`${result.unreadable.kind}: ${result.unreadable.reason}`);
  return result.workbook;
}

/** Our own reading. */
export function plainOwn(workbook: Workbook, names?: readonly string[]): PlainSheets {
  const sheets: PlainSheets = {};
  for (const { name } of workbook.sheets) {
    if (names !== undefined && !names.includes(name)) continue;
    const cells = new Map<string, string>();
    for (const row of workbook.sheet(name)?.rows ?? []) {
      for (const cell of row.cells) cells.set(`${row.row},${cell.column}`, plain(cell));
      for (const column of row.blankFormulas) cells.set(`${row.row},${column}`, "=");
    }
    sheets[name] = cells;
  }
  return sheets;
}

function plain({ value, formula }: Cell): string {
  const text =
    value.type === "number"
      ? `n:${value.number}`
      : value.type === "boolean"
        ? `b:${value.boolean}`
        : `${value.type[0]}:${newlines(value.text)}`;
  return formula ? `=${text}` : text;
}

/**
 * SheetJS. One difference is evened out here: it turns CR LF into LF even if the CR was written as _x000D_, which
 * stands for a CR in the text.
 */
export function plainSheetJs(bytes: Buffer, names?: readonly string[]): PlainSheets {
  const options = { type: "buffer", dense: true, cellHTML: false, cellText: false } as const;
  const book = XLSX.read(bytes, names === undefined ? options : { ...options, sheets: [...names] });
  const sheets: PlainSheets = {};
  for (const [name, sheet] of Object.entries(book.Sheets)) {
    const cells = new Map<string, string>();
    const rows = (sheet["!data"] ?? []) as (XLSX.CellObject | undefined)[][];
    rows.forEach((row, r) => {
      row?.forEach((cell, c) => {
        if (cell === undefined) return;
        const text = plainSheetJsValue(cell);
        if (text !== undefined || cell.f !== undefined) {
          cells.set(`${r + 1},${c + 1}`, `${cell.f === undefined ? "" : "="}${text ?? ""}`);
        }
      });
    });
    sheets[name] = cells;
  }
  return sheets;
}

function plainSheetJsValue({ t, v, w }: XLSX.CellObject): string | undefined {
  if (v === undefined || v === "") return undefined;
  if (t === "e") return `e:${w ?? ERRORS[v as number]}`;
  return `${{ s: "t", n: "n", b: "b", d: "d", z: "z" }[t]}:${t === "s" ? newlines(String(v)) : v}`;
}

const ERRORS: Record<number, string> = {
  0: "#NULL!",
  7: "#DIV/0!",
  15: "#VALUE!",
  23: "#REF!",
  29: "#NAME?",
  36: "#NUM!",
  42: "#N/A",
};

function newlines(text: string): string {
  return text.replace(/\r+\n/g, "\n");
}

/** exceljs. It returns dates for numbers in a date format, so numbers are compared only if they are not dates. */
export async function plainExcelJs(bytes: Buffer): Promise<PlainSheets> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as unknown as ArrayBuffer);
  const sheets: PlainSheets = {};
  for (const sheet of book.worksheets) {
    const cells = new Map<string, string>();
    sheet.eachRow((row, r) => {
      row.eachCell((cell, c) => {
        // A merged cell repeats the value of the first one.
        if (cell.type === ExcelJS.ValueType.Merge) return;
        const formula = cell.type === ExcelJS.ValueType.Formula;
        const text = plainExcelJsValue(formula ? cell.result : cell.value);
        if (text !== undefined || formula) cells.set(`${r},${c}`, `${formula ? "=" : ""}${text ?? ""}`);
      });
    });
    sheets[sheet.name] = cells;
  }
  return sheets;
}

function plainExcelJsValue(value: unknown): string | undefined {
  if (value === undefined || value === null || value === "") return undefined;
  if (value instanceof Date) return "date";
  if (typeof value === "number") return `n:${value}`;
  if (typeof value === "boolean") return `b:${value}`;
  if (typeof value === "string") return `t:${newlines(value)}`;
  const object = value as { error?: string; richText?: { text: string }[]; text?: unknown };
  if (object.error !== undefined) return `e:${object.error}`;
  if (object.richText !== undefined) return `t:${newlines(object.richText.map(({ text }) => text).join(""))}`;
  return plainExcelJsValue(object.text);
}

/** Cells that two readers read differently, as "Sheet!row,column: ours | theirs"; empty if they agree. */
export function differences(ours: PlainSheets, theirs: PlainSheets): string[] {
  const found: string[] = [];
  for (const [name, cells] of Object.entries(ours)) {
    const others = theirs[name] ?? new Map<string, string>();
    for (const [at, cell] of cells) {
      const other = others.get(at);
      if (other !== cell) found.push(`${name}!${at}: ${cell} | ${other ?? "nothing"}`);
    }
    for (const [at, other] of others) if (!cells.has(at)) found.push(`${name}!${at}: nothing | ${other}`);
  }
  return found;
}
