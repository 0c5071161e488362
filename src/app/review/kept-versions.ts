// The versions of the files that a review rests on, by which a change of another process is noticed.
import { sha256Of } from "../../lib/sha256.ts";
import { KEPT_FILES, LISTS_FOLDER, ROSTER_WORKBOOK, STORE_FOLDER } from "../../model/workspace-files.ts";
import { MANIFEST_FILE, type Workspace } from "../../store/open-workspace.ts";

/** By the name of a file or folder the hash of what is in it; null where there is none. */
export type KeptVersions = ReadonlyMap<string, string | null>;

const WATCHED = [...KEPT_FILES, ROSTER_WORKBOOK, `${STORE_FOLDER}/${MANIFEST_FILE}`];

/** The versions that are there now. Of the lists their names count: a list that is imported again has another one. */
export function keptVersions(workspace: Workspace): KeptVersions {
  return new Map([
    ...WATCHED.map((name) => [name, versionOf(workspace.readUserBytes(name))] as const),
    [LISTS_FOLDER, sha256Of(workspace.userFiles(LISTS_FOLDER).join("\n"))],
  ]);
}

export function versionOf(bytes: Uint8Array | undefined): string | null {
  return bytes === undefined ? null : sha256Of(bytes);
}

/** Names of what is not as it was, in their order. */
export function changedSince(before: KeptVersions, now: KeptVersions): string[] {
  return [...now].flatMap(([name, version]) => (before.get(name) === version ? [] : name));
}
