// Renders `cmrt check` for a terminal.

import { Chalk, type ChalkInstance } from "chalk";
import { notRunGroups } from "../../domain/not-run.ts";
import { printable } from "../../lib/printable.ts";
import type { CheckedFile } from "../../model/check.ts";
import { type Finding, SEVERITIES, type Severity } from "../../model/finding.ts";
import { NOT_COUNTED_BECAUSE, STATE_NAMES } from "../../model/labels.ts";
import { sourceText } from "../../model/workbook.ts";
import { type Overview, overviewHints, overviewOf } from "./check-overview.ts";
import { type CheckReport, familyOf } from "./check-report.ts";
import type { CheckContext } from "./formats.ts";
import {
  counted,
  headLines,
  listLine,
  periodLine,
  ruleGroups,
  type SupplierGroup,
  summaryLine,
  supplierGroups,
  templatesWithFindings,
  templateTitle,
} from "./groups.ts";

/** Findings shown per rule and supplier before "and … more". */
const SHOWN = 3;

/**
 * Renders the report as text, with a part for each template if there are several. With a list of several suppliers it
 * is the overview with a line for each; otherwise the findings, with the worst suppliers first and a few lines per
 * rule. Both end with the totals.
 */
export function renderCheckConsole(report: CheckReport, context: CheckContext): string {
  const paint = new Chalk({ level: context.color ? 1 : 0 });
  const several = context.suppliers ? report.templates : templatesWithFindings(report);
  const parts = (several.length === 0 ? [report] : several).map((one) => ({
    report: one,
    suppliers: context.suppliers?.(one) ?? [],
  }));
  const keys = parts.map(({ suppliers }) => suppliers.map(({ supplier }) => supplier.key));
  const isOverview = keys.some(({ length }) => length > 1) || new Set(keys.flat()).size > 1;
  const overviews = isOverview
    ? parts.map(({ report: one, suppliers }) => overviewOf(one, suppliers, context))
    : [];
  const lines = parts.flatMap(({ report: one }, at) => {
    const overview = overviews[at];
    return [
      ...(several.length === 0 ? [] : [paint.bold.underline(templateTitle(one)), ""]),
      ...(overview === undefined ? findingsText(one, context, paint) : overviewText(one, overview, paint)),
      ...(at < parts.length - 1 ? ["", ""] : []),
    ];
  });
  const hints = isOverview ? ["", ...overviewHints(overviews, several.map(familyOf), context)] : [];
  return `${[...lines, ...hints].join("\n")}\n`;
}

function overviewText(report: CheckReport, { table, sums }: Overview, paint: ChalkInstance): string[] {
  const [headers = "", ...rows] = table;
  const [survey = "", summary = "", ...others] = sums;
  return [
    printable(`${periodLine(report)} ${listLine(report.reference?.name)}`),
    "",
    paint.bold(headers),
    ...rows,
    "",
    survey,
    paint.bold(summary),
    ...others.map((line) => paint.dim(line)),
    ...goneLines(report),
  ];
}

function findingsText(report: CheckReport, context: CheckContext, paint: ChalkInstance): string[] {
  const { rules, all } = context;
  const marks: Record<Severity, string> = {
    error: paint.red("error  "),
    warning: paint.yellow("warning"),
    info: paint.blue("info   "),
  };
  const titles = new Map(rules.map((rule) => [rule.id, rule.title]));
  const lines: string[] = [...headLines(report).map(printable), ""];
  let hidden = 0;
  const say = (finding: Finding, withFile: boolean): string => printable(findingText(finding, withFile));

  for (const group of groupsOf(report)) {
    const name = group.supplier === "" ? "(files without a known supplier)" : group.supplier;
    lines.push(paint.bold(printable(name)));
    for (const line of fileLines(group, familyOf(report))) lines.push(paint.dim(`  ${printable(line)}`));
    const several = new Set(group.findings.map((finding) => finding.file)).size > 1;
    for (const { rule, severity, findings } of ruleGroups(group.findings)) {
      lines.push(`  ${marks[severity]} ${rule}  ${paint.dim(titles.get(rule) ?? "")}`);
      const shown = all ? findings : findings.slice(0, SHOWN);
      for (const finding of shown) lines.push(`    ${say(finding, several)}`);
      const more = findings.length - shown.length;
      if (more > 0) lines.push(paint.dim(`    and ${more} more`));
      hidden += more;
    }
    lines.push("");
  }

  for (const { reason, rules: ids, files } of notRunGroups(report.notRun)) {
    const where = files.length === 0 ? "" : ` (${files.length === 1 ? files[0] : `${files.length} files`})`;
    lines.push(paint.dim(printable(`Not run: ${reason}${where}:  ${ids.join(", ")}`)));
  }
  lines.push(...goneLines(report));
  if (hidden > 0) lines.push(paint.dim("Every finding: the same with --all."));
  lines.push(paint.bold(report.rules === null ? summaryLine(report) : ruleLine(report, report.rules)));
  return lines;
}

