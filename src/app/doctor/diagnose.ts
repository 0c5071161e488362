// Runs all diagnoses of `cmrt doctor`.
import type { Manifest } from "../../store/manifest.ts";
import type { Workspace } from "../../store/open-workspace.ts";
import { diagnoseAccepted } from "./diagnose-accepted.ts";
import { diagnoseEdited } from "./diagnose-edited.ts";
import { diagnoseFiles } from "./diagnose-files.ts";
import { diagnoseLock, diagnoseStore } from "./diagnose-store.ts";
import type { Diagnosis } from "./diagnosis.ts";

/** Checks a workspace for every known problem, one after the other. */
export async function diagnose(workspace: Workspace): Promise<Diagnosis[]> {
  const found = [...diagnoseLock(workspace), ...(await diagnoseEdited(workspace))];
  if (!workspace.exists) {
    found.push({
      state: "problem",
      what: `Nothing has been ingested in ${workspace.root} yet.`,
      mend: "Run `cmrt ingest <folder>`.",
    });
    return found;
  }
  let manifest: Manifest;
  try {
    manifest = workspace.manifest();
  } catch (error) {
    found.push({ state: "problem", what: (error as Error).message });
    return found;
  }
  return [
    ...found,
    ...(await diagnoseAccepted(workspace, manifest)),
    ...diagnoseStore(workspace, manifest),
    ...(await diagnoseFiles(workspace, manifest)),
  ];
}
