// Changes one cell of a CSV text that people edit and leaves every other character as it is.
import { stringify } from "csv-stringify/sync";
import { QUOTED } from "./inert-cell.ts";
import { readCsv } from "./read-csv.ts";

/** Where a cell is: the line in which its record ends, as readCsv counts lines, and its column from 0. */
export interface CsvPlace {
  line: number;
  column: number;
}

/**
 * Returns the text with a new value in one cell, adding cells to a record that is too short. Undefined if the
 * record's lines cannot be identified with certainty. `file` is the name used in errors.
 */
export function editCsvCell(
  text: string,
  { line, column }: CsvPlace,
  value: string,
  { file, delimiter }: { file: string; delimiter: string },
): string | undefined {
  const records = readCsv(text, file, delimiter);
  const index = records.findIndex((record) => record.line === line);
  const record = records[index];
  if (record === undefined) return undefined;
  const lines = text.match(/[^\r\n]*(?:\r\n?|\n|$)/g) ?? [];
  const before = records[index - 1]?.line ?? 0;
  // Lines between records may be blank or a "sep=" line.
  for (let first = before; first < line; first++) {
    const start = lines.slice(0, first).join("").length;
    const mark = start === 0 && text.startsWith("\uFEFF") ? 1 : 0;
    const raw = lines
      .slice(first, line)
      .join("")
      .slice(mark)
      .replace(/(?:\r\n?|\n)$/, "");
    const spans = cellSpans(raw, delimiter);
    const read = spans.map(([from, to]) => plain(raw.slice(from, to)));
    if (read.join("\n") !== record.cells.join("\n")) continue;
    const at = start + mark;
    const [from, to] = spans[column] ?? [raw.length, raw.length];
    const missing = delimiter.repeat(Math.max(0, column - spans.length + 1));
    const cell = stringify([[value]], { delimiter, eof: false, quoted_match: QUOTED });
    return `${text.slice(0, at + from)}${missing}${cell}${text.slice(at + to)}`;
  }
  return undefined;
}

/** Start and end of each cell of a record, including its quotes. */
function cellSpans(raw: string, delimiter: string): [from: number, to: number][] {
  const spans: [number, number][] = [];
  let from = 0;
  let quoted = false;
  for (let at = 0; at < raw.length; at++) {
    const character = raw[at];
    if (character === '"' && (quoted || raw.slice(from, at).trim() === "")) quoted = !quoted;
    else if (character === delimiter && !quoted) {
      spans.push([from, at]);
      from = at + 1;
    }
  }
  spans.push([from, raw.length]);
  return spans;
}

/** The value of a cell as readCsv returns it. */
function plain(cell: string): string {
  const trimmed = cell.trim();
  const inner = /^"([\s\S]*)"$/.exec(trimmed)?.[1];
  return (inner === undefined ? trimmed : inner.replaceAll('""', '"')).replace(/\r\n?/g, "\n");
}
