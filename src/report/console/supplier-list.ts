// Compares the roster with what was received, for `cmrt suppliers`.

import { countFindings } from "../../domain/finding-counts.ts";
import { funnelOf } from "../../domain/funnel.ts";
import { whereElse } from "../../domain/likely-pairs.ts";
import { countedResponses } from "../../domain/standing.ts";
import { sortTexts } from "../../lib/compare-texts.ts";
import { countOf } from "../../lib/count-of.ts";
import { daysBetween } from "../../lib/dates.ts";
import { groupBy } from "../../lib/group-by.ts";
import type { ResponseState } from "../../model/campaign.ts";
import type { Consolidation, SupplierLine } from "../../model/consolidation.ts";
import type { Evaluation } from "../../model/evaluation.ts";
import type { FollowUp } from "../../model/follow-up.ts";
import { sourceText } from "../../model/workbook.ts";
import { ROSTER_FILE } from "../../model/workspace-files.ts";
import { percent } from "../pack/report-input.ts";
import { type SupplierRow, suppliersTable } from "../pack/tables/suppliers.ts";
import { toCsv } from "../render/csv.ts";
import { fillTable } from "../render/table.ts";
import { funnelLines } from "./funnel-lines.ts";
import { textTable } from "./text-table.ts";

/** One row per supplier, in order of urgency: missing, unreadable, invalid, and so on, then by name. */
export function supplierRows(
  evaluation: Evaluation,
  consolidation: Pick<Consolidation, "suppliers" | "unreadable" | "identified">,
  followUps: readonly FollowUp[],
): SupplierRow[] {
  const loops = new Map(followUps.map((one) => [one.key, one]));
  const bySupplier = groupBy(evaluation.responses, (response) => response.supplier.key);
  const findings = groupBy(evaluation.findings, (finding) => finding.supplier);
  const rows = consolidation.suppliers.map((supplier): SupplierRow => {
    const its = bySupplier.get(supplier.key) ?? [];
    const counted = countedResponses(its);
    const shown = counted.length > 0 ? counted : its;
    const unreadable = consolidation.unreadable.filter((one) => one.supplier?.key === supplier.key);
    const dates = sortTexts(counted.flatMap(({ response }) => response.company.effectiveDate?.value ?? []));
    const followUp = loops.get(supplier.key) as FollowUp;
    return {
      supplier,
      followUp,
      files: [...shown.map(({ response }) => sourceText(response.source)), ...unreadable.map(sourceText)],
      effectiveDate: dates.at(-1) ?? null,
      ...countFindings(findings.get(supplier.name) ?? []),
      daysWaiting: counted.length > 0 ? null : daysSince(followUp.askedOn, evaluation.today),
      note: noteOn(supplier, its, consolidation),
    };
  });
  const order = (row: SupplierRow) => ACT_ON.indexOf(row.supplier.state);
  return rows.sort((a, b) => order(a) - order(b));
}

/** States of suppliers in order of urgency. */
export const ACT_ON: readonly ResponseState[] = [
  "missing",
  "withdrawn",
  "replaced",
  "unreadable",
  "copied",
  "own",
  "blank",
  "undated",
  "stale",
  "late",
  "foreign",
  "invalid",
  "questions",
  "superseded",
  "valid",
];

function noteOn(
  supplier: SupplierLine,
  its: Evaluation["responses"],
  consolidation: Pick<Consolidation, "identified">,
): string {
  const notes = its.flatMap(({ response }) => {
    const found = consolidation.identified.get(response.id);
    if (found?.kind !== "ambiguous") return [];
    const names = found.candidates.map(({ id, name }) => (id === undefined ? name : `${name} (${id})`));
    return [`${found.evidence} fits ${names.join(" and ")}: make them distinct in ${ROSTER_FILE}`];
  });
  if (supplier.onRoster === false && notes.length === 0) notes.push("not on the roster for this period");
  if (supplier.alike || supplier.unattributed) notes.push(`nothing received${whereElse(supplier)}`);
  return [...new Set(notes)].join("; ");
}

function daysSince(from: string | null, to: string): number | null {
  return from === null ? null : daysBetween(from, to);
}

/** The list as CSV; the lists of several templates combined, with an additional column for the template. */
export function renderSuppliersCsv(
  lists: readonly { family: string; rows: readonly SupplierRow[] }[],
): string {
  const own = lists.length > 1 ? ["family"] : [];
  const cells = lists.flatMap(({ family, rows }) =>
    [...fillTable(suppliersTable, rows).cells()].map((row) => [...row, ...own.map(() => family)]),
  );
  return toCsv([...suppliersTable.columns.map((column) => column.name), ...own], cells);
}

