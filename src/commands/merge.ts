// `cmrt merge`: combines the stores of several machines.
import { resolve } from "node:path";
import { mergeShards } from "../app/ingest/merge-shards.ts";
import { someUnreadable } from "../domain/standing.ts";
import { EXIT, type ExitCode, UsageError } from "../lib/errors.ts";
import type { Io } from "../lib/io.ts";
import { version } from "../lib/version.ts";
import { ingestJson, ingestText } from "../report/console/ingest-text.ts";
import { findWorkspace } from "../store/find-workspace.ts";
import { withLock } from "../store/lock.ts";
import { openWorkspace } from "../store/open-workspace.ts";
import { shardStores } from "../store/shard-record.ts";
import type { CommonOptions } from "./options.ts";

export interface MergeOptions extends CommonOptions {
  /** List every response added. */
  verbose?: boolean;
}

/**
 * Copies the stores of all shards into the workspace: the given ones, or those found in it. Exit code 3 if a shard has
 * files that could not be read.
 */
export async function merge(stores: readonly string[], options: MergeOptions, io: Io): Promise<ExitCode> {
  const root = findWorkspace(io.cwd, options.workspace);
  const tool = version();
  const folders = stores.length > 0 ? stores.map((store) => resolve(io.cwd, store)) : shardStores(root);
  if (folders.length === 0) {
    throw new UsageError(
      "There are no shares to merge: run `cmrt ingest --shard` first, or name their stores.",
    );
  }
  const shards = folders.map((store) => openWorkspace(root, tool, { store }));
  const merged = await withLock(root, () =>
    mergeShards(openWorkspace(root, tool, { renews: true }), shards, tool),
  );
  const result = { ...merged, skipped: 0, passedOver: [], links: 0 };
  io.out(options.json ? ingestJson(result) : ingestText(result, options));
  return someUnreadable(result.unreadable) ? EXIT.unreadable : EXIT.clean;
}
