// Parses the sources that a report prints and recalculates its figures from the CSV files, with other code than the
// report's own.
import { parse } from "csv-parse/sync";

type Rows = Record<string, string>[];

/**
 * Calculates "smelters.csv where metal=gold and status_class=conformant" and the like; see src/report/render/figure.ts.
 */
export function recompute(source: string, readCsv: (file: string) => Rows): number {
  const shape =
    /^(?<file>[\w-]+\.csv)(?: where (?<where>.+?))?(?:, (?<measure>distinct|sum) (?<column>\w+)(?: once per (?<once>\w+))?)?$/;
  const groups = shape.exec(source)?.groups;
  if (!groups) throw new Error(`No source: ${source}`);
  const { file = "", where, measure, column = "", once } = groups;
  let rows = readCsv(file);
  for (const condition of where?.split(/ and (?=\w+(?:=| in \())/) ?? []) {
    const [, name = "", single, several] = /^(\w+)(?:=(.+)| in \((.+)\))$/.exec(condition) ?? [];
    const values =
      several === undefined ? [unquote(single ?? "")] : several.split(/, (?=[\w"])/).map(unquote);
    if (rows.some((row) => row[name] === undefined)) throw new Error(`No column ${name} in ${file}`);
    rows = rows.filter((row) => values.includes(row[name] ?? ""));
  }
  if (measure === "distinct") return new Set(rows.map((row) => row[column]).filter(Boolean)).size;
  if (measure === undefined) return rows.length;
  const seen = new Set<string>();
  const counted = rows.filter((row) => {
    const key = once === undefined ? "" : (row[once] ?? "");
    if (once === undefined) return true;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  return counted.reduce((total, row) => total + Number(row[column] || 0), 0);
}

function unquote(value: string): string {
  return value.startsWith('"') ? value.slice(1, -1).replaceAll('""', '"') : value;
}

/** A reader for the pack's CSV files that parses each once. */
export function csvReader(files: Readonly<Record<string, string | Uint8Array>>): (file: string) => Rows {
  const parsed = new Map<string, Rows>();
  return (file) => {
    const known = parsed.get(file);
    if (known) return known;
    const rows: Rows = parse(Buffer.from(files[file] ?? ""), { bom: true, columns: true });
    parsed.set(file, rows);
    return rows;
  };
}

export interface PrintedFigure {
  /** Its place, for the failure's message. */
  where: string;
  /** As printed: "41" or "62 %". */
  printed: string;
  source: string;
}

/** Every figure of a Markdown report with its source: rows of tables that end in "Source", and figures in text. */
export function printedFigures(markdown: string): PrintedFigure[] {
  const figures: PrintedFigure[] = [];
  let head: string[] | undefined;
  for (const line of markdown.split("\n")) {
    const cells = line.startsWith("|")
      ? line
          .slice(2, -2)
          .split(/(?<!\\)\|/)
          .map((cell) => cell.trim())
      : undefined;
    if (!cells) {
      head = undefined;
      for (const [, printed = "", source = ""] of line.matchAll(/(\d+) \(`([\w-]+\.csv[^`]*)`\)/g)) {
        figures.push({ where: line, printed, source });
      }
    } else if (!head) head = cells;
    else if (head.at(-1) === "Source" && !/^-+:?$/.test(cells[0] ?? "")) {
      const [label = "", ...rest] = cells;
      const sources = (rest.pop() ?? "").split("; ").map((text) => text.replace(/^`|`$/g, ""));
      const metals = sources.length === 1 && sources[0]?.includes("<metal>");
      let next = 0;
      rest.forEach((printed, index) => {
        const column = head?.[index + 1] ?? "";
        // Shares of another figure of the row, and words, have no source of their own.
        if (!/^\d+( %)?$/.test(printed) || /^Share$|Share of surveyed/.test(column)) return;
        const source = metals ? (sources[0] ?? "") : (sources[Math.min(next++, sources.length - 1)] ?? "");
        figures.push({
          where: `${label} / ${column}`,
          printed,
          source: source.replace("<metal>", column.toLowerCase()),
        });
      });
    }
  }
  return figures;
}
