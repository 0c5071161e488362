// Two periods side by side, for `cmrt compare`.

import { topicOf } from "../../forms/topics.ts";
import { printable } from "../../lib/printable.ts";
import type { Change, ChangeKind, Comparison } from "../../model/comparison.ts";
import { answerName } from "../pack/report-input.ts";
import { comparisonTable } from "../pack/tables/comparison.ts";
import { toCsv } from "../render/csv.ts";
import { fillTable } from "../render/table.ts";

/** All changes as CSV. */
export function renderComparisonCsv(comparison: Comparison): string {
  return toCsv(
    comparisonTable.columns.map((column) => column.name),
    fillTable(comparisonTable, comparison.changes).cells(),
  );
}

/** The comparison for the console. `ruleTitles` words the findings. */
export function renderComparisonConsole(
  comparison: Comparison,
  ruleTitles: ReadonlyMap<string, string>,
): string {
  const { from, to, changes, suppliersInBoth } = comparison;
  const who = ({ supplier, metal }: Change) => [supplier, metal].filter(Boolean).join(", ");
  const section = (kind: ChangeKind, title: string, line: (change: Change) => string): string[] => {
    const its = changes.filter((change) => change.kind === kind);
    return its.length === 0
      ? []
      : ["", `${title} (${its.length})`, ...its.map((one) => `  ${printable(line(one))}`)];
  };
  const figures = changes.filter(({ kind }) => kind === "figure");
  const label = ({ metal, subject }: Change) => (metal === null ? subject : `${metal}: ${subject}`);
  const width = Math.max(...figures.map((one) => label(one).length));
  const shown = (value: Change["before"]) => (value === null ? "not known" : String(value));
  return `${[
    `${from} and ${to} (${suppliersInBoth} ${suppliersInBoth === 1 ? "supplier" : "suppliers"} in both)`,
    "",
    `  ${"".padEnd(width)}  ${String(from).padStart(9)}  ${String(to).padStart(9)}`,
    ...figures.map(
      (one) =>
        `  ${label(one).padEnd(width)}  ${shown(one.before).padStart(9)}  ${shown(one.after).padStart(9)}`,
    ),
    ...section(
      "answer",
      "Answers that became weaker",
      (one) =>
        `${who(one)}: ${topicOf(one.subject)}: ${answerName(one.before as never)} → ${answerName(one.after as never)}`,
    ),
    ...section("smelterCount", "Fewer smelter rows", (one) => `${who(one)}: ${one.before} → ${one.after}`),
    ...section("smelterNew", "New smelters", smelter),
    ...section("smelterGone", "Smelters no longer reported", smelter),
    ...section(
      "smelterStatus",
      "Smelters with a changed status",
      (one) => `${smelter(one)}: ${one.before ?? "none"} → ${one.after ?? "none"}`,
    ),
    ...section(
      "findingNew",
      "New findings",
      (one) => `${who(one)}: ${ruleTitles.get(one.subject) ?? one.subject}`,
    ),
    ...section(
      "findingResolved",
      "Findings resolved",
      (one) => `${who(one)}: ${ruleTitles.get(one.subject) ?? one.subject}`,
    ),
  ].join("\n")}\n`;
}

function smelter({ metal, subject, smelterId }: Change): string {
  return [metal, subject, smelterId].filter(Boolean).join(", ");
}
