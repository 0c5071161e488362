// Loads the decisions file of a workspace, with its problems.

import { readDecisions, type SmelterDecision } from "../../match/decisions.ts";
import { DECISIONS_FILE } from "../../model/workspace-files.ts";
import type { Workspace } from "../../store/open-workspace.ts";
import { faultyLines } from "../faulty-lines.ts";

export interface LoadedDecisions {
  decisions: SmelterDecision[];
  /** Ignored lines with the reason, one sentence each. */
  notices: string[];
}

/** Reads people's decisions; empty if the file does not exist. Throws UsageError if the file cannot be read as a table. */
export function loadDecisions(workspace: Workspace): LoadedDecisions {
  const text = workspace.readUserFile(DECISIONS_FILE);
  const { decisions, faults } = text === undefined ? { decisions: [], faults: [] } : readDecisions(text);
  return {
    decisions,
    notices: faultyLines(DECISIONS_FILE, faults),
  };
}
