// Files that a Mac combined with their metadata: AppleSingle (RFC 1740) and MacBinary.
import { macBinaryFork } from "../sources/sniff-structure.ts";
import { damaged, fail } from "../unreadable.ts";
import type { Member } from "./member.ts";

const DATA_FORK = 1;
const REAL_NAME = 3;
const ENTRIES_AT = 24;
const ENTRY_BYTES = 12;
const APPLE_DOUBLE = Buffer.from("00051607", "hex");

/** Whether the bytes are a Mac's metadata for a file (AppleDouble) rather than the file. */
export function isAppleDouble(bytes: Buffer): boolean {
  return bytes.subarray(0, APPLE_DOUBLE.length).equals(APPLE_DOUBLE);
}

/** The file in an AppleSingle file; empty if there is none. Throws UnreadableError if it is truncated. */
export function appleSingleMembers(bytes: Buffer): Member[] {
  const parts = new Map<number, Buffer>();
  const count = bytes.length < ENTRIES_AT + 2 ? 0 : bytes.readUInt16BE(ENTRIES_AT);
  for (let index = 0; index < count; index++) {
    const at = ENTRIES_AT + 2 + index * ENTRY_BYTES;
    if (at + ENTRY_BYTES > bytes.length) fail(CUT_OFF);
    const [id, start, length] = [0, 4, 8].map((offset) => bytes.readUInt32BE(at + offset)) as [
      number,
      number,
      number,
    ];
    if (start + length > bytes.length) fail(CUT_OFF);
    parts.set(id, bytes.subarray(start, start + length));
  }
  const file = parts.get(DATA_FORK);
  if (file === undefined || file.length === 0) return [];
  return [{ name: parts.get(REAL_NAME)?.toString("utf8") ?? null, bytes: Buffer.from(file) }];
}

const CUT_OFF = damaged("The Mac file is cut off.");

/** The file in a MacBinary file; empty if there is none. */
export function macBinaryMembers(bytes: Buffer): Member[] {
  const fork = macBinaryFork(bytes);
  if (fork === undefined || fork.start === fork.end) return [];
  return [{ name: fork.name.toString("latin1"), bytes: Buffer.from(bytes.subarray(fork.start, fork.end)) }];
}
