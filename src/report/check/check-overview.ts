// The overview of `cmrt check`: a line per supplier, the totals, and how to see more.

import { countsTooLines } from "../../domain/counts-too.ts";
import { countFindings } from "../../domain/finding-counts.ts";
import { FUNNEL_LINES, funnelOf } from "../../domain/funnel.ts";
import { whereElse } from "../../domain/likely-pairs.ts";
import { notRunGroups } from "../../domain/not-run.ts";
import { unusableState, unusableText } from "../../domain/standing.ts";
import { signKindOf } from "../../domain/warning-signs.ts";
import { familyNamed } from "../../forms/families.ts";
import type { Family } from "../../forms/form.ts";
import { compareTexts, sortTexts } from "../../lib/compare-texts.ts";
import { groupBy } from "../../lib/group-by.ts";
import { printable } from "../../lib/printable.ts";
import type { ResponseState } from "../../model/campaign.ts";
import type { UnusableFile } from "../../model/evaluation.ts";
import { type Finding, SEVERITIES } from "../../model/finding.ts";
import { NOT_COUNTED_BECAUSE } from "../../model/labels.ts";
import { sourceText } from "../../model/workbook.ts";
import { ACT_ON } from "../console/supplier-list.ts";
import { textTable } from "../console/text-table.ts";
import { percent } from "../pack/report-input.ts";
import type { SupplierRow } from "../pack/tables/suppliers.ts";
import { type CheckReport, familyOf } from "./check-report.ts";
import type { CheckContext } from "./formats.ts";
import { counted, summaryLine } from "./groups.ts";

/** The overview of one template. */
export interface Overview {
  table: string[];
  sums: string[];
  /** All lines, listed or not. */
  all: readonly OverviewLine[];
  /** Whether only some lines are listed. */
  isCut: boolean;
}

/** A row of the table: a supplier, or a file without a known supplier. */
interface OverviewLine {
  name: string;
  state: ResponseState;
  risk: boolean;
  errors: number;
  warnings: number;
  questions: number;
  /** The most serious problem, in one phrase. */
  phrase: string;
}

/** Most lines listed; of a larger campaign only the first ones. */
const LISTED = 40;
/** On a narrower terminal the headers are shorter, and names are truncated earlier. */
const WIDE = 110;

/** The overview, without colour. `suppliers` are those of the evaluation behind the report. */
export function overviewOf(
  report: CheckReport,
  suppliers: readonly SupplierRow[],
  { rules, width }: CheckContext,
): Overview {
  const all = overview(report, suppliers, rules);
  const shown = all.length > LISTED ? all.slice(0, LISTED) : all;
  const isNarrow = width !== undefined && width < WIDE;
  const [errors, warnings, questions] = isNarrow
    ? ["err", "warn", "ask"]
    : ["errors", "warnings", "questions"];
  const table = textTable(
    [
      { header: "supplier", widest: isNarrow ? 24 : 36 },
      { header: "state" },
      ...[errors, warnings, questions].map((header = "") => ({ header, side: "start" as const })),
      { header: "most serious" },
    ],
    shown.map((line) => [
      line.name,
      line.risk ? `${line.state}, risk` : line.state,
      ...[line.errors, line.warnings, line.questions].map(String),
      line.phrase,
    ]),
    width,
  );
  const rest = all.slice(shown.length);
  if (rest.length > 0) table.push(`and ${counted(rest.length, "more line")}: ${stateCounts(rest)}`);
  return {
    table,
    sums: [
      surveyLine(suppliers),
      summaryLine(report),
      ...countsTooLines(report.responses).map(printable),
      ...notRunLine(report),
    ],
    all,
    isCut: rest.length > 0,
  };
}

/** How to see more than the overviews of one or several templates show. */
export function overviewHints(
  overviews: readonly Overview[],
  templates: readonly string[],
  { typed = "" }: CheckContext,
): string[] {
  const lines = overviews.flatMap(({ all }) => all);
  return [
    `One supplier:  cmrt check${typed} --supplier ${exampleName(lines)}`,
    `All findings:  cmrt check${typed} --all`,
    ...(overviews.some(({ isCut }) => isCut) ? [`All suppliers: cmrt suppliers${typed}`] : []),
    ...templates.slice(-1).map((id) => `One template:  cmrt check${typed} --family ${id.toLowerCase()}`),
  ];
}

/** In order of urgency: by state, then errors and warnings, then name. */
function overview(
  report: CheckReport,
  suppliers: readonly SupplierRow[],
  rules: CheckContext["rules"],
): OverviewLine[] {
  const findings = groupBy(report.findings, ({ supplier }) => supplier);
  const files = groupBy(report.unreadable, ({ supplier }) => supplier?.key ?? "");
  const phraseOf = mostSerious(rules, familyNamed(familyOf(report)));
  const datedAs = newestDates(report);
  const lines = suppliers.map((row): OverviewLine => {
    const { supplier, followUp, errors, warnings, riskFlags } = row;
    const questions = followUp.openQuestions;
    const its = findings.get(supplier.name) ?? [];
    const phrase =
      NOT_COUNTED_BECAUSE[supplier.state] === undefined
        ? phraseOf(its)
        : whyNotCounted(row, datedAs(supplier), files.get(supplier.key)?.[0]);
    return {
      name: supplier.name,
      state: supplier.state,
      risk: riskFlags > 0 && supplier.state !== "missing",
      ...{ errors, warnings, questions, phrase },
    };
  });
  const nobodys = (files.get("") ?? []).map((file): OverviewLine => {
    const name = sourceText(file);
    const its = (findings.get("") ?? []).filter((finding) => finding.file === name);
    const { errors, warnings } = countFindings(its);
    return {
      name: "(no known supplier)",
      state: unusableState(file.unreadable),
      risk: false,
      ...{ errors, warnings, questions: 0 },
      phrase: unusableText(file),
    };
  });
  return [...lines, ...nobodys].sort(
    (a, b) =>
      ACT_ON.indexOf(a.state) - ACT_ON.indexOf(b.state) ||
      b.errors - a.errors ||
      b.warnings - a.warnings ||
      compareTexts(a.name, b.name),
  );
}

