// `cmrt ingest`: read what is new in some files and folders into the workspace.
import { relative, resolve, sep } from "node:path";
import { EXIT, type ExitCode, UsageError } from "../errors.ts";
import type { Io } from "../io.ts";
import { version } from "../version.ts";
import { findFiles } from "../workbook/find-files.ts";
import { findWorkspace } from "../workspace/find-workspace.ts";
import { withLock } from "../workspace/lock.ts";
import { openWorkspace } from "../workspace/open-workspace.ts";
import { type IngestResult, ingestFiles } from "./ingest-files.ts";
import { ingestText } from "./ingest-text.ts";
import type { CommonOptions } from "./options.ts";
import { readAll } from "./read-all.ts";
import { readResponse } from "./read-response.ts";

export interface IngestOptions extends CommonOptions {
  password: readonly string[];
  force?: boolean;
}

/** Ingests the paths, or those of earlier runs where none is given. Files that cannot be read give exit code 3. */
export async function ingest(paths: readonly string[], options: IngestOptions, io: Io): Promise<ExitCode> {
  const root = findWorkspace(io.cwd, options.workspace);
  const tool = version();
  const result = await withLock(root, async () => {
    const workspace = openWorkspace(root, tool);
    const chosen =
      paths.length > 0 ? paths.map((path) => inWorkspace(root, io.cwd, path)) : workspace.manifest().paths;
    if (chosen.length === 0)
      throw new UsageError("Name the files or folders to ingest: `cmrt ingest <path…>`.");
    const { files } = await findFiles(chosen, root);
    return ingestFiles({
      workspace,
      paths: chosen,
      files,
      read: (from) =>
        readAll(from, (file) => readResponse(file.bytes, file.source, { passwords: options.password })),
      tool,
      force: options.force === true,
    });
  });
  io.out(options.json ? `${JSON.stringify(ingestJson(result), null, 2)}\n` : ingestText(result));
  return result.unreadable.length > 0 ? EXIT.unreadable : EXIT.clean;
}

/** A path as given, relative to the workspace and with forward slashes; "." for the workspace itself. */
function inWorkspace(root: string, cwd: string, path: string): string {
  return relative(root, resolve(cwd, path)).split(sep).join("/") || ".";
}

function ingestJson(result: IngestResult): object {
  const { read, unchanged, gone, unreadable, same } = result;
  return {
    schema: 1,
    ...result,
    summary: {
      read: read.length,
      unchanged: unchanged.length,
      gone: gone.length,
      unreadable: unreadable.length,
      same: same.length,
    },
  };
}
