// Findings by rule: how many, for which suppliers, why they matter and what to ask. Part of the page's static HTML.
import { compareTexts } from "../../lib/compare-texts.ts";
import { countOf } from "../../lib/count-of.ts";
import { groupBy } from "../../lib/group-by.ts";
import { pageHref } from "../../lib/page-address.ts";
import { type Finding, SEVERITIES } from "../../model/finding.ts";
import type { ReportContext } from "../pack/report-input.ts";
import { figureLink } from "../render/figure-link.ts";
import { type Html, html } from "../render/html-text.ts";
import type { Withholding } from "../render/withhold.ts";

/** Most suppliers named per rule; all are in its table. */
const NAMED = 20;

/** The part of the page with a collapsible section per rule with findings, the gravest and most frequent first. */
export function byRule(context: ReportContext, withholding: Withholding, rulesTable: string): Html {
  const { evaluation } = context;
  const groups = [...groupBy(evaluation.findings, ({ rule, severity }) => `${severity}\n${rule}`).values()];
  const rank = ([first]: readonly Finding[]): number => SEVERITIES.indexOf(first?.severity ?? "info");
  groups.sort(
    (a, b) => rank(a) - rank(b) || b.length - a.length || compareTexts(a[0]?.rule ?? "", b[0]?.rule ?? ""),
  );
  const all = pageHref({ view: "table", table: { file: rulesTable, where: [] } });
  const folds = groups.flatMap((findings) => fold(context, withholding, findings));
  return html`<section id="by-rule" class="part" aria-label="Findings by rule"><h2>Findings by rule</h2>${
    folds.length === 0 ? html`<p>Nothing was found.</p>` : folds
  }<p><a href="${all}">All rules as a table</a>, with those that found nothing or could not run.</p></section>`;
}

function fold(
  { rules, rows }: ReportContext,
  withholding: Withholding,
  findings: readonly Finding[],
): Html[] {
  const [first] = findings;
  if (first === undefined) return [];
  const { rule, severity } = first;
  const text = rules.find(({ id }) => id === rule);
  const count = rows("findings.csv", { rule, severity, superseded: "" });
  const open = findings.filter(({ accepted }) => accepted === undefined);
  const suppliers = [...groupBy(open, ({ supplier }) => supplier)].sort(
    ([a, its], [b, others]) => others.length - its.length || compareTexts(a, b),
  );
  const named = suppliers
    .slice(0, NAMED)
    .map(([name, its]) => supplierItem(withholding.text(name), its.length));
  const more = suppliers.length > NAMED ? html`<li>and ${suppliers.length - NAMED} more</li>` : null;
  const accepted = findings.length - open.length;
  const times = `${countOf(suppliers.length, "supplier")}${accepted > 0 ? `, ${accepted} accepted` : ""}`;
  const about = text === undefined ? null : html`<p>${text.why}</p><p class="ask">To ask: ${text.ask}</p>`;
  return [
    html`<details class="finding ${severity}"><summary><strong class="severity">${severity}</strong> ${text?.title ?? rule} <span class="about">${count.value} at ${times}</span></summary>
${about}<ul>${named}${more}</ul><p>${figureLink(count)} as a table · <a href="${pageHref({ view: "rule", key: rule })}">${rule}</a></p></details>`,
  ];
}

function supplierItem(name: string, count: number): Html {
  const who =
    name === ""
      ? html`No known supplier`
      : html`<a href="${pageHref({ view: "supplier", key: name })}">${name}</a>`;
  return html`<li>${who}: ${count}</li>`;
}
