// Helpers for rules that name rows about where a mineral was mined.
import type { OriginRow } from "../../domain/origin-rows.ts";
import { joinWords } from "../../lib/join-words.ts";
import { mineName } from "./mine-rows.ts";
import { rowName } from "./rows.ts";

/** Names a row in a message: its smelter, or its mine. */
export function originRowName(of: OriginRow["of"]): string {
  return of.list === "mines" ? mineName(of.row) : rowName(of.row);
}

/** The distinct row numbers, for each of the two lists. */
export function rowNumbers(rows: readonly OriginRow[]): { rows: string[]; mineRows: string[] } {
  const of = (list: OriginRow["of"]["list"]) => [
    ...new Set(rows.flatMap((one) => (one.of.list === list ? String(one.of.row.row) : []))),
  ];
  return { rows: of("smelters"), mineRows: of("mines") };
}

/** The rows as the subject of a sentence: "Row 5 gives", "3 rows (5, 6 and 7) and row 5 of the mine list give". */
export function rowsGive({
  rows,
  mineRows,
}: {
  rows: readonly string[];
  mineRows: readonly string[];
}): string {
  const some = (numbers: readonly string[]) =>
    numbers.length === 0
      ? []
      : [
          numbers.length === 1
            ? `row ${numbers[0]}`
            : `${numbers.length} rows (${joinWords(numbers, "and")})`,
        ];
  const parts = [...some(rows), ...some(mineRows).map((text) => `${text} of the mine list`)];
  const text = joinWords(parts, "and");
  const verb = rows.length + mineRows.length === 1 ? "gives" : "give";
  return `${text.charAt(0).toUpperCase()}${text.slice(1)} ${verb}`;
}
