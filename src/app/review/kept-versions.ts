// Versions of the files that a review depends on, to detect changes by other processes.
import { sha256Of } from "../../lib/sha256.ts";
import { KEPT_FILES, LISTS_FOLDER, ROSTER_WORKBOOK, STORE_FOLDER } from "../../model/workspace-files.ts";
import { MANIFEST_FILE, type Workspace } from "../../store/open-workspace.ts";

/** The hash of each file's or folder's content by name; null if it does not exist. */
export type KeptVersions = ReadonlyMap<string, string | null>;

const WATCHED = [...KEPT_FILES, ROSTER_WORKBOOK, `${STORE_FOLDER}/${MANIFEST_FILE}`];

/** The current versions. Of lists only the names are used: a list that is imported again has another name. */
export function keptVersions(workspace: Workspace): KeptVersions {
  return new Map([
    ...WATCHED.map((name) => [name, versionOf(workspace.readUserBytes(name))] as const),
    [LISTS_FOLDER, sha256Of(workspace.userFiles(LISTS_FOLDER).join("\n"))],
  ]);
}

export function versionOf(bytes: Uint8Array | undefined): string | null {
  return bytes === undefined ? null : sha256Of(bytes);
}

/** Names of the files that changed, in order. */
export function changedSince(before: KeptVersions, now: KeptVersions): string[] {
  return [...now].flatMap(([name, version]) => (before.get(name) === version ? [] : name));
}
