// Unpacks tables from the format described in model/page-data.ts.
import type { PageColumn, PageTableHead } from "../../model/page-data.ts";

export interface ClientColumn extends Pick<PageColumn, "name" | "type" | "about" | "values" | "words"> {
  /** Per row 0 for an empty cell, else the position of its value, counted from 1. */
  codes: Uint8Array | Uint16Array | Uint32Array;
}

export interface ClientTable {
  file: string;
  title: string;
  onePer: string;
  rows: number;
  /** Columns that are hidden by default. */
  hidden: readonly string[];
  columns: readonly ClientColumn[];
}

/** The table in these decompressed bytes. */
export function readTable(bytes: Uint8Array): ClientTable {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length))) as PageTableHead;
  let at = 4 + length;
  const columns = head.columns.map(({ bytes: width, steps, ...column }): ClientColumn => {
    const codes = joinPlanes(bytes.subarray(at, at + head.rows * width), head.rows, width);
    at += head.rows * width;
    if (steps)
      for (let row = 1; row < codes.length; row++) codes[row] = codeAt(codes, row) + codeAt(codes, row - 1);
    return { ...column, codes };
  });
  return { ...head, columns };
}

function codeAt(codes: ClientColumn["codes"], row: number): number {
  return codes[row] as number;
}

function joinPlanes(bytes: Uint8Array, rows: number, width: 1 | 2 | 4): ClientColumn["codes"] {
  if (width === 1) return bytes.slice();
  const codes = width === 2 ? new Uint16Array(rows) : new Uint32Array(rows);
  for (let plane = 0; plane < width; plane++) {
    const [from, shift] = [plane * rows, plane * 8];
    for (let row = 0; row < rows; row++) {
      codes[row] = (codes[row] as number) | ((bytes[from + row] as number) << shift);
    }
  }
  return codes;
}

/** A cell; null if it is empty. */
export function cellOf(column: ClientColumn, row: number): string | number | null {
  const code = column.codes[row] as number;
  return code === 0 ? null : (column.values[code - 1] as string | number);
}

/** A value of the column in words, if they differ from the value. */
export function wordsFor({ values, words }: ClientColumn, value: string | number): string | undefined {
  return words?.[values.indexOf(value)];
}

/** The column with this name; undefined if there is none. */
export function columnOf(table: ClientTable, name: string): ClientColumn | undefined {
  return table.columns.find((column) => column.name === name);
}
