// A document as Markdown.
import { printable } from "../../lib/printable.ts";
import type { Block, Cell, Document, Inline } from "./document.ts";
import { isFigure } from "./document.ts";
import { escapeMarkdown, escapeMarkdownInside } from "./escape.ts";
import { type Figure, figureText, sourceOf } from "./figure.ts";

/**
 * The document as GitHub-flavoured Markdown, ending with a line break. Charts are left out, as their tables have the
 * same figures.
 */
export function toMarkdown(document: Document): string {
  const blocks = document.blocks.flatMap((block) => renderBlock(block) ?? []);
  return `${blocks.join("\n\n")}\n`;
}

function renderBlock(block: Block): string | undefined {
  switch (block.kind) {
    case "heading":
      return `${"#".repeat(block.level)} ${escapeMarkdownInside(block.text)}`;
    case "paragraph":
      return line(block.text);
    case "list":
      return block.items.map((item) => `- ${line(item)}`).join("\n");
    case "gap":
      return `> **To be written by the company:** ${escapeMarkdown(block.text)}`;
    case "decision":
      return `**${escapeMarkdown(block.label)}:** ______________________________________________`;
    case "figures": {
      const named = block.rows.some(({ id }) => id !== undefined);
      return table(
        block.caption,
        ["", ...block.columns, ...(named ? ["ID"] : []), "Source"],
        block.rows.map((row) => [
          escapeMarkdown(row.label),
          ...row.cells.map(cell),
          ...(named ? [row.id === undefined ? "" : codeInCell(row.id)] : []),
          row.sources.map(codeInCell).join("; "),
        ]),
        [false, ...block.columns.map(() => true), ...(named ? [false] : []), false],
      );
    }
    case "data":
      return table(
        block.caption,
        block.columns.map((column) => column.title),
        block.rows.map((row) => row.map(cell)),
        block.columns.map((column) => column.number === true),
      );
    case "chart":
      return undefined;
  }
}

function line(parts: readonly Inline[]): string {
  // Plain text is escaped as a whole, so that characters special at the start of a line are escaped as well.
  return parts
    .map((part, index) => {
      if (typeof part === "string") return index === 0 ? escapeMarkdown(part) : escapeMarkdownInside(part);
      if ("strong" in part) return `**${escapeMarkdownInside(part.strong)}**`;
      if ("code" in part) return code(part.code);
      if ("place" in part) return `**${escapeMarkdown(`[${part.place}]`)}**`;
      return figureInLine(part.figure);
    })
    .join("");
}

function figureInLine(figure: Figure): string {
  const id = figure.id === undefined ? "" : `, ID ${code(figure.id)}`;
  return `${figureText(figure)} (${code(sourceOf(figure.source))}${id})`;
}

function cell(value: Cell): string {
  if (isFigure(value)) return figureText(value);
  return typeof value === "number" ? String(value) : escapeMarkdown(value);
}

/** Text in a code span, which a backtick in the text would end. */
function code(text: string): string {
  const shown = printable(text);
  return shown.includes("`") ? `\`\` ${shown} \`\`` : `\`${shown}\``;
}

/** Code in a table cell, which a vertical bar in the text would end. */
function codeInCell(text: string): string {
  return code(text).replaceAll("|", "\\|");
}

function table(
  caption: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
  numbers: readonly boolean[],
): string {
  const tableLine = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const rule = tableLine(numbers.map((number) => (number ? "---:" : "---")));
  const title = caption === "" ? [] : [`**${escapeMarkdownInside(caption)}**`, ""];
  return [...title, tableLine(head.map(escapeMarkdown)), rule, ...rows.map(tableLine)].join("\n");
}
