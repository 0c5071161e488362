import type { Io } from "../lib/io.ts";
import { version } from "../lib/version.ts";
import { findWorkspace } from "../store/find-workspace.ts";
import { openWorkspace, type Workspace } from "../store/open-workspace.ts";

/**
 * The requested workspace, or the nearest one; it may still be empty. Throws WorkspaceError if the requested folder
 * does not exist.
 */
export function workspaceHere(io: Pick<Io, "cwd">, options: { workspace?: string }): Workspace {
  return openWorkspace(findWorkspace(io.cwd, options.workspace), version());
}
