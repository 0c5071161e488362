// Loads the request log of a workspace, with its problems.
import { type ReadRequests, readRequests } from "../../campaign/request-log.ts";
import { REQUESTS_FILE } from "../../model/workspace-files.ts";
import type { Workspace } from "../../store/open-workspace.ts";
import { faultyLines } from "../faulty-lines.ts";

export interface LoadedRequests {
  requests: ReadRequests["requests"];
  /** Ignored lines with the reason, one sentence each. */
  notices: string[];
}

/** Reads the log; empty if the file does not exist. Throws UsageError if the file cannot be read as a log. */
export function loadRequests(workspace: Workspace): LoadedRequests {
  const text = workspace.readUserFile(REQUESTS_FILE);
  const { requests, faults } = text === undefined ? { requests: [], faults: [] } : readRequests(text);
  return {
    requests,
    notices: faultyLines(REQUESTS_FILE, faults),
  };
}
