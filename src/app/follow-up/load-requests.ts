// The log of requests of a workspace, and what is wrong in it.
import { type ReadRequests, readRequests } from "../../campaign/request-log.ts";
import { REQUESTS_FILE } from "../../model/workspace-files.ts";
import type { Workspace } from "../../store/open-workspace.ts";
import { faultyLines } from "../faulty-lines.ts";

export interface LoadedRequests {
  requests: ReadRequests["requests"];
  /** Lines that do not apply and why, each as a sentence for a person. */
  notices: string[];
}

/** Reads the log; nothing where there is none. Throws UsageError where the file cannot be read as one. */
export function loadRequests(workspace: Workspace): LoadedRequests {
  const text = workspace.readUserFile(REQUESTS_FILE);
  const { requests, faults } = text === undefined ? { requests: [], faults: [] } : readRequests(text);
  return {
    requests,
    notices: faultyLines(REQUESTS_FILE, faults),
  };
}
