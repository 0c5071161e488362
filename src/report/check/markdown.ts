// `cmrt check --format markdown`: the complete result, for a web page or a ticket.

import { notRunGroups } from "../../domain/not-run.ts";
import { STATE_NAMES } from "../../model/labels.ts";
import { escapeMarkdown } from "../render/escape.ts";
import type { CheckReport } from "./check-report.ts";
import {
  headLines,
  ruleGroups,
  summaryLine,
  supplierGroups,
  templatesWithFindings,
  templateTitle,
} from "./groups.ts";

/** Renders the report as Markdown with every finding, in parts if it covers several templates. */
export function renderCheckMarkdown(report: CheckReport): string {
  const parts =
    report.templates.length === 0
      ? reportLines(report, "##")
      : templatesWithFindings(report).flatMap((one) => [
          `## ${templateTitle(one)}`,
          "",
          ...reportLines(one, "###"),
        ]);
  return `${["# Check of supplier responses", "", ...parts].join("\n").trimEnd()}\n`;
}

/** The lines for one template; `mark` is the prefix of its headings. */
function reportLines(report: CheckReport, mark: string): string[] {
  const lines: string[] = [];
  for (const line of headLines(report)) lines.push(escapeMarkdown(line), "");
  lines.push(escapeMarkdown(summaryLine(report)), "");

  for (const group of supplierGroups(report)) {
    lines.push(
      `${mark} ${group.supplier === "" ? "Files without a known supplier" : escapeMarkdown(group.supplier)}`,
      "",
    );
    for (const file of group.files) {
      const risk = file.risk ? ", risk" : "";
      const reason = file.reason === "" ? "" : ` – ${escapeMarkdown(file.reason)}`;
      lines.push(`- ${escapeMarkdown(file.file)}: ${STATE_NAMES[file.state]}${risk}${reason}`);
    }
    if (group.files.length > 0) lines.push("");
    if (group.findings.length === 0) continue;
    lines.push("| severity | rule | cell | finding | accepted |", "|---|---|---|---|---|");
    for (const { findings } of ruleGroups(group.findings)) {
      for (const { severity, rule, at, message, accepted } of findings) {
        const cells = [severity, rule, at ?? "", message, accepted?.reason ?? ""];
        lines.push(`| ${cells.map(escapeMarkdown).join(" | ")} |`);
      }
    }
    lines.push("");
  }

  const notRun = notRunGroups(report.notRun);
  if (notRun.length > 0) {
    lines.push(`${mark} Not run`, "");
    for (const { reason, rules, files } of notRun) {
      const where = files.length === 0 ? "" : ` (${files.map(escapeMarkdown).join(", ")})`;
      lines.push(`- ${escapeMarkdown(reason)}${where}: ${rules.join(", ")}`);
    }
    lines.push("");
  }
  if (report.gone.length > 0) {
    lines.push(`${mark} Accepted but no longer found`, "");
    for (const { rule, supplier, cell, reason } of report.gone) {
      lines.push(
        `- ${escapeMarkdown(supplier)}, ${rule}${cell === "" ? "" : `, ${cell}`}: ${escapeMarkdown(reason)}`,
      );
    }
    lines.push("");
  }
  return lines;
}
