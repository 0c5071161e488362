// The decisions file of a workspace, and what is wrong in it.

import { readDecisions, type SmelterDecision } from "../../match/decisions.ts";
import { DECISIONS_FILE } from "../../model/workspace-files.ts";
import type { Workspace } from "../../store/open-workspace.ts";
import { faultyLines } from "../faulty-lines.ts";

export interface LoadedDecisions {
  decisions: SmelterDecision[];
  /** Lines that do not apply and why, each as a sentence for a person. */
  notices: string[];
}

/** Reads what people decided; nothing where there is no file. Throws UsageError where the file cannot be read as a table. */
export function loadDecisions(workspace: Workspace): LoadedDecisions {
  const text = workspace.readUserFile(DECISIONS_FILE);
  const { decisions, faults } = text === undefined ? { decisions: [], faults: [] } : readDecisions(text);
  return {
    decisions,
    notices: faultyLines(DECISIONS_FILE, faults),
  };
}
