// The log of requests of a workspace, and what is wrong in it.
import { type ReadRequests, readRequests } from "../../campaign/request-log.ts";
import { printable } from "../../lib/printable.ts";
import { REQUESTS_FILE } from "../../model/workspace-files.ts";
import type { Workspace } from "../../store/open-workspace.ts";

export interface LoadedRequests {
  requests: ReadRequests["requests"];
  /** Lines that do not apply and why, each as a sentence for a person. */
  notices: string[];
}

/** Reads the log; nothing where there is none. Throws UsageError where the file is no such table. */
export function loadRequests(workspace: Workspace): LoadedRequests {
  const text = workspace.readUserFile(REQUESTS_FILE);
  const { requests, faults } = text === undefined ? { requests: [], faults: [] } : readRequests(text);
  return {
    requests,
    notices: faults.map(
      ({ line, fault }) => `${REQUESTS_FILE}, line ${line} does not apply: ${printable(fault)}.`,
    ),
  };
}
