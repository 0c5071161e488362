// Renders a figure in the page as a link to the rows that it was calculated from.
import { pageHref } from "../../lib/page-address.ts";
import { type Figure, figureText, type Source, sourceOf } from "./figure.ts";
import { type Html, html } from "./html-text.ts";

/** The address of the rows of a source. */
export function sourceHref({ file, where, distinct, sum, once }: Source): string {
  return pageHref({
    view: "table",
    table: {
      file,
      where,
      ...(distinct === undefined ? {} : { distinct }),
      ...(sum === undefined ? {} : { sum }),
      ...(once === undefined ? {} : { once }),
    },
  });
}

/** The figure with its source: a link for people, data attributes for programs. */
export function figureLink(figure: Figure): Html {
  const { source, value, id } = figure;
  const named = id === undefined ? null : html` data-figure="${id}"`;
  return html`<a class="figure"${named} href="${sourceHref(source)}"><data value="${value}" title="${sourceOf(source)}">${figureText(figure)}</data></a>`;
}
