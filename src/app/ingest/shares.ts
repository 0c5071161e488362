// Which of several machines reads a file.
import { createHash } from "node:crypto";
import type { Shard } from "../../store/shard-record.ts";
import type { Found } from "../../workbook/sources/find-files.ts";

/** Bytes of a hash that make a number without loss. */
const NUMBER_BYTES = 6;

/**
 * What was found and is of this share. A file is of one share by its name alone, whatever else was found: shares can be
 * read at different times, and again when files have come. A container is of one share with all that it holds.
 */
export function inShard(found: Found, { index, of }: Shard): Found {
  return { ...found, files: found.files.filter(({ source }) => shareOf(source.path, of) === index) };
}

/** The share, from 1, of the file of this name in the workspace's folders. */
export function shareOf(path: string, of: number): number {
  const hash = createHash("sha256").update(path).digest();
  return (hash.readUIntBE(0, NUMBER_BYTES) % of) + 1;
}
