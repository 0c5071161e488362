// The rule catalogue as text: the list, a single rule, and the page docs/rules.md.

import { groupBy } from "../../lib/group-by.ts";
import { SCHEMA } from "../../model/response.ts";
import type { RulePage } from "../../model/rule-page.ts";
import { ACCEPTED_FILE, SETTINGS_FILE } from "../../model/workspace-files.ts";

/** Findings of an example printed before "and … more". */
const SHOWN = 3;

/** All rules, one line each, by topic. */
export function renderRuleList(pages: readonly RulePage[]): string {
  const width = Math.max(...pages.map((page) => page.id.length));
  const lines: string[] = [];
  for (const [topic, rules] of groupBy(pages, (page) => page.topic)) {
    lines.push(topic);
    for (const { severity, risk, id, title } of rules) {
      lines.push(`  ${severity.padEnd(7)} ${risk ? "risk" : "    "} ${id.padEnd(width)}  ${title}`);
    }
    lines.push("");
  }
  lines.push(`${pages.length} rules. \`cmrt rules <id>\` explains one.`);
  return `${lines.join("\n")}\n`;
}

/** A single rule: what, why, what to ask, and two examples. */
export function renderRule(page: RulePage): string {
  const lines = [
    `${page.id}  (${page.severity}${page.risk ? ", risk flag" : ""})`,
    "",
    page.title,
    page.why,
    "",
    `Ask the supplier:  ${page.ask}`,
    `Source:            ${page.source}`,
    `Template versions: ${page.versions}`,
    ...(page.needs.length > 0 ? [`Not run without:   ${page.needs.join(", ")}`] : []),
    ...(page.internal ? ["Letters:           left out: for the analyst only"] : []),
    ...(page.formerIds ? [`Former id:         ${page.formerIds.join(", ")}`] : []),
    "",
    `Violation: ${page.fires.about}`,
    ...shown(page).map((line) => `  ${line}`),
    `Valid:     ${page.silent.about}`,
  ];
  return `${lines.join("\n")}\n`;
}

/** The catalogue as JSON. */
export function renderRulesJson(pages: readonly RulePage[]): string {
  return `${JSON.stringify({ schema: SCHEMA, rules: pages }, null, 2)}\n`;
}

/** The page docs/rules.md. */
export function renderRulesPage(pages: readonly RulePage[]): string {
  const lines = [
    "# The rules",
    "",
    "<!-- Made from the catalogue by `npm run docs`; do not edit. -->",
    "",
    `cmrt checks responses against these ${pages.length} rules. *Error*: the response is incomplete or contradicts`,
    "itself and does not count as valid. *Warning*: there is a question to put to the supplier. *Info*: worth knowing.",
    "A *risk flag* is an exposure, such as a declared origin: it is reported and does not change a response's state.",
    "A rule whose input is missing is reported as *not run*, never as passed. The examples below are the output of the",
    "rules themselves.",
    "",
    `Severities can be changed and rules switched off, with a reason, in \`${SETTINGS_FILE}\`; single findings can be accepted`,
    `in \`${ACCEPTED_FILE}\`. Ids are stable; former ids are still accepted there.`,
    "",
  ];
  for (const [topic, rules] of groupBy(pages, (page) => page.topic)) {
    lines.push(`## ${topic}`, "", "| rule | severity | finds |", "|---|---|---|");
    for (const { id, severity, risk, title } of rules) {
      lines.push(`| [${id}](#${id}) | ${severity}${risk ? ", risk" : ""} | ${cell(title)} |`);
    }
    lines.push("");
  }
  for (const page of pages) {
    lines.push(
      `### ${page.id}`,
      "",
      `${markup(page.title)} ${markup(page.why)}`,
      "",
      `- Severity: ${page.severity}${page.risk ? ", risk flag" : ""}`,
      `- Template versions: ${page.versions}`,
      ...(page.needs.length > 0 ? [`- Not run without: ${page.needs.join(", ")}`] : []),
      ...(page.formerIds ? [`- Former id: ${page.formerIds.join(", ")}`] : []),
      `- Source: ${markup(page.source)}`,
      `- ${page.internal ? "For the analyst" : "To the supplier"}: ${markup(page.ask)}`,
      "",
      `Violation – ${markup(page.fires.about)}:`,
      "",
      "```text",
      ...shown(page),
      "```",
      "",
      `Valid – ${markup(page.silent.about)}.`,
      "",
    );
  }
  return `${lines.join("\n").trimEnd()}\n`;
}

function shown({ fires }: RulePage): string[] {
  const more = fires.findings.length - SHOWN;
  return [...fires.findings.slice(0, SHOWN), ...(more > 0 ? [`and ${more} more`] : [])];
}

function markup(text: string): string {
  return text.replace(/[<>*_`]/g, "\\$&");
}

function cell(text: string): string {
  return markup(text).replace(/\|/g, "\\|");
}
