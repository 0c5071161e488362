// `cmrt ingest`: read what is new in some files and folders into the workspace.
import { relative, resolve, sep } from "node:path";
import { ingestFiles } from "../app/ingest/ingest-files.ts";
import { openProgress } from "../app/ingest/progress.ts";
import { readSettings } from "../app/read-settings.ts";
import { collectAtOnce } from "../app/reading/collect-early.ts";
import { openReader } from "../app/reading/open-reader.ts";
import { EXIT, type ExitCode, UsageError } from "../lib/errors.ts";
import type { Io } from "../lib/io.ts";
import { version } from "../lib/version.ts";
import type { IngestReport } from "../model/ingest.ts";
import { ingestText } from "../report/console/ingest-text.ts";
import { findWorkspace } from "../store/find-workspace.ts";
import { withLock } from "../store/lock.ts";
import { openWorkspace } from "../store/open-workspace.ts";
import { findFiles } from "../workbook/sources/find-files.ts";
import type { CommonOptions } from "./options.ts";

export interface IngestOptions extends CommonOptions {
  password: readonly string[];
  force?: boolean;
  /** Worker processes; without it one for each core. */
  workers?: number;
}

/** Ingests the paths, or those of earlier runs where none is given. Files that cannot be read give exit code 3. */
export async function ingest(paths: readonly string[], options: IngestOptions, io: Io): Promise<ExitCode> {
  const root = findWorkspace(io.cwd, options.workspace);
  const tool = version();
  const result = await withLock(root, async () => {
    const workspace = openWorkspace(root, tool, { renews: true });
    const chosen =
      paths.length > 0 ? paths.map((path) => inWorkspace(root, io.cwd, path)) : workspace.manifest().paths;
    if (chosen.length === 0)
      throw new UsageError("Name the files or folders to ingest: `cmrt ingest <path…>`.");
    collectAtOnce();
    const { limits } = readSettings(workspace);
    const found = await findFiles(chosen, root, limits);
    const reader = openReader(
      { passwords: options.password, limits },
      { workers: options.workers, expected: found.files.length },
    );
    const progress = options.quiet ? undefined : openProgress(found.files.length, io);
    try {
      const ingested = await ingestFiles({
        workspace,
        paths: chosen,
        unpack: (sizes) => reader.unpack(found, sizes),
        store: reader.storeIn(workspace, tool),
        ahead: reader.ahead,
        tool,
        force: options.force === true,
        progress: (source) => progress?.step(source),
      });
      return { ...ingested, skipped: found.skipped, links: found.links };
    } finally {
      progress?.stop();
      await reader.close();
    }
  });
  io.out(options.json ? `${JSON.stringify(ingestJson(result), null, 2)}\n` : ingestText(result));
  return result.unreadable.length > 0 ? EXIT.unreadable : EXIT.clean;
}

/** A path as given, relative to the workspace and with forward slashes; "." for the workspace itself. */
function inWorkspace(root: string, cwd: string, path: string): string {
  return relative(root, resolve(cwd, path)).split(sep).join("/") || ".";
}

function ingestJson(result: IngestReport & { links: number }): object {
  const { read, unchanged, gone, unreadable, same, skipped, links } = result;
  return {
    schema: 1,
    read,
    unchanged,
    gone,
    unreadable,
    same,
    summary: {
      read: read.length,
      unchanged: unchanged.length,
      gone: gone.length,
      unreadable: unreadable.length,
      same: same.length,
      skipped,
      links,
    },
  };
}
