import { type ClientColumn, wordsFor } from "../data/unpack-table.ts";

/** A count with its noun: "1 row", "1,200 rows". */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;
}

/** A value of a column for display: a code in words, a share in per cent. */
export function columnText(column: ClientColumn, value: string | number | null): string {
  return (value === null ? undefined : wordsFor(column, value)) ?? cellText(value, column.type);
}

/** A cell for display: a share in per cent. */
export function cellText(value: string | number | null, type: string): string {
  if (value === null) return "";
  if (type === "share" && typeof value === "number") return `${Number((value * 100).toFixed(2))} %`;
  return String(value);
}
