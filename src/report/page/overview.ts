// The page's first screen: the state of the campaign, the outcomes per metal, and open tasks.

import type { ReportContext } from "../pack/report-input.ts";
import { overallFigures } from "../pack/sections/comparison.ts";
import { funnelRows } from "../pack/sections/results.ts";
import { statusRows } from "../pack/sections/smelters.ts";
import { openTasks } from "../pack/tasks.ts";
import type { Chart } from "../render/document.ts";
import { type Cell, isFigure } from "../render/document.ts";
import { chartFigure } from "../render/draw-chart.ts";
import { conditions, type Figure, sourceOf } from "../render/figure.ts";
import { figureLink, sourceHref } from "../render/figure-link.ts";
import { figureTable } from "../render/html.ts";
import { type Html, html } from "../render/html-text.ts";
import { outcomeCards } from "./outcome-cards.ts";
import { originMap, smelterMap } from "./world-map.ts";

/** The first screen, which takes four pages in print. */
export function overview(context: ReportContext): Html {
  const cards = outcomeCards(context);
  return html`<section id="overview" class="part" aria-label="Overview">
${tiles(context)}
<div class="columns"><section><h2>Suppliers</h2>${funnel(context)}</section><section><h2>What needs a person</h2>${toDoList(context)}</section></div>
${cards === null ? null : html`<section class="page-start"><h2>Outcome by ${context.family.mineral}</h2><p>What the responses indicate. The company decides, taking into account what else it knows.</p>${cards}</section>`}
<section class="page-whole"><h2>Smelters by ${context.family.mineral} and status</h2>${smelters(context)}${smelterMap(context)}</section>
<section class="page-start"><h2>Declared origins</h2>${originMap(context) ?? html`<p>No country of origin is named in the responses that count, and no list of origins is in use.</p>`}${besideLast(context)}</section>
</section>`;
}

/** The open tasks, each with a link to its rows and the command that helps. */
function toDoList(context: ReportContext): Html {
  const items = openTasks(context).map(
    ({ figure, subject, what, command }) =>
      html`<li>${figureLink(figure)} ${subject}: ${what} (<code>${command}</code>).</li>`,
  );
  return items.length === 0 ? html`<p>Nothing is open.</p>` : html`<ol class="todo">${items}</ol>`;
}

/** The headline figures, each linked to its rows. */
function tiles(context: ReportContext): Html {
  const { distinct, rows, consolidation } = context;
  const roster = consolidation.suppliers.some(({ onRoster }) => onRoster !== null);
  const asked = roster ? { on_roster: "yes" } : {};
  const step = (...steps: string[]) =>
    distinct("supplier_id", "responses.csv", { funnel_step: steps, ...asked });
  const surveyed = roster ? distinct("supplier_id", "responses.csv", asked).value : null;
  const status = consolidation.statusesKnown
    ? { title: "smelters neither conformant nor active", classes: ["other", "not on list"] }
    : { title: "smelters of unknown status: no list of statuses", classes: ["not known"] };
  const shown: readonly (readonly [figure: Figure, title: string])[] = [
    [
      step("responded", "valid", "clean"),
      surveyed === null ? "suppliers responded" : `of ${surveyed} suppliers responded`,
    ],
    [step("valid", "clean"), "suppliers with valid responses"],
    [
      distinct("supplier_id", "responses.csv", {
        supplier_state: ["missing", "withdrawn", "replaced"],
        ...asked,
      }),
      roster ? "suppliers missing" : "suppliers missing (no roster says who was asked)",
    ],
    [rows("smelters.csv", { status_class: status.classes }), status.title],
    [rows("responses.csv", { state: ["unreadable", "copied"] }), "files not usable"],
  ];
  return html`<ul class="tiles">${shown.map(([figure, title]) => html`<li>${tile(figure, title)}</li>`)}</ul>`;
}

function tile(figure: Figure, title: string): Html {
  return html`<a href="${sourceHref(figure.source)}"><strong><data value="${figure.value}" title="${sourceOf(figure.source)}">${figure.value}</data></strong> <small>${title}</small></a>`;
}

/** The funnel as bars, each figure linked to its rows. */
function funnel(context: ReportContext): Html {
  const lines = funnelRows(context).rows;
  const most = Math.max(1, ...lines.map(({ cells: [count] }) => figureValue(count)));
  // Without a roster the number of suppliers asked is unknown.
  const shares = lines.every(({ cells: [count] }) => count !== undefined && isFigure(count));
  const rows = lines.map(({ label, cells: [count, share] }) => {
    const width = Number(((100 * figureValue(count)) / most).toFixed(1));
    return html`<tr><th scope="row">${label}</th><td class="bar"><svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect class="series-1" width="${width}" height="10" fill="currentColor"/></svg></td><td class="number">${cell(count)}</td>${shares ? html`<td class="number">${cell(share)}</td>` : null}</tr>`;
  });
  return html`<table class="bars"><thead class="unseen"><tr><th scope="col">Step</th><th scope="col">Bar</th><th scope="col">Suppliers</th>${shares ? html`<th scope="col">Share of surveyed</th>` : null}</tr></thead><tbody>${rows}</tbody></table>`;
}

function figureValue(count: Cell | undefined): number {
  return count !== undefined && isFigure(count) ? count.value : 0;
}

function cell(value: Cell | undefined): Html {
  if (value === undefined) return html``;
  return isFigure(value) ? figureLink(value) : html`${value}`;
}

function smelters(context: ReportContext): Html {
  const rows = statusRows(context);
  if (rows.length === 0) return html`<p>No smelter is reported in the responses that count.</p>`;
  const chart: Chart = {
    id: "overview-smelters",
    title: `Reported smelters by ${context.family.mineral} and status`,
    description: "Distinct smelters; the figures are in the table below, each a link to its rows.",
    categories: context.mineralHeaders,
    series: rows.map(({ label, cells }) => ({ name: label, values: cells.map(figureValue) })),
  };
  const hint = context.consolidation.statusesKnown
    ? null
    : html`<p class="about">No list of statuses is in use, so that statuses are not known. Import one: <code>cmrt reference import</code>.</p>`;
  return html`<div class="columns"><div>${chartFigure(chart)}</div><div>${figureTable({ kind: "figures", caption: "", columns: context.mineralHeaders, rows })}${hint}</div></div>`;
}

/** This year's figures beside last year's. */
function besideLast(context: ReportContext): Html {
  const { comparison } = context;
  if (comparison === undefined) {
    return html`<h2>This year beside last year</h2><p>The workspace has no response of an earlier period.</p>`;
  }
  const [from, to] = [String(comparison.from), String(comparison.to)];
  const changed = (kind: string): Figure =>
    context.figure({ file: "comparison.csv", where: conditions({ kind }) });
  const changes: readonly (readonly [string, string])[] = [
    ["answer", "answers became weaker"],
    ["smelterNew", "smelters named only now"],
    ["smelterGone", "smelters no longer named"],
    ["smelterStatus", "smelters with another status"],
  ];
  return html`<h2>${to} beside ${from}</h2>${figureTable({ kind: "figures", caption: "Suppliers", columns: [from, to], rows: overallFigures(context) })}<ul>${changes.map(([kind, title]) => html`<li>${figureLink(changed(kind))} ${title}</li>`)}</ul>`;
}
