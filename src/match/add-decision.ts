// Appends a decision to the text of the decisions file, leaving its other lines unchanged.

import { appendRow } from "../lib/append-row.ts";
import { fold } from "../lib/text.ts";
import { DECISIONS_FILE } from "../model/workspace-files.ts";
import { DECISION_COLUMNS, decisionValues, type SmelterDecision } from "./decisions.ts";

/**
 * Returns the text of the file with one more line, in the file's own columns, order and delimiter. Without a file it
 * starts a new one.
 */
export function addDecision(text: string | undefined, decision: Omit<SmelterDecision, "line">): string {
  const values = decisionValues(decision);
  return appendRow(text, new Map(DECISION_COLUMNS.map((name, at) => [name, values[at] ?? ""])), {
    columns: DECISION_COLUMNS,
    fieldOf: (header) => fold(header).replaceAll(" ", "_"),
    file: DECISIONS_FILE,
  });
}
