// Packs tables for the page, in the format of model/page-data.ts.
import { gzipSync } from "fflate";
import type { PageColumn, PageTableHead } from "../../model/page-data.ts";
import { CodedColumn } from "../render/coded-column.ts";
import type { PageTable } from "./page-tables.ts";

/**
 * Packs a table. The same rows give the same bytes on every machine, because the compression is implemented in
 * JavaScript.
 */
export function packTable(table: PageTable): { head: Omit<PageTableHead, "columns">; packed: Uint8Array } {
  const collected = table.columns.map(() => new CodedColumn());
  let rows = 0;
  for (const cells of table.cells()) {
    for (let index = 0; index < collected.length; index++) {
      const cell = cells[index] ?? null;
      // The page does not distinguish an empty text from an empty cell.
      collected[index]?.set(rows, cell === "" ? null : cell);
    }
    rows += 1;
  }
  const parts: Uint8Array[] = [];
  const columns = table.columns.map(({ name, type, about, words }, index): PageColumn => {
    const column = collected[index] as CodedColumn;
    const { values } = column;
    const codes = column.codes(rows);
    const bytes = values.length < 0x100 ? 1 : values.length < 0x10000 ? 2 : 4;
    const steps = countsUp(codes);
    parts.push(planes(steps ? differences(codes) : codes, bytes));
    const inWords = words && values.map((value) => words(String(value)));
    const differ = inWords?.some((text, at) => text !== values[at]);
    return { name, type, about, values, ...(inWords && differ ? { words: inWords } : {}), bytes, steps };
  });
  const { file, title, onePer, hidden } = table;
  const head = { file, title, onePer, rows, hidden };
  const headBytes = new TextEncoder().encode(JSON.stringify({ ...head, columns } satisfies PageTableHead));
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, headBytes.length, true);
  // No timestamp in the gzip header, so that the same table gives the same bytes.
  return { head, packed: gzipSync(Buffer.concat([length, headBytes, ...parts]), { level: 6, mtime: 0 }) };
}

/** Whether more cells are the previous one plus one than equal to it. */
function countsUp(codes: Uint32Array): boolean {
  let [up, same] = [0, 0];
  for (let row = 1; row < codes.length; row++) {
    const step = (codes[row] as number) - (codes[row - 1] as number);
    if (step === 1) up += 1;
    else if (step === 0) same += 1;
  }
  return up > same;
}

function differences(codes: Uint32Array): Uint32Array {
  // Differences below zero wrap around, and adding wraps back.
  return codes.map((code, row) => code - (row === 0 ? 0 : (codes[row - 1] as number)));
}

function planes(codes: Uint32Array, bytes: 1 | 2 | 4): Uint8Array {
  const out = new Uint8Array(codes.length * bytes);
  for (let plane = 0; plane < bytes; plane++) {
    const [from, shift] = [plane * codes.length, plane * 8];
    for (let row = 0; row < codes.length; row++) out[from + row] = (codes[row] as number) >>> shift;
  }
  return out;
}
