// `cmrt ingest`: reads new files and folders into the workspace.
import { relative, resolve, sep } from "node:path";
import { ingestFiles } from "../app/ingest/ingest-files.ts";
import { openProgress, type Progress } from "../app/ingest/progress.ts";
import { inShard } from "../app/ingest/shares.ts";
import { readSettings } from "../app/read-settings.ts";
import { openReader } from "../app/reading/open-reader.ts";
import { collectAtOnce } from "../app/reading/tune-gc.ts";
import { someUnreadable } from "../domain/standing.ts";
import { EXIT, type ExitCode, UsageError } from "../lib/errors.ts";
import type { Io } from "../lib/io.ts";
import { shellWord } from "../lib/shell-word.ts";
import { version } from "../lib/version.ts";
import { ingestJson, ingestText } from "../report/console/ingest-text.ts";
import { findWorkspace } from "../store/find-workspace.ts";
import { likelyFolder } from "../store/likely-folder.ts";
import { releaseLocks, withLock } from "../store/lock.ts";
import { openWorkspace, storeFolder } from "../store/open-workspace.ts";
import { removeShardRecord, type Shard, shardFolder, writeShardRecord } from "../store/shard-record.ts";
import { findFiles } from "../workbook/sources/find-files.ts";
import type { CommonOptions } from "./options.ts";

export interface IngestOptions extends CommonOptions {
  password: readonly string[];
  force?: boolean;
  /** List every response read. */
  verbose?: boolean;
  /** Worker processes; by default one per core. */
  workers?: number;
  /** Read only this share of the files, into a separate store. */
  shard?: Shard;
  /** Folder of that store. */
  store?: string;
}

/**
 * Ingests the paths, or by default those of earlier runs; with `shard` a share of them, for `cmrt merge`. Exit code 3
 * if some files could not be read, otherwise 0.
 */
export async function ingest(paths: readonly string[], options: IngestOptions, io: Io): Promise<ExitCode> {
  const root = findWorkspace(io.cwd, options.workspace);
  const tool = version();
  const { shard } = options;
  const store = storeOf(root, options, io);
  let progress: Progress | undefined;
  const takeBack = io.onInterrupt?.(() => {
    progress?.stop();
    releaseLocks();
    io.err("Interrupted. What was read is kept: the same command reads the rest.\n");
  });
  const work = async () => {
    const workspace = openWorkspace(root, tool, { renews: true, store });
    const chosen =
      paths.length > 0 ? paths.map((path) => inWorkspace(root, io.cwd, path)) : workspace.manifest().paths;
    if (chosen.length === 0)
      throw new UsageError(
        `Name the files or folders to ingest, such as \`cmrt ingest ${shellWord(likelyFolder(root))}\`.`,
      );
    collectAtOnce();
    const { limits } = readSettings(workspace);
    const all = await findFiles(chosen, root, limits);
    const found = shard === undefined ? all : inShard(all, shard);
    if (shard !== undefined) removeShardRecord(store);
    const reader = openReader({ passwords: options.password, limits }, { workers: options.workers });
    progress = options.quiet ? undefined : openProgress(found.files.length, io);
    try {
      const ingested = await ingestFiles({
        workspace,
        limits,
        paths: chosen,
        unpack: (sizes, refused) => reader.unpack(found, sizes, refused),
        store: reader.storeIn(workspace, tool),
        ahead: reader.ahead,
        tool,
        force: options.force === true,
        progress: (source) => progress?.step(source),
      });
      if (shard !== undefined) await writeShardRecord(store, shard, tool);
      return { ...ingested, skipped: found.skipped, passedOver: found.passedOver, links: found.links };
    } finally {
      progress?.stop();
      await reader.close();
    }
  };
  const result = await withLock(root, work, store).finally(takeBack);
  io.out(options.json ? ingestJson(result) : ingestText(result, options));
  return someUnreadable(result.unreadable) ? EXIT.unreadable : EXIT.clean;
}

/** A given path, relative to the workspace and with forward slashes; "." for the workspace itself. */
function inWorkspace(root: string, cwd: string, path: string): string {
  return relative(root, resolve(cwd, path)).split(sep).join("/") || ".";
}

/** The folder of the store to write to. */
function storeOf(root: string, { shard, store }: IngestOptions, io: Io): string {
  if (shard === undefined) {
    if (store !== undefined) throw new UsageError("--store names the store of a share: add --shard.");
    return storeFolder(root);
  }
  return store === undefined ? shardFolder(root, shard) : resolve(io.cwd, store);
}
