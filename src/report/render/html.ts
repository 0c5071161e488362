// A document as one HTML file: nothing is loaded from anywhere, and the page reads the same without its script.
import { createHash } from "node:crypto";
import type { Block, Cell, Chart, DataTable, Document, FigureTable, Inline } from "./document.ts";
import { isFigure } from "./document.ts";
import type { DrawChart } from "./draw-chart.ts";
import { escapeHtml } from "./escape.ts";
import { type Figure, figureText, sourceOf } from "./figure.ts";
import { SCRIPT } from "./html-script.ts";
import { STYLE } from "./html-style.ts";

/** Tables from this many rows on can be filtered. */
const FILTER_FROM = 8;

/** The document as HTML. The policy in its head forbids every request and every script but its own. */
export function toHtml(document: Document, drawChart: DrawChart): string {
  const scriptHash = createHash("sha256").update(SCRIPT).digest("base64");
  const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${scriptHash}'; base-uri 'none'; form-action 'none'`;
  const [first, ...rest] = document.blocks;
  const render = (block: Block): string => renderBlock(block, drawChart);
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(document.title)}</title>
<style>${STYLE}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the report</a>
<header>
${first ? render(first) : ""}
</header>
${contents(document.blocks)}
<main id="main">
${rest.map(render).join("\n")}
</main>
<script>${SCRIPT}</script>
</body>
</html>
`;
}

function contents(blocks: readonly Block[]): string {
  const items = blocks.flatMap((block) =>
    block.kind === "heading" && block.level === 2 && block.id !== undefined
      ? [`<li><a href="#${block.id}">${escapeHtml(block.text)}</a></li>`]
      : [],
  );
  return `<nav aria-label="Contents"><ol>${items.join("")}</ol></nav>`;
}

function renderBlock(block: Block, drawChart: DrawChart): string {
  switch (block.kind) {
    case "heading": {
      const id = block.id === undefined ? "" : ` id="${block.id}"`;
      return `<h${block.level}${id}>${escapeHtml(block.text)}</h${block.level}>`;
    }
    case "paragraph":
      return `<p>${line(block.text)}</p>`;
    case "list":
      return `<ul>${block.items.map((item) => `<li>${line(item)}</li>`).join("")}</ul>`;
    case "gap":
      return `<div class="gap" role="note"><strong>To be written by the company:</strong> ${escapeHtml(block.text)}</div>`;
    case "decision":
      return `<p class="decision"><span>${escapeHtml(block.label)}:</span><span></span></p>`;
    case "figures":
      return figureTable(block);
    case "data":
      return dataTable(block);
    case "chart": {
      const { id, title, description } = block.chart;
      return `<figure><figcaption id="${id}-title">${escapeHtml(title)}</figcaption><p id="${id}-about">${escapeHtml(description)}</p>${legend(block.chart)}${drawChart(block.chart)}</figure>`;
    }
  }
}

function legend({ series }: Chart): string {
  if (series.length < 2) return "";
  const items = series.map(
    ({ name }, index) =>
      `<li><span class="swatch" style="background: var(--series-${index + 1})"></span>${escapeHtml(name)}</li>`,
  );
  return `<ul class="legend">${items.join("")}</ul>`;
}

function line(parts: readonly Inline[]): string {
  return parts
    .map((part) => {
      if (typeof part === "string") return escapeHtml(part);
      if ("strong" in part) return `<strong>${escapeHtml(part.strong)}</strong>`;
      if ("code" in part) return `<code>${escapeHtml(part.code)}</code>`;
      if ("place" in part) return `<mark>[${escapeHtml(part.place)}]</mark>`;
      return `${data(part.figure)} (<code>${escapeHtml(sourceOf(part.figure.source))}</code>)`;
    })
    .join("");
}

/** A figure carries its own source, for programs and as a tooltip. */
function data(figure: Figure): string {
  const source = escapeHtml(sourceOf(figure.source));
  return `<data value="${figure.value}" title="${source}">${escapeHtml(figureText(figure))}</data>`;
}

function figureTable({ caption, columns, rows }: FigureTable): string {
  const head = [
    `<td></td>`,
    ...columns.map((column) => `<th scope="col" class="number">${escapeHtml(column)}</th>`),
    `<th scope="col">Source</th>`,
  ];
  const body = rows.map((row) => {
    const cells = row.cells.map((cell) => `<td class="number">${cellText(cell)}</td>`);
    const sources = row.sources.map((source) => `<code>${escapeHtml(source)}</code>`).join("; ");
    return `<tr><th scope="row">${escapeHtml(row.label)}</th>${cells.join("")}<td class="source">${sources}</td></tr>`;
  });
  return table(caption, head, body, "");
}

function dataTable({ caption, columns, rows, plain }: DataTable): string {
  const head = columns.map(
    ({ title, number }) => `<th scope="col"${number ? ' class="number"' : ""}>${escapeHtml(title)}</th>`,
  );
  const body = rows.map(
    (row) =>
      `<tr>${row.map((cell, index) => `<td${columns[index]?.number ? ' class="number"' : ""}>${cellText(cell)}</td>`).join("")}</tr>`,
  );
  if (plain) return table(caption, head, body, "");
  const html = table(caption, head, body, " data-sortable");
  if (rows.length < FILTER_FROM) return `<section class="table">${html}</section>`;
  const label = caption === "" ? columns.map(({ title }) => title).join(", ") : caption;
  // Hidden until the script, which alone can filter, shows it.
  const tools = `<div class="tools" hidden><label>Filter <input type="search" autocomplete="off" aria-label="Filter: ${escapeHtml(label)}"></label><output></output></div>`;
  return `<section class="table">${tools}${html}</section>`;
}

function cellText(cell: Cell): string {
  return isFigure(cell) ? data(cell) : escapeHtml(String(cell));
}

function table(
  caption: string,
  head: readonly string[],
  body: readonly string[],
  attributes: string,
): string {
  const title = caption === "" ? "" : `<caption>${escapeHtml(caption)}</caption>`;
  return `<div class="wide"><table${attributes}>${title}<thead><tr>${head.join("")}</tr></thead><tbody>
${body.join("\n")}
</tbody></table></div>`;
}
