// Draws charts as SVG. Each series has a different pattern, to be distinguishable without colour; colours are the
// page's, so that one drawing works in light and dark mode and on paper.
import { textWidth } from "../../lib/text-width.ts";
import type { Chart } from "./document.ts";
import { type Html, html } from "./html-text.ts";

/** Room for the longest bar. */
const BARS = 330;
const BAR = 18;
const LINE = 26;
/** Width of a character of a category label. */
const CHARACTER = 6.6;
const LONGEST_LABEL = 34;
/** Width for the sum after a bar. */
const SUMS = 56;

/** The class of a series that must stand out. */
const WARNING = "warning";

/** The pattern drawn over each series, by index. */
const PATTERNS: readonly (Html | null)[] = [
  null,
  html`<path d="M0 8L8 0M-2 2L2 -2M6 10L10 6"/>`,
  html`<path d="M0 4H8"/>`,
  html`<path d="M4 0V8"/>`,
  html`<path d="M2 2h2v2h-2zM6 6h2v2h-2z"/>`,
  html`<path d="M0 0L8 8M0 8L8 0"/>`,
];

/** The pattern definitions, which charts refer to, for the start of a page. */
export function chartPatterns(): Html {
  const pattern = (id: string, series: string, drawn: Html | null) =>
    html`<pattern id="${id}" width="8" height="8" patternUnits="userSpaceOnUse"><rect class="${series}" width="8" height="8" fill="currentColor"/><g class="over" fill="none" stroke-width="1.4">${drawn ?? ""}</g></pattern>`;
  const series = PATTERNS.map((drawn, index) => pattern(`fill-${index + 1}`, `series-${index + 1}`, drawn));
  return html`<svg class="unseen" width="0" height="0" aria-hidden="true" focusable="false"><defs>${series}${pattern(`fill-${WARNING}`, "bad-bar", PATTERNS.at(-1) ?? null)}</defs></svg>`;
}

/** A chart with its title, description and legend. */
export function chartFigure(chart: Chart): Html {
  const { id, title, description, series } = chart;
  const legend = series.map(
    ({ name, warning }, index) =>
      html`<li><svg viewBox="0 0 16 16" aria-hidden="true"><rect width="16" height="16" fill="${fill(index, warning)}"/></svg>${name}</li>`,
  );
  return html`<figure><figcaption id="${id}-title">${title}</figcaption><p id="${id}-about">${description}</p>${
    series.length < 2 ? null : html`<ul class="legend">${legend}</ul>`
  }${drawChart(chart)}</figure>`;
}

function fill(index: number, warning: true | undefined): string {
  return `url(#fill-${warning ? WARNING : (index % PATTERNS.length) + 1})`;
}

/** The chart as SVG: a bar per category, divided into the series, followed by its sum. */
export function drawChart({ id, categories, series }: Chart): Html {
  const sums = categories.map((_, at) => series.reduce((sum, { values }) => sum + (values[at] ?? 0), 0));
  const most = Math.max(1, ...sums);
  const unit = BARS / most;
  // The drawing is no wider than necessary: a narrow screen would otherwise shrink its text further.
  const longest = Math.max(...categories.map((category) => textWidth(shortened(category))), 0);
  const labels = Math.ceil(longest * CHARACTER) + 16;
  const across = labels + BARS + SUMS;
  const bars = categories.map((category, at) => {
    const top = at * LINE + 4;
    let left = labels;
    const parts = series.map(({ name, values, warning }, index) => {
      const value = values[at] ?? 0;
      const width = round(value * unit);
      const part = html`<rect x="${round(left)}" y="${top}" width="${width}" height="${BAR}" fill="${fill(index, warning)}"><title>${category}, ${name}: ${value}</title></rect>`;
      left += width;
      return value === 0 ? html`` : part;
    });
    return html`<text x="${labels - 10}" y="${top + 14}" text-anchor="end">${shortened(category)}</text>${parts}<text x="${round(left + 6)}" y="${top + 14}">${sums[at] as number}</text>`;
  });
  const height = categories.length * LINE + 8;
  return html`<svg class="chart" role="img" aria-labelledby="${id}-title" aria-describedby="${id}-about" viewBox="0 0 ${across} ${height}" width="${across}" height="${height}"><path d="M${labels} 0V${height}" stroke="currentColor" stroke-opacity="0.4"/>${bars}</svg>`;
}

function round(value: number): number {
  return Number(value.toFixed(1));
}

function shortened(text: string): string {
  const characters = [...text];
  return characters.length <= LONGEST_LABEL ? text : `${characters.slice(0, LONGEST_LABEL - 1).join("")}…`;
}
