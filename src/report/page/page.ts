// report.html: a single file that loads nothing. The first screen and the report's text are static HTML; its script
// makes tables and views from the embedded data.
import { createHash } from "node:crypto";
import { clientFile } from "../../lib/client-file.ts";
import { pageHref } from "../../lib/page-address.ts";
import { FACTS_ID, type PageFacts, tableElementId } from "../../model/page-data.ts";
import type { ReportContext } from "../pack/report-input.ts";
import type { Document } from "../render/document.ts";
import { chartPatterns } from "../render/draw-chart.ts";
import { htmlBlock, htmlContents } from "../render/html.ts";
import { type Html, html } from "../render/html-text.ts";
import type { Withholding } from "../render/withhold.ts";
import { byRule } from "./by-rule.ts";
import { undecided } from "./outcome-cards.ts";
import { overview } from "./overview.ts";
import { packTable } from "./pack-table.ts";
import { pageTables, RULES, SUPPLIERS } from "./page-tables.ts";
import { mapOutlines } from "./world-map.ts";

/**
 * Renders the page from a report and, if any, the draft of the filing, both with contacts withheld. The Content
 * Security Policy in its head forbids all requests, and all scripts and styles except its own.
 */
export function renderPage(
  given: ReportContext,
  { report, draft }: { report: Document; draft?: Document | undefined },
  withholding: Withholding,
): string {
  const { consolidation } = given;
  const proposals = withholding.deep(consolidation.proposals);
  const context = { ...given, consolidation: { ...consolidation, proposals } };
  const paper = context.settings.paper === "Letter" ? "@page{size:letter}" : "";
  const [script, style] = [clientFile("report.js"), `${clientFile("report.css")}${paper}`];
  const packed = pageTables(context, withholding).map(packTable);
  const facts: PageFacts = {
    period: context.evaluation.period,
    minerals: context.consolidation.minerals,
    tables: packed.map(({ head: { file, title, onePer, rows } }) => ({ file, title, onePer, rows })),
  };
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${hashOf(script)}'`,
    `style-src 'sha256-${hashOf(style)}'`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; ");
  return html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${asIs(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${report.title}</title>
<style>${asIs(style)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the report</a>
${chartPatterns()}${mapOutlines()}
${band(context, report.title)}
${navigation(draft !== undefined)}
<main id="main">
<noscript><p>Without its script this page shows the overview and the report. The tables behind the figures are the CSV files beside it.</p></noscript>
${overview(context)}
<div id="view" class="part"></div>
${byRule(context, withholding, RULES)}
${tableList(facts)}
${reportText(report)}
${draft === undefined ? null : draftText(draft)}
</main>
<script type="application/json" id="${FACTS_ID}">${asIs(inScript(JSON.stringify(facts)))}</script>
${packed.map(
  ({
    head,
    packed,
  }) => html`<script type="application/octet-stream" id="${tableElementId(head.file)}">${asIs(Buffer.from(packed).toString("base64"))}</script>
`,
)}<script>${asIs(script)}</script>
</body>
</html>
`.html;
}

/** Marks our own text as safe HTML, so that it is not escaped. */
function asIs(text: string): Html {
  return { html: text };
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("base64");
}

/** JSON escaped so that nothing in it can close the script element. */
function inScript(json: string): string {
  return json.replaceAll("<", "\\u003c");
}

function band(context: ReportContext, title: string): Html {
  const { evaluation } = context;
  const open = undecided(context);
  const decisions = open === "" ? "" : ` Not decided: ${open}.`;
  return html`<header class="band"><h1>${title}</h1><p>Period ${evaluation.period}, responses to ${evaluation.cutoff}. Draft of ${evaluation.today}, based on suppliers’ declarations.${decisions}</p></header>`;
}

function navigation(hasDraft: boolean): Html {
  const table = (file: string) => pageHref({ view: "table", table: { file, where: [] } });
  const links: readonly (readonly [href: string, text: string])[] = [
    ["#overview", "Overview"],
    [table(SUPPLIERS), "Suppliers"],
    [table("smelters.csv"), "Smelters"],
    [table("findings.csv"), "Findings"],
    ["#by-rule", "Rules"],
    [table("countries.csv"), "Origins"],
    [table("responses.csv"), "Files"],
    ["#tables", "All tables"],
    ["#report", "Report"],
    ...(hasDraft ? [["#filing", "Filing"] as const] : []),
  ];
  return html`<nav aria-label="Views"><ul>${links.map(([href, text]) => html`<li><a href="${href}">${text}</a></li>`)}</ul></nav>`;
}

function tableList({ tables }: PageFacts): Html {
  const rows = tables.map(
    ({ file, title, onePer, rows }) =>
      html`<tr><th scope="row"><a href="${pageHref({ view: "table", table: { file, where: [] } })}">${title}</a></th><td>${onePer}</td><td class="number">${rows}</td><td>${file.endsWith(".csv") ? html`<code>${file}</code>` : "in this page only"}</td></tr>`,
  );
  return html`<section id="tables" class="part" aria-label="All tables"><h2>All tables</h2><div class="wide" tabindex="0" role="group" aria-label="All tables"><table><thead><tr><th scope="col">Table</th><th scope="col">One row per</th><th scope="col" class="number">Rows</th><th scope="col">File</th></tr></thead><tbody>${rows}</tbody></table></div></section>`;
}

/** The draft of the filing, which is printed as a separate document. Its title is a heading below the page's title. */
function draftText({ blocks }: Document): Html {
  return html`<section id="filing" class="part" aria-label="Draft of the filing">${blocks.map(
    (
      block,
    ) => html`${htmlBlock(block.kind === "heading" && block.level === 1 ? { ...block, level: 2 } : block)}
`,
  )}</section>`;
}

/** The report's text without its title, which is the page's. */
function reportText({ blocks }: Document): Html {
  const [, ...rest] = blocks;
  return html`<section id="report" class="part" aria-label="Report">${htmlContents(blocks)}${rest.map(
    (block) => html`${htmlBlock(block)}
`,
  )}</section>`;
}
