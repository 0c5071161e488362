// Tables as JSON Lines.
import type { Table } from "./table.ts";

/** One JSON object per row and line, keyed by column; an empty cell is null. UTF-8, made piece by piece. */
export function renderJsonLines(table: Table): Uint8Array {
  const names = table.columns.map(({ name }) => name);
  const pieces: Buffer[] = [];
  let lines: string[] = [];
  const flush = () => {
    if (lines.length > 0) pieces.push(Buffer.from(`${lines.join("\n")}\n`, "utf8"));
    lines = [];
  };
  for (const cells of table.cells()) {
    lines.push(JSON.stringify(Object.fromEntries(names.map((name, index) => [name, cells[index] ?? null]))));
    if (lines.length >= 2_000) flush();
  }
  flush();
  return Buffer.concat(pieces);
}
