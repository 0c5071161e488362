// Every command uses the store that it finds in a folder above. People who do not know about that store should see a
// notice.
import { relative, resolve, sep } from "node:path";
import type { Command } from "commander";
import type { Io } from "../lib/io.ts";
import { printable } from "../lib/printable.ts";
import { STORE_FOLDER } from "../model/workspace-files.ts";
import { workspaceAbove } from "../store/find-workspace.ts";

/** Commands that work without a campaign, or that print the workspace themselves. */
const WITHOUT: ReadonlySet<string> = new Set(["init", "demo", "rules", "completion"]);

/** Prints on standard error which workspace a command is about to use, unless it was named or is the current folder. */
export function tellWorkspace(command: Command, io: Pick<Io, "cwd" | "err">): void {
  const { workspace, quiet } = command.opts<{ workspace?: string; quiet?: boolean }>();
  if (workspace !== undefined || quiet || WITHOUT.has(command.name())) return;
  const here = resolve(io.cwd);
  const used = workspaceAbove(here);
  if (used === undefined || used === here) return;
  const shown = printable(relative(here, used).split(sep).join("/"));
  io.err(
    `Using the campaign in ${shown}, the nearest folder above with ${STORE_FOLDER}/. For one of this folder: --workspace .\n`,
  );
}