/** Suppliers per state, by number and by spend; only those on the roster if there is one. */
export function supplierTotals(rows: readonly SupplierRow[]): {
  state: string;
  suppliers: number;
  spendShare: number | null;
}[] {
  const roster = rows.some(({ supplier }) => supplier.onRoster !== null);
  const expected = rows.filter(({ supplier }) => !roster || supplier.onRoster);
  const spend = expected.some(({ supplier }) => supplier.spendShare !== null);
  const total = (state: string, its: readonly SupplierRow[]) => ({
    state,
    suppliers: its.length,
    spendShare: spend
      ? Number(its.reduce((sum, { supplier }) => sum + (supplier.spendShare ?? 0), 0).toFixed(6))
      : null,
  });
  return [
    total("all", expected),
    ...ACT_ON.flatMap((state) => {
      const its = expected.filter(({ supplier }) => supplier.state === state);
      return its.length === 0 ? [] : [total(state, its)];
    }),
  ];
}

/**
 * Counts, by state, the listed suppliers that the totals leave out because they are not on the roster; empty if there
 * are none.
 */
function beyondRoster(rows: readonly SupplierRow[]): string[] {
  const its = rows.filter(({ supplier }) => supplier.onRoster === false);
  const states = ACT_ON.flatMap((state) => {
    const count = its.filter(({ supplier }) => supplier.state === state).length;
    return count === 0 ? [] : [`${count} ${state}`];
  });
  return its.length === 0 ? [] : [`  not on the roster, and not in these totals: ${states.join(", ")}`];
}

/** The list for the console: a line per supplier, then the totals. */
export function renderSuppliersConsole(rows: readonly SupplierRow[], evaluation: Evaluation): string {
  const roster = evaluation.roster !== undefined;
  const heading = evaluation.period === null ? "Suppliers" : `Suppliers for ${evaluation.period}`;
  const lines = textTable(
    [{ header: "" }, { header: "" }, { header: "" }],
    rows.map((row) => [
      row.supplier.state,
      row.supplier.name,
      [...detailsOf(row), row.note].filter(Boolean).join(" · "),
    ]),
  );
  const perState = supplierTotals(rows);
  const all = perState[0]?.suppliers ?? 0;
  const totals = perState.map(({ state, suppliers, spendShare }) => {
    const share = spendShare === null ? "" : `  ${percent(spendShare, 1)} of spend`;
    return `  ${(state === "all" ? "in all" : state).padEnd(10)} ${String(suppliers).padStart(5)}  ${percent(suppliers, all).padStart(5)}${share}`;
  });
  return `${[
    `${heading} (run of ${evaluation.today})`,
    ...(roster ? [] : [`No roster (${ROSTER_FILE}): only suppliers with a response are listed.`]),
    "",
    ...lines,
    "",
    ...totals,
    ...beyondRoster(rows),
    "",
    ...funnelLines(funnelOf(rows.map(({ supplier }) => supplier))),
  ].join("\n")}\n`;
}

/** What was sent to the supplier and the result. */
function loopDetails(one: FollowUp): string[] {
  const { letterOn, letters, corrected, explainedOn, remindedOn, accepted, owes, state } = one;
  const open = one.openCorrections + one.openQuestions;
  return [
    remindedOn === null ? "" : `reminded on ${remindedOn}`,
    letterOn === null ? "" : `${letters === 1 ? "letter of" : `${letters} letters, last of`} ${letterOn}`,
    explainedOn === null ? "" : `explained on ${explainedOn}`,
    ...(one.answeredAgain
      ? [
          state === "corrected" ? "corrected" : `answered again, ${open} still open`,
          corrected === null ? "" : `${corrected} ${corrected === 1 ? "point" : "points"} settled`,
        ]
      : []),
    accepted === 0 ? "" : `${accepted} accepted`,
    letterOn === null || owes === null ? "" : `owes ${owes === "answer" ? "an answer" : `a ${owes}`}`,
  ];
}

function detailsOf(row: SupplierRow): string[] {
  const { supplier, followUp, effectiveDate, daysWaiting } = row;
  // For a missing supplier only the fact that it is missing is shown.
  const { errors, warnings } = supplier.state === "missing" ? { errors: 0, warnings: 0 } : row;
  const days = (count: number) => (count === 1 ? "1 day" : `${count} days`);
  return [
    effectiveDate === null ? "" : `dated ${effectiveDate}`,
    errors > 0 ? countOf(errors, "error") : "",
    warnings > 0 ? countOf(warnings, "warning") : "",
    daysWaiting === null ? "" : `asked on ${followUp.askedOn}, ${days(daysWaiting)} ago`,
    ...loopDetails(followUp),
    supplier.spendShare === null ? "" : `${percent(supplier.spendShare, 1)} of spend`,
  ];
}
