// Renders the comparison of two periods for `cmrt compare`.

import { askedUnknown } from "../../domain/asked-unknown.ts";
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

/** The comparison for the console. `ruleTitles` gives the wording for findings. */
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
  const answer = (one: Change) =>
    `${who(one)}: ${topicOf(one.subject)}: ${answerName(one.before as never)} → ${answerName(one.after as never)}`;
  const withCause = (one: Change) => [smelter(one), one.cause].filter(Boolean).join(": ");
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
    ...(askedUnknown(comparison)
      ? [
          "",
          `The roster does not say who was asked in ${from}: its figures count every supplier that responded in that year.`,
        ]
      : []),
    ...section(
      "declarationSame",
      "Same declaration for both years: no change can be determined",
      (one) => `${who(one)}: ${one.subject}`,
    ),
    ...section("answerNowNo", "Answers on origin that changed from Yes to No", answer),
    ...section("answer", "Answers that became weaker", answer),
    ...section("answerStronger", "Answers that became stronger", answer),
    ...section(
      "scope",
      "Metals that came into scope or left it",
      (one) => `${who(one)}: in scope: ${one.before} → ${one.after}`,
    ),
    ...section(
      "declarationNew",
      "Declarations added by suppliers with a response in both",
      (one) => `${who(one)}: ${one.subject}`,
    ),
    ...section(
      "declarationGone",
      "Declarations not made again by suppliers with a response in both",
      (one) => `${who(one)}: ${one.subject}`,
    ),
    ...section("smelterCount", "Fewer smelter rows", (one) => `${who(one)}: ${one.before} → ${one.after}`),
    ...section("smelterNew", "New smelters", withCause),
    ...section("smelterGone", "Smelters no longer reported", withCause),
    ...section(
      "smelterIdentified",
      "Smelters identified",
      (one) => `“${one.before}” is ${smelter(one)}: ${one.cause}`,
    ),
    ...section(
      "smelterRenamed",
      "Smelters renamed on the lists",
      (one) => `${smelter(one)}: ${one.before} → ${one.after}`,
    ),
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
