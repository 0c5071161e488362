// Locates the workspace of a campaign.

import { statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { WorkspaceError } from "../lib/errors.ts";
import { STORE_FOLDER } from "../model/workspace-files.ts";

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/**
 * The absolute path of the campaign's folder: the requested one, else the nearest parent of `cwd` with a store, else
 * `cwd`. Throws WorkspaceError if the requested folder does not exist.
 */
export function findWorkspace(cwd: string, asked?: string): string {
  if (asked !== undefined) {
    const folder = resolve(cwd, asked);
    if (!isFolder(folder)) throw new WorkspaceError(`${asked}: no such folder.`);
    return folder;
  }
  const start = resolve(cwd);
  return workspaceAbove(start) ?? start;
}

/** The folder itself or its nearest parent with a store; undefined if there is none. `start` is absolute. */
export function workspaceAbove(start: string): string | undefined {
  for (let folder = start; ; folder = dirname(folder)) {
    if (isFolder(join(folder, STORE_FOLDER))) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}
