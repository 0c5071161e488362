// A share of an ingest that one of several machines reads into a separate store, and the record that it is complete.

import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { sortTexts } from "../lib/compare-texts.ts";
import { WorkspaceError } from "../lib/errors.ts";
import { parseJson } from "../lib/parse-json.ts";
import { sha256Of } from "../lib/sha256.ts";
import { MANIFEST_FILE, storeFolder } from "./open-workspace.ts";
import { PRIVATE, writeFileAtomic } from "./write-file.ts";

/** The `index`th of `of` shares, from 1. */
export interface Shard {
  index: number;
  of: number;
}

const recordSchema = z.object({
  schema: z.literal(1),
  index: z.number(),
  of: z.number(),
  /** Version of cmrt that read the share. */
  tool: z.string(),
  /** SHA-256 of the manifest when the share was completed: if more was read since, it is not complete. */
  manifest: z.string(),
});
export type ShardRecord = z.infer<typeof recordSchema>;

const RECORD_FILE = "shard.json";

/** The default folder of a share's store in the workspace. */
export function shardFolder(root: string, { index, of }: Shard): string {
  return join(shardsFolder(root), `${index}-of-${of}`);
}

/** The folders of shares' stores in the workspace. */
export function shardStores(root: string): string[] {
  const folder = shardsFolder(root);
  return existsSync(folder) ? sortTexts(readdirSync(folder)).map((name) => join(folder, name)) : [];
}

function shardsFolder(root: string): string {
  return join(storeFolder(root), "shards");
}

/** Marks a share as incomplete, before more of it is read. */
export function removeShardRecord(store: string): void {
  rmSync(join(store, RECORD_FILE), { force: true });
}

/** Marks the share as complete with its current manifest. */
export async function writeShardRecord(store: string, { index, of }: Shard, tool: string): Promise<void> {
  const record: ShardRecord = { schema: 1, index, of, tool, manifest: manifestHash(store) };
  await writeFileAtomic(join(store, RECORD_FILE), `${JSON.stringify(record)}\n`, PRIVATE);
}

/** The record of a complete share. Throws WorkspaceError for a folder that is not one, or is incomplete. */
export function readShardRecord(store: string): ShardRecord {
  const path = join(store, RECORD_FILE);
  if (!existsSync(path)) {
    throw new WorkspaceError(
      `${store} holds no complete share: run \`cmrt ingest --shard\` for it until it ends, then merge again.`,
    );
  }
  const record = recordSchema.safeParse(parseJson(readFileSync(path, "utf8")));
  if (record.success && record.data.manifest === manifestHash(store)) return record.data;
  throw new WorkspaceError(
    `${store} is not as \`cmrt ingest --shard\` left it. Copy it again, or run that share again.`,
  );
}

function manifestHash(store: string): string {
  const path = join(store, MANIFEST_FILE);
  return existsSync(path) ? sha256Of(readFileSync(path)) : "";
}
