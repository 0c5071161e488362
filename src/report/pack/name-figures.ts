// IDs for the figures of a report, used by `cmrt explain` and the page: the section, what the row counts and, if the
// row has several figures, the column: "results.surveyed.suppliers".
import { type Block, type Cell, type Document, type FigureRow, isFigure } from "../render/document.ts";
import type { Figure } from "../render/figure.ts";

/** Longer labels are truncated after a word. */
const LONGEST = 48;

/**
 * The document with an ID on each figure and each row of figures. An ID depends only on the words around the figure, so
 * that a report has the same IDs whatever the responses say. If a section has several rows with the same name, the
 * later ones are numbered.
 */
export function nameFigures(document: Document): Document {
  const taken = new Map<string, number>();
  const unique = (name: string): string => {
    const times = (taken.get(name) ?? 0) + 1;
    taken.set(name, times);
    return times === 1 ? name : `${name}-${times}`;
  };
  let section = "report";
  let part = section;
  const nameBlock = (block: Block): Block => {
    switch (block.kind) {
      case "heading":
        if (block.level <= 2) section = block.id ?? section;
        part = block.level === 3 ? (block.id ?? section) : section;
        return block;
      case "figures":
        return {
          ...block,
          rows: block.rows.map((row) => nameRow(row, block.columns, unique(`${part}.${slug(row.label)}`))),
        };
      case "paragraph":
        return {
          ...block,
          text: block.text.map((piece, index) => {
            if (typeof piece === "string" || !("figure" in piece)) return piece;
            const before = block.text[index - 1];
            const id = unique(`${part}.${slug(typeof before === "string" ? before : "")}`);
            return { figure: { ...piece.figure, id } };
          }),
        };
      default:
        return block;
    }
  };
  return { ...document, blocks: document.blocks.map(nameBlock) };
}

function nameRow(row: FigureRow, columns: readonly string[], id: string): FigureRow {
  const figures = row.cells.filter(isFigure);
  if (figures.length === 0) return row;
  const named = (cell: Cell, index: number): Cell =>
    isFigure(cell)
      ? { ...cell, id: figures.length === 1 ? id : `${id}.${slug(columns[index] ?? "")}` }
      : cell;
  return { ...row, id, cells: row.cells.map(named) };
}

/** A figure of a report and its location. */
export interface NamedFigure {
  id: string;
  /** The ID of its row; its own ID if the row has one figure. */
  row: string;
  /** Number and title of its section. */
  section: string;
  /** The caption of its table; empty if it is in a line of text. */
  caption: string;
  label: string;
  /** The header of its column; empty if it is in a line of text. */
  column: string;
  figure: Figure;
}

/** All named figures of a report, in order. */
export function figuresOf({ blocks }: Document): NamedFigure[] {
  let section = "";
  return blocks.flatMap((block): NamedFigure[] => {
    if (block.kind === "heading" && block.level === 2) section = block.text;
    if (block.kind === "paragraph") {
      return block.text.flatMap((piece, index) => {
        if (typeof piece === "string" || !("figure" in piece) || piece.figure.id === undefined) return [];
        const before = block.text[index - 1];
        const label = typeof before === "string" ? before.replace(/[\s:]+$/, "") : "";
        const { id } = piece.figure;
        return { id, row: id, section, caption: "", label, column: "", figure: piece.figure };
      });
    }
    if (block.kind !== "figures") return [];
    const { caption, columns } = block;
    return block.rows.flatMap(({ id: row, label, cells }) =>
      cells.flatMap((figure, index) =>
        row === undefined || !isFigure(figure) || figure.id === undefined
          ? []
          : { id: figure.id, row, section, caption, label, column: columns[index] ?? "", figure },
      ),
    );
  });
}

/** Words as a part of an ID: without bracketed text, truncated after a word. */
function slug(text: string): string {
  const words = text
    .replace(/\([^)]*\)/g, " ")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  let name = words[0]?.slice(0, LONGEST) ?? "figure";
  for (const word of words.slice(1)) {
    if (name.length + 1 + word.length > LONGEST) break;
    name += `-${word}`;
  }
  return name;
}
