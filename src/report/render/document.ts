// The structure of a report before it becomes Markdown or HTML. Texts are plain; renderers escape them.
import type { Figure } from "./figure.ts";

/**
 * Inline content: plain text, emphasised text, code (a file name), a figure, or a placeholder for words that only the
 * company can provide.
 */
export type Inline = string | { strong: string } | { code: string } | { figure: Figure } | { place: string };

/** A cell: a figure with its source, or text. */
export type Cell = Figure | string | number;

export type Block =
  | { kind: "heading"; level: 1 | 2 | 3; text: string; id?: string }
  | { kind: "paragraph"; text: readonly Inline[] }
  | { kind: "list"; items: readonly (readonly Inline[])[] }
  /** A placeholder for what only the company can write. */
  | { kind: "gap"; text: string }
  /** An empty line for a person's decision. */
  | { kind: "decision"; label: string }
  | FigureTable
  | DataTable
  | { kind: "chart"; chart: Chart };

/** Rows of figures. Each row ends with the sources of its figures, in which `<metal>` stands for the column's metal. */
export interface FigureTable {
  kind: "figures";
  caption: string;
  /** Headers of the cells, without those of label and source. */
  columns: readonly string[];
  rows: readonly FigureRow[];
}

export interface FigureRow {
  /** The row's ID for `cmrt explain`; absent until the report is complete. */
  id?: string;
  label: string;
  cells: readonly Cell[];
  /** The distinct sources of its figures in words; empty for a row of texts. */
  sources: readonly string[];
}

/** Rows of a table of the pack, or some of them. */
export interface DataTable {
  kind: "data";
  caption: string;
  columns: readonly { title: string; number?: boolean }[];
  rows: readonly (readonly (string | number)[])[];
  /** The file of the pack with the same rows. */
  file?: string;
}

/** A chart for renderers that can draw; its figures are also in a table. */
export interface Chart {
  id: string;
  title: string;
  /** A one-sentence description of the chart, for people who cannot see it. */
  description: string;
  /** One bar each, divided into the series. */
  categories: readonly string[];
  /** `warning` marks a series that must stand out. */
  series: readonly { name: string; values: readonly number[]; warning?: true }[];
}

export interface Document {
  title: string;
  blocks: readonly Block[];
}

/** Whether a cell is a figure with a source. */
export function isFigure(cell: Cell): cell is Figure {
  return typeof cell === "object";
}
