// Diagnoses the workbooks: whether they still exist and are unchanged.
import { LIMITS, type Limits } from "../../model/limits.ts";
import { sourceText } from "../../model/workbook.ts";
import type { Manifest } from "../../store/manifest.ts";
import type { Workspace } from "../../store/open-workspace.ts";
import { findFiles } from "../../workbook/sources/find-files.ts";
import { readSettings } from "../read-settings.ts";
import { openReader } from "../reading/open-reader.ts";
import { notAccessible } from "../reading/read-all.ts";
import type { Diagnosis } from "./diagnosis.ts";

/** Diagnoses every ingested file, and new ones beside them. */
export async function diagnoseFiles(workspace: Workspace, manifest: Manifest): Promise<Diagnosis[]> {
  const found: Diagnosis[] = [];
  const note = (what: string, mend?: string) =>
    found.push({ state: "note", what, ...(mend === undefined ? {} : { mend }) });
  const known = new Map(
    manifest.files.filter((file) => file.state !== "gone").map((file) => [sourceText(file), file]),
  );
  const limits = limitsOf(workspace);
  const reader = openReader({ limits }, { workers: 1 });
  for (const path of manifest.paths) {
    try {
      for await (const now of reader.unpack(await findFiles([path], workspace.root, limits))) {
        const name = sourceText(now.source);
        const file = known.get(name);
        known.delete(name);
        if ("failure" in now) {
          // Already known to be unreadable, unless it could be read before.
          if (file?.state === "unreadable") continue;
          // In an encrypted zip, whose password is not kept.
          if (now.seal !== undefined && now.seal === file?.seal) continue;
          const { reason, ask } = notAccessible(now.failure);
          note(`${name}: ${reason}`, ask);
          for (const below of known.keys()) if (below.startsWith(`${name}/`)) known.delete(below);
        } else if (file === undefined) note(`${name} has not been ingested yet.`);
        else if (file.sha256 !== null && now.sha256 !== file.sha256)
          note(`${name} has changed since it was ingested.`);
      }
    } catch (error) {
      note(`${path}: ${(error as Error).message}`);
    }
  }
  await reader.close();
  for (const [name] of known) note(`${name} has been deleted or moved.`);
  if (found.length > 0) note("Run `cmrt ingest` to bring the workspace up to date.");
  else found.push({ state: "sound", what: "All files are unchanged since they were ingested." });
  return found;
}

/** The workspace's limits; the defaults if its settings cannot be understood, which is reported separately. */
function limitsOf(workspace: Workspace): Limits {
  try {
    return readSettings(workspace).limits;
  } catch {
    return LIMITS;
  }
}
