// The blocks of a document as HTML.
import { pageHref } from "../../lib/page-address.ts";
import type { Block, Cell, DataTable, FigureTable, Inline } from "./document.ts";
import { isFigure } from "./document.ts";
import { chartFigure } from "./draw-chart.ts";
import { figureLink } from "./figure-link.ts";
import { type Html, html } from "./html-text.ts";

/** A block. Heading levels are used as they are: only the page's title is at the first level. */
export function htmlBlock(block: Block): Html {
  switch (block.kind) {
    case "heading":
      return heading(block);
    case "paragraph":
      return html`<p>${line(block.text)}</p>`;
    case "list":
      return html`<ul>${block.items.map((item) => html`<li>${line(item)}</li>`)}</ul>`;
    case "gap":
      return html`<div class="gap" role="note"><strong>To be written by the company:</strong> ${block.text}</div>`;
    case "decision":
      return html`<p class="decision"><span>${block.label}:</span><span></span></p>`;
    case "figures":
      return figureTable(block);
    case "data":
      return dataTable(block);
    case "chart":
      return chartFigure(block.chart);
  }
}

function heading({ level, text, id }: Extract<Block, { kind: "heading" }>): Html {
  const tag: Html = { html: `h${level}` };
  return id === undefined ? html`<${tag}>${text}</${tag}>` : html`<${tag} id="${id}">${text}</${tag}>`;
}

/** The sections of a document as a list of links. */
export function htmlContents(blocks: readonly Block[]): Html {
  const items = blocks.flatMap((block) =>
    block.kind === "heading" && block.level === 2 && block.id !== undefined
      ? [html`<li><a href="${pageHref({ view: "part", id: block.id })}">${block.text}</a></li>`]
      : [],
  );
  return html`<nav class="contents screen-only" aria-label="Contents of the report"><ol>${items}</ol></nav>`;
}

function line(parts: readonly Inline[]): Html[] {
  return parts.map((part) => {
    if (typeof part === "string") return html`${part}`;
    if ("strong" in part) return html`<strong>${part.strong}</strong>`;
    if ("code" in part) return html`<code>${part.code}</code>`;
    if ("place" in part) return html`<mark>[${part.place}]</mark>`;
    return figureLink(part.figure);
  });
}

/** Rows of figures; the source of each is behind the figure. */
export function figureTable({ caption, columns, rows }: FigureTable): Html {
  const head = [
    html`<td></td>`,
    ...columns.map((column) => html`<th scope="col" class="number">${column}</th>`),
  ];
  const body = rows.map(
    ({ label, cells }) =>
      html`<tr><th scope="row">${label}</th>${cells.map((cell) => html`<td class="number">${cellHtml(cell)}</td>`)}</tr>`,
  );
  return table(caption, head, body);
}

/** Most rows shown in the text of a table that the page also has in full, so that the page opens quickly. */
const LONGEST_TABLE = 500;

function dataTable({ caption, columns, rows: all, file }: DataTable): Html {
  const rows = file === undefined ? all : all.slice(0, LONGEST_TABLE);
  const number = { html: ' class="number"' };
  const head = columns.map((column) =>
    column.title === ""
      ? html`<td></td>`
      : html`<th scope="col"${column.number ? number : null}>${column.title}</th>`,
  );
  const body = rows.map(
    (row) =>
      html`<tr>${row.map((cell, index) => html`<td${columns[index]?.number ? number : null}>${cellHtml(cell)}</td>`)}</tr>`,
  );
  if (rows.length === all.length) return table(caption, head, body);
  const href = pageHref({ view: "table", table: { file: file ?? "", where: [] } });
  return html`${table(caption, head, body)}<p>These are the first ${rows.length} of ${all.length} rows. <a href="${href}">All of them</a></p>`;
}

function cellHtml(cell: Cell): Html {
  return isFigure(cell) ? figureLink(cell) : html`${cell}`;
}

function table(caption: string, head: readonly Html[], body: readonly Html[]): Html {
  const title = caption === "" ? null : html`<caption>${caption}</caption>`;
  // A scrollable element must be reachable with the keyboard.
  return html`<div class="wide" tabindex="0" role="group" aria-label="${caption || "Table"}"><table>${title}<thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`;
}
