// A decision added to the text of the decisions file, whose other lines stay as they are.

import { stringify } from "csv-stringify/sync";
import { delimiterOf, readCsv } from "../lib/read-csv.ts";
import { fold } from "../lib/text.ts";
import { DECISIONS_FILE } from "../model/workspace-files.ts";
import { DECISION_COLUMNS, decisionValues, type SmelterDecision } from "./decisions.ts";

/**
 * The text of the file with one more line. The columns are those of the file, in its order and with its delimiter;
 * without a file a new one begins.
 */
export function addDecision(text: string | undefined, decision: Omit<SmelterDecision, "line">): string {
  const values = new Map<string, string>(
    decisionValues(decision).map((value, at) => [DECISION_COLUMNS[at] as string, value]),
  );
  if (text === undefined || text.trim() === "") {
    return `\uFEFF${line(DECISION_COLUMNS, ",")}${line([...values.values()], ",")}`;
  }
  const delimiter = delimiterOf(text);
  const columns = readCsv(text, DECISIONS_FILE, delimiter)[0]?.cells ?? [];
  const cells = columns.map((name) => values.get(fold(name).replaceAll(" ", "_")) ?? "");
  return `${text}${/[\r\n]$/.test(text) ? "" : "\r\n"}${line(cells, delimiter)}`;
}

/** One record; what a spreadsheet would run as a formula is made inert. */
function line(cells: readonly string[], delimiter: string): string {
  return stringify([[...cells]], {
    delimiter,
    record_delimiter: "\r\n",
    escape_formulas: true,
    quoted_match: /[\r\n\t]/,
  });
}
