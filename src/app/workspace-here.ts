import type { Io } from "../lib/io.ts";
import { version } from "../lib/version.ts";
import { findWorkspace } from "../store/find-workspace.ts";
import { openWorkspace, type Workspace } from "../store/open-workspace.ts";

/**
 * The workspace that a verb is asked to work in, or the nearest one; it need not hold anything yet. Throws WorkspaceError
 * where the folder asked for does not exist.
 */
export function workspaceHere(io: Pick<Io, "cwd">, options: { workspace?: string }): Workspace {
  return openWorkspace(findWorkspace(io.cwd, options.workspace), version());
}
