// Decides which of several machines reads a file.
import { createHash } from "node:crypto";
import type { Shard } from "../../store/shard-record.ts";
import type { Found } from "../../workbook/sources/find-files.ts";

/** Bytes of a hash that fit a number exactly. */
const NUMBER_BYTES = 6;

/**
 * The files found that belong to this shard. A file's shard depends only on its name, so that shards can be read at
 * different times, and again after files were added. A container is assigned with everything in it.
 */
export function inShard(found: Found, { index, of }: Shard): Found {
  return { ...found, files: found.files.filter(({ source }) => shareOf(source.path, of) === index) };
}

/** The shard, from 1, of the file with this name in the workspace's folders. */
export function shareOf(path: string, of: number): number {
  const hash = createHash("sha256").update(path).digest();
  return (hash.readUIntBE(0, NUMBER_BYTES) % of) + 1;
}
