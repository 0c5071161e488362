// Files compressed with gzip (RFC 1952), alone or as a tar archive.
import { gunzipSync } from "node:zlib";
import type { Limits } from "../../model/limits.ts";
import { sniff } from "../sources/sniff.ts";
import { damaged, fail } from "../unreadable.ts";
import { archiveMembers } from "./archive.ts";
import { ContainerLimits } from "./container-limits.ts";
import type { Member } from "./member.ts";

const HEAD_BYTES = 10;
const FLAGS_AT = 3;
const HAS_EXTRA = 4;
const HAS_NAME = 8;

/** The decompressed file, or its files if it is a tar archive. Throws UnreadableError if it is damaged or too large. */
export async function gzipMembers(file: Buffer, limits: Limits): Promise<Member[]> {
  const allowed = new ContainerLimits(limits, file.length);
  let bytes: Buffer;
  try {
    bytes = gunzipSync(file, { maxOutputLength: allowed.rest });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE") return allowed.refuse();
    return fail(damaged("The gzip archive is cut off or damaged."));
  }
  if (bytes.length === 0) return [];
  const content = sniff(bytes);
  if (content.type === "container" && content.kind === "archive") return archiveMembers(bytes, limits);
  return [{ name: nameOf(file), bytes }];
}

/** The original file name, if the header has it. */
function nameOf(file: Buffer): string | null {
  const flags = file[FLAGS_AT] ?? 0;
  if ((flags & HAS_NAME) === 0) return null;
  const start = (flags & HAS_EXTRA) === 0 ? HEAD_BYTES : HEAD_BYTES + 2 + file.readUInt16LE(HEAD_BYTES);
  const end = file.indexOf(0, start);
  return end < 0 ? null : file.toString("utf8", start, end);
}