/** The newest date among a supplier's responses that are in the supplier's own state. */
function newestDates({
  responses,
}: CheckReport): (supplier: { name: string; state: ResponseState }) => string {
  const bySupplier = groupBy(responses, ({ supplier, state }) => `${state} ${supplier}`);
  return ({ name, state }) =>
    sortTexts(
      (bySupplier.get(`${state} ${name}`) ?? []).flatMap(({ effectiveDate }) => effectiveDate ?? []),
    ).at(-1) ?? "";
}

function whyNotCounted(
  { supplier, followUp, daysWaiting }: SupplierRow,
  date: string,
  file: UnusableFile | undefined,
): string {
  const { state } = supplier;
  const { askedOn } = followUp;
  if (state === "missing") {
    const nothing = `nothing received${whereElse(supplier)}`;
    if (askedOn === null) return nothing;
    const since = daysWaiting === null ? "" : `, ${counted(daysWaiting, "day")} ago`;
    return `${nothing}; asked on ${askedOn}${since}`;
  }
  if (file !== undefined && state === unusableState(file.unreadable)) return unusableText(file);
  const because = NOT_COUNTED_BECAUSE[state] ?? "";
  return date === "" || !because.startsWith("dated ")
    ? because
    : because.replace("dated ", `dated ${date}, `);
}

/**
 * Returns a function for the most serious finding, as its rule's title: errors before warnings, warning signs before
 * others, then by the number of findings per rule, then in catalogue order. Accepted findings and infos are ignored.
 */
function mostSerious(rules: CheckContext["rules"], family: Family): (findings: readonly Finding[]) => string {
  const places = new Map(rules.map(({ id }, place) => [id, place]));
  const titles = new Map(rules.map(({ id, title }) => [id, title]));
  const place = (rule: string): number => places.get(rule) ?? rules.length;
  return (findings) => {
    const open = findings.filter(({ accepted, severity }) => accepted === undefined && severity !== "info");
    const groups = [...groupBy(open, ({ rule, severity }) => `${severity} ${rule}`).values()].map((its) => ({
      rule: its[0].rule,
      severity: SEVERITIES.indexOf(its[0].severity),
      sign: its.some((finding) => signKindOf(finding, family) !== undefined) ? 0 : 1,
      count: its.length,
    }));
    const [first] = groups.sort(
      (a, b) =>
        a.severity - b.severity || a.sign - b.sign || b.count - a.count || place(a.rule) - place(b.rule),
    );
    return first === undefined ? "" : (titles.get(first.rule) ?? first.rule).replace(/\.$/, "");
  };
}

/** How many suppliers are in each state: "3 missing, 2 invalid". */
function stateCounts(lines: readonly { state: ResponseState }[]): string {
  const states = groupBy(lines, ({ state }) => state);
  return ACT_ON.flatMap((state) => {
    const its = states.get(state);
    return its ? [`${its.length} ${state}`] : [];
  }).join(", ");
}

function surveyLine(suppliers: readonly SupplierRow[]): string {
  const { surveyed, ...funnel } = funnelOf(suppliers.map(({ supplier }) => supplier));
  const steps = FUNNEL_LINES.map(({ of, name }) => {
    const share = surveyed === null ? "" : ` (${percent(funnel[of], surveyed)})`;
    return `${name.toLowerCase()} ${funnel[of]}${of === "responded" ? share : ""}`;
  });
  const asked = surveyed === null ? "no roster" : `surveyed ${surveyed}`;
  return `Suppliers: ${asked} · ${steps.join(" · ")}`;
}

/** Most reasons given before "and … more". */
const REASONS = 4;

function notRunLine(report: CheckReport): string[] {
  const reasons = notRunGroups(report.notRun).map(({ reason }) => reason);
  if (reasons.length === 0) return [];
  const more = reasons.length - REASONS;
  const told = [...reasons.slice(0, REASONS), ...(more > 0 ? [`${more} more reasons`] : [])];
  return [`Not run: ${counted(report.summary.notRun, "check")} (${told.map(printable).join("; ")})`];
}

/** A word from the name of the supplier with the most errors, among names that can be typed without quoting. */
function exampleName(lines: readonly OverviewLine[]): string {
  const [worst] = lines
    .flatMap(({ name, errors }) => {
      const word = printable(name).split(/\s/)[0] ?? "";
      return /^[\p{L}\p{N}.-]+$/u.test(word) ? { word, errors } : [];
    })
    .toSorted((a, b) => b.errors - a.errors);
  return worst?.word ?? "<name>";
}
