// `cmrt check` for people at a terminal.

import { Chalk } from "chalk";
import { WANTED } from "../../forms/wanted.ts";
import { printable } from "../../lib/printable.ts";
import type { Finding, Severity } from "../../model/finding.ts";
import { NOT_COUNTED_BECAUSE, STATE_NAMES } from "../../model/labels.ts";
import type { CheckReport } from "./check-report.ts";
import type { CheckContext } from "./formats.ts";
import {
  headLines,
  notRunGroups,
  ruleGroups,
  type SupplierGroup,
  summaryLine,
  supplierGroups,
} from "./groups.ts";

/** Findings shown of one rule and supplier before "and … more". */
const SHOWN = 3;

/** The report as text: suppliers worst first, a few lines per rule, one summary line at the end. */
export function renderCheckConsole(report: CheckReport, { rules, color, all }: CheckContext): string {
  const paint = new Chalk({ level: color ? 1 : 0 });
  const marks: Record<Severity, string> = {
    error: paint.red("error  "),
    warning: paint.yellow("warning"),
    info: paint.blue("info   "),
  };
  const titles = new Map(rules.map((rule) => [rule.id, rule.title]));
  const lines: string[] = [...headLines(report).map(printable), ""];

  for (const group of supplierGroups(report)) {
    const name = group.supplier === "" ? "(files without a known supplier)" : group.supplier;
    lines.push(paint.bold(printable(name)));
    for (const line of fileLines(group, report.family ?? WANTED.id))
      lines.push(paint.dim(`  ${printable(line)}`));
    const several = new Set(group.findings.map((finding) => finding.file)).size > 1;
    for (const { rule, severity, findings } of ruleGroups(group.findings)) {
      lines.push(`  ${marks[severity]} ${rule}  ${paint.dim(titles.get(rule) ?? "")}`);
      const shown = all ? findings : findings.slice(0, SHOWN);
      for (const finding of shown) lines.push(`    ${printable(findingText(finding, several))}`);
      const more = findings.length - shown.length;
      if (more > 0) lines.push(paint.dim(`    and ${more} more`));
    }
    lines.push("");
  }

  for (const { reason, rules: ids, files } of notRunGroups(report.notRun)) {
    const where = files.length === 0 ? "" : ` (${files.length === 1 ? files[0] : `${files.length} files`})`;
    lines.push(paint.dim(printable(`Not run: ${reason}${where}:  ${ids.join(", ")}`)));
  }
  for (const gone of report.gone) {
    lines.push(
      printable(
        `Accepted but no longer found: ${gone.rule} of ${gone.supplier}${gone.cell === "" ? "" : ` in ${gone.cell}`}.`,
      ),
    );
  }
  lines.push(paint.bold(summaryLine(report)));
  return `${lines.join("\n")}\n`;
}

function fileLines(group: SupplierGroup, family: string): string[] {
  return group.files.map((file) => {
    if (file.state === "unreadable" || file.state === "copied") {
      return `${file.file} – received, not usable: ${file.reason}`;
    }
    const risk = file.risk ? ", risk" : "";
    const why = file.state in NOT_COUNTED_BECAUSE || file.effectiveDate === null ? ` (${file.reason})` : "";
    return `${file.file} – ${STATE_NAMES[file.state]}${risk} – ${family} ${file.templateVersion}, ${file.effectiveDate === null ? "no readable date" : `dated ${file.effectiveDate}`}${why}`;
  });
}

function findingText(finding: Finding, withFile: boolean): string {
  const at = finding.at ?? "file";
  const file = withFile && finding.file !== null ? `${finding.file} ` : "";
  const accepted = finding.accepted ? ` [accepted: ${finding.accepted.reason}]` : "";
  return `${file}${at}  ${finding.message}${accepted}`;
}
