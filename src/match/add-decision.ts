// A decision added to the text of the decisions file, whose other lines stay as they are.

import { appendRow } from "../lib/append-row.ts";
import { fold } from "../lib/text.ts";
import { DECISIONS_FILE } from "../model/workspace-files.ts";
import { DECISION_COLUMNS, decisionValues, type SmelterDecision } from "./decisions.ts";

/**
 * The text of the file with one more line. The columns are those of the file, in its order and with its delimiter;
 * without a file a new one begins.
 */
export function addDecision(text: string | undefined, decision: Omit<SmelterDecision, "line">): string {
  const values = decisionValues(decision);
  return appendRow(text, new Map(DECISION_COLUMNS.map((name, at) => [name, values[at] ?? ""])), {
    columns: DECISION_COLUMNS,
    fieldOf: (header) => fold(header).replaceAll(" ", "_"),
    file: DECISIONS_FILE,
  });
}
