// A decision added to the text of the decisions file, whose other lines stay as they are.
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { UsageError } from "../errors.ts";
import { fold } from "../model/text.ts";
import { DECISION_COLUMNS, DECISIONS_FILE, decisionValues, type SmelterDecision } from "./decisions.ts";

/**
 * The text of the file with one more line. The columns are those of the file, in its order and with its delimiter;
 * without a file a new one begins. Throws UsageError where the file is not UTF-8, since it could not be kept as it is.
 */
export function addDecision(text: string | undefined, decision: Omit<SmelterDecision, "line">): string {
  const values = new Map<string, string>(
    decisionValues(decision).map((value, at) => [DECISION_COLUMNS[at] as string, value]),
  );
  if (text === undefined || text.trim() === "") {
    return `\uFEFF${line(DECISION_COLUMNS, ",")}${line([...values.values()], ",")}`;
  }
  if (text.includes("\uFFFD")) {
    throw new UsageError(`${DECISIONS_FILE} is not saved as UTF-8. Save it as "CSV UTF-8" and decide again.`);
  }
  const header = text.replace(/^\uFEFF/, "").split(/\r?\n/, 1)[0] ?? "";
  const delimiter = header.includes(";") ? ";" : ",";
  const columns = (parse(header, { delimiter, relax_quotes: true }) as string[][])[0] ?? [];
  const cells = columns.map((name) => values.get(fold(name).replaceAll(" ", "_")) ?? "");
  return `${text}${/\n$/.test(text) ? "" : "\r\n"}${line(cells, delimiter)}`;
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
