// Rows as CSV for the clipboard, with formulas made inert for a spreadsheet that they are pasted into.
import { inertInside, QUOTED } from "../../lib/inert-cell.ts";
import { type ClientTable, cellOf } from "./unpack-table.ts";

/** The beginning of a formula, also full-width. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/;

/** The named columns of these rows, with a header line and CRLF between lines. */
export function csvText(table: ClientTable, rows: Uint32Array, names: readonly string[]): string {
  const columns = names.flatMap((name) => table.columns.find((column) => column.name === name) ?? []);
  const lines = [columns.map(({ name }) => csvCell(name)).join(",")];
  for (const row of rows) lines.push(columns.map((column) => csvCell(cellOf(column, row))).join(","));
  return `${lines.join("\r\n")}\r\n`;
}

function csvCell(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const inner = inertInside(value);
  const inert = FORMULA.test(inner) ? `'${inner}` : inner;
  return QUOTED.test(inert) || inert.includes('"') ? `"${inert.replaceAll('"', '""')}"` : inert;
}
