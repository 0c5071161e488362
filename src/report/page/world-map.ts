// World maps: where smelters are located and, separately, where minerals are said to come from.
import { countryName } from "../../forms/countries.ts";
import { clientFile } from "../../lib/client-file.ts";
import { compareTexts } from "../../lib/compare-texts.ts";
import { pageHref } from "../../lib/page-address.ts";
import type { ReportContext } from "../pack/report-input.ts";
import { type Html, html } from "../render/html-text.ts";

/** The format written by fixtures/world-outlines.ts, from Natural Earth. */
interface WorldOutlines {
  width: number;
  height: number;
  countries: Record<string, { path?: string; at: [x: number, y: number] }>;
}

let outlines: WorldOutlines | undefined;

function world(): WorldOutlines {
  outlines ??= JSON.parse(clientFile("world.json")) as WorldOutlines;
  return outlines;
}

/** The world's outlines, included once for all maps of a page. */
export function mapOutlines(): Html {
  const paths = Object.entries(world().countries).flatMap(([code, { path }]) =>
    path === undefined ? [] : [html`<path id="land-${code}" d="${path}"/>`],
  );
  return html`<svg class="unseen" width="0" height="0" aria-hidden="true" focusable="false"><defs>${paths}<g id="land">${Object.entries(
    world().countries,
  ).flatMap(([code, { path }]) =>
    path === undefined ? [] : [html`<use href="#land-${code}"/>`],
  )}</g></defs></svg>`;
}

interface CountryCount {
  code: string;
  count: number;
  covered: boolean;
}

/** Where the reported smelters are located: a circle per country, with its area proportional to their number. */
export function smelterMap({ consolidation, family }: ReportContext): Html | null {
  const counts = new Map<string, number>();
  for (const { country } of consolidation.facilities) {
    if (country !== undefined) counts.set(country, (counts.get(country) ?? 0) + 1);
  }
  if (counts.size === 0) return null;
  const countries = ordered(counts, family.inquiry?.countries ?? []);
  const elsewhere = consolidation.facilities.filter(({ country }) => country === undefined).length;
  const circles = countries.flatMap(({ code, count }) => {
    const place = world().countries[code]?.at;
    if (place === undefined) return [];
    const [x, y] = place;
    return [
      html`<g><title>${countryName(code)}: ${count}</title><circle class="place" cx="${x}" cy="${y}" r="${Number((4 + 2.2 * Math.sqrt(count)).toFixed(1))}"/><text class="count" x="${x}" y="${y + 4}">${count}</text></g>`,
    ];
  });
  const about = `Distinct smelters by the country in which they are located${elsewhere > 0 ? `; of ${elsewhere} no country is known` : ""}. This says nothing of where minerals were mined.`;
  return map(
    "map-smelters",
    "Where the reported smelters are located",
    about,
    html`${circles}`,
    countries,
    "smelters",
  );
}

/** Where minerals come from according to declarations or origin lists; the inquiry's countries are always outlined. */
export function originMap({ consolidation, family }: ReportContext): Html | null {
  const asked = family.inquiry?.countries ?? [];
  const counts = new Map<string, number>(asked.map((code) => [code, 0]));
  for (const { code, rows } of consolidation.countries) {
    if (code !== null) counts.set(code, (counts.get(code) ?? 0) + rows);
  }
  const countries = ordered(counts, asked);
  if (countries.every(({ count }) => count === 0)) return null;
  const areas = countries.map(({ code, count, covered }) => {
    const { path, at } = world().countries[code] ?? {};
    const title = html`<title>${countryName(code)}: ${count}</title>`;
    const kind = `${count > 0 ? "origin" : "land"}${covered ? " covered" : ""}`;
    const pattern = count === 0 ? "" : covered ? "url(#fill-warning)" : "url(#fill-2)";
    if (path !== undefined) {
      return pattern === ""
        ? html`<use href="#land-${code}" class="${kind}">${title}</use>`
        : html`<use href="#land-${code}" class="${kind}" fill="${pattern}">${title}</use>`;
    }
    if (at === undefined) return html``;
    return html`<circle class="${kind}" cx="${at[0]}" cy="${at[1]}" r="4" fill="${pattern || "none"}">${title}</circle>`;
  });
  const area =
    family.inquiry === null
      ? ""
      : ` ${family.inquiry.area} are outlined, whether named or not, and crosshatched where named.`;
  const about = `Countries that suppliers or origin lists name as origin, hatched, by smelter rows.${area.replace(/^ ./, (text) => text.toUpperCase())} Where smelters are located is not used.`;
  return map("map-origins", "Declared countries of origin", about, html`${areas}`, countries, "smelter rows");
}

/** The inquiry's countries first, then by count. */
function ordered(counts: ReadonlyMap<string, number>, asked: readonly string[]): CountryCount[] {
  return [...counts]
    .map(([code, count]) => ({ code, count, covered: asked.includes(code) }))
    .sort(
      (a, b) => Number(b.covered) - Number(a.covered) || b.count - a.count || compareTexts(a.code, b.code),
    );
}

function map(
  id: string,
  title: string,
  about: string,
  drawn: Html,
  countries: readonly CountryCount[],
  what: string,
): Html {
  const { width, height } = world();
  const items = countries.map(
    ({ code, count }) =>
      html`<li><a href="${pageHref({ view: "country", key: code })}">${countryName(code)}</a> ${count}</li>`,
  );
  return html`<figure><figcaption id="${id}-title">${title}</figcaption><p id="${id}-about">${about}</p><svg class="map" role="img" aria-labelledby="${id}-title" aria-describedby="${id}-about" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><use href="#land" class="land"/>${drawn}</svg><details><summary>By country, in ${what}</summary><ul class="many">${items}</ul></details></figure>`;
}
