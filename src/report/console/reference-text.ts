// Renders reference lists for the terminal.
import { compareTexts } from "../../lib/compare-texts.ts";
import { printable } from "../../lib/printable.ts";
import type { ListChange, ListComparison } from "../../model/list-comparison.ts";
import type { ReferenceList } from "../../model/reference.ts";
import { textTable } from "./text-table.ts";

/** Aligns cells in columns; the last column is not padded. */
function columnsText(rows: readonly (readonly string[])[], indent = ""): string {
  const columns = (rows[0] ?? []).map(() => ({ header: "" }));
  return textTable(columns, rows)
    .map((line) => `${`${indent}${line}`.trimEnd()}\n`)
    .join("");
}

/** The available lists, one line each, marking the ones in effect. */
export function listsText(
  rows: readonly { list: ReferenceList; imported: boolean; counts: boolean }[],
  why: string | null,
): string {
  if (rows.length === 0) {
    return "No reference list available. Ingest responses, whose look-up sheets are used, or import one with `cmrt reference import`.\n";
  }
  const lines = rows.map(({ list, imported, counts }) => [
    counts ? "*" : "",
    list.name,
    list.kind,
    list.asOf ?? "date not known",
    `${list.entries.length} entries`,
    `${imported ? "imported from" : "in"} ${list.source.file}`,
  ]);
  const counting = why === null ? "" : `\n* in effect where no period is given: ${printable(why)}\n`;
  return `${columnsText([["", "name", "kind", "as of", "size", "source"], ...lines])}${counting}`;
}

/** Describes a list: its kind, and its number of facilities by metal and status. */
export function listText(list: ReferenceList): string {
  const { name, kind, asOf, source, entries } = list;
  const counts = (of: (entry: ReferenceList["entries"][number]) => string | undefined) => {
    const byText = new Map<string, number>();
    for (const entry of entries) {
      const text = of(entry);
      if (text !== undefined && text !== "") byText.set(text, (byText.get(text) ?? 0) + 1);
    }
    return [...byText]
      .sort(([a], [b]) => compareTexts(a, b))
      .map(([text, count]) => `${text} ${count}`)
      .join(", ");
  };
  const names = entries.reduce((sum, entry) => sum + entry.lookupNames.length, 0);
  const rows = [
    ["name", name],
    ["kind", kind],
    ["as of", asOf ?? "not known"],
    ["source", `${source.file}${source.sheet === undefined ? "" : `, sheet ${source.sheet}`}`],
    ["sha256", source.sha256],
    ["rows", String(source.rows)],
    ["entries", `${entries.length}, with ${names} names`],
    ["by metal", counts((entry) => entry.metal) || "no metal stated"],
    ["by status", counts((entry) => entry.status) || "no status stated"],
  ];
  return columnsText(rows);
}

/** Describes the differences between two lists. */
export function comparisonText(
  before: ReferenceList,
  after: ReferenceList,
  comparison: ListComparison,
): string {
  const title = ({ name, asOf }: ReferenceList) => printable(`${name} (${asOf ?? "date not known"})`);
  const section = <Change extends ListChange>(
    heading: string,
    changes: readonly Change[],
    detail: (change: Change) => string = () => "",
  ): string => {
    if (changes.length === 0) return "";
    const rows = changes.map((change) => [
      change.metal,
      change.id ?? "no ID",
      change.standardName,
      detail(change),
    ]);
    return `\n${heading}: ${changes.length}\n${columnsText(rows, "  ")}`;
  };
  const { added, removed, renamed, status, country, unchanged } = comparison;
  return [
    `From ${title(before)} to ${title(after)}\n`,
    section("added", added),
    section("removed", removed, ({ successor }) =>
      successor === undefined ? "" : `now a name of ${successor}`,
    ),
    section("renamed", renamed, ({ was }) => `was ${was}`),
    section("changed status", status, ({ was, is }) => `${was} → ${is}`),
    section("changed country", country, ({ was, is }) => `${was} → ${is}`),
    `\nunchanged: ${unchanged}\n`,
  ].join("");
}
