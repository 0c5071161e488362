// What a report is made of, before it is Markdown or HTML. Texts are plain: the renderers escape them.
import type { Figure } from "./figure.ts";

/**
 * A piece of a line: plain text, emphasised text, code (a file name), a figure, or a marked place for words that only
 * the company can give.
 */
export type Inline = string | { strong: string } | { code: string } | { figure: Figure } | { place: string };

/** A cell: a figure with its source, or text. */
export type Cell = Figure | string | number;

export type Block =
  | { kind: "heading"; level: 1 | 2 | 3; text: string; id?: string }
  | { kind: "paragraph"; text: readonly Inline[] }
  | { kind: "list"; items: readonly (readonly Inline[])[] }
  /** A place for what only the company can write. */
  | { kind: "gap"; text: string }
  /** An empty line for a person's decision. */
  | { kind: "decision"; label: string }
  | FigureTable
  | DataTable
  | { kind: "chart"; chart: Chart };

/** Rows of figures: each row ends with the sources of its figures, in which `<metal>` stands for the column's metal. */
export interface FigureTable {
  kind: "figures";
  caption: string;
  /** Headers of the cells, without those of the label and the source. */
  columns: readonly string[];
  rows: readonly FigureRow[];
}

export interface FigureRow {
  /** What `cmrt explain` calls the row; absent until its report is put together. */
  id?: string;
  label: string;
  cells: readonly Cell[];
  /** The sources of its figures in words, each once; none for a row of texts. */
  sources: readonly string[];
}

/** Rows of a table of the pack, or a part of them. */
export interface DataTable {
  kind: "data";
  caption: string;
  columns: readonly { title: string; number?: boolean }[];
  rows: readonly (readonly (string | number)[])[];
  /** The file of the pack that has the same rows. */
  file?: string;
}

/** A chart for renderers that can draw; the figures in it stand in a table too. */
export interface Chart {
  id: string;
  title: string;
  /** What the chart shows, in one sentence, for those who do not see it. */
  description: string;
  /** One bar each, cut into the series. */
  categories: readonly string[];
  /** `warning` marks a series that must not look like the others. */
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
