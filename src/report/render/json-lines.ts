// Tables as JSON Lines.
import type { Table } from "./table.ts";

const LINES_PER_PIECE = 500;

/** One JSON object per row and line, keyed by column; an empty cell is null. UTF-8, in pieces. */
export function* renderJsonLines(table: Table): Generator<Uint8Array> {
  const names = table.columns.map(({ name }) => name);
  let lines: string[] = [];
  for (const cells of table.cells()) {
    lines.push(JSON.stringify(Object.fromEntries(names.map((name, index) => [name, cells[index] ?? null]))));
    if (lines.length < LINES_PER_PIECE) continue;
    yield Buffer.from(`${lines.join("\n")}\n`, "utf8");
    lines = [];
  }
  if (lines.length > 0) yield Buffer.from(`${lines.join("\n")}\n`, "utf8");
}