/** The suppliers with their findings; if only some rules were requested, only the suppliers that they concern. */
function groupsOf(report: CheckReport): SupplierGroup[] {
  const suppliers = new Map(report.unreadable.map((file) => [sourceText(file), file.supplier?.name ?? ""]));
  const groups = supplierGroups({ ...report, responses: report.responses.map(ofSupplier(suppliers)) });
  if (report.rules === null) return groups;
  return groups
    .filter(({ findings }) => findings.length > 0)
    .map((group) => {
      const found = new Set(group.findings.map(({ file }) => file));
      return { ...group, files: group.files.filter(({ file }) => found.has(file)) };
    });
}

/** Returns a function that adds the supplier to an unusable file, if known. */
function ofSupplier(suppliers: ReadonlyMap<string, string>): (file: CheckedFile) => CheckedFile {
  return (file) =>
    file.supplier === "" ? { ...file, supplier: suppliers.get(file.file) ?? file.supplier } : file;
}

function goneLines({ gone }: CheckReport): string[] {
  return gone.map(({ rule, supplier, cell }) =>
    printable(`Accepted but no longer found: ${rule} of ${supplier}${cell === "" ? "" : ` in ${cell}`}.`),
  );
}

/** The total if only some rules were requested. */
function ruleLine({ findings, responses }: CheckReport, rules: readonly string[]): string {
  if (findings.length === 0) {
    return `No findings of ${rules.join(", ")} in ${counted(responses.length, "file")}.`;
  }
  const suppliers = new Set(findings.map(({ supplier }) => supplier)).size;
  const accepted = findings.filter((finding) => finding.accepted !== undefined).length;
  const parts = SEVERITIES.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [counted(count, severity)];
  });
  return `${parts.join(", ")} of ${rules.join(", ")} at ${counted(suppliers, "supplier")} · ${accepted} accepted`;
}

function fileLines(group: SupplierGroup, family: string): string[] {
  return group.files.map((file) => {
    if (file.state === "unreadable" || file.state === "copied") {
      return `${file.file} – received, not usable: ${file.reason}`;
    }
    const risk = file.risk ? ", risk" : "";
    const why = file.state in NOT_COUNTED_BECAUSE || file.effectiveDate === null ? ` (${file.reason})` : "";
    return `${file.file} – ${STATE_NAMES[file.state]}${risk} – ${family} ${file.templateVersion}, ${dated(file)}${why}`;
  });
}

function dated({ effectiveDate, possibleDates, countsToo = [] }: CheckedFile): string {
  const too = countsToo.length === 0 ? "" : `, counts for ${countsToo.join(" and ")}, too`;
  if (effectiveDate !== null) return `dated ${effectiveDate}${too}`;
  return possibleDates.length > 0 ? `dated ${possibleDates.join(" or ")}${too}` : "no readable date";
}

function findingText(finding: Finding, withFile: boolean): string {
  const at = finding.at ?? "file";
  const file = withFile && finding.file !== null ? `${finding.file} ` : "";
  const accepted = finding.accepted ? ` [accepted: ${finding.accepted.reason}]` : "";
  return `${file}${at}  ${finding.message}${accepted}`;
}
