// Removes what is around a zip: download scripts add blank lines before a file, mail gateways add lines, zeros or
// signatures after it.

/** What may come before a zip: a byte order mark and blank lines. */
const BLANK = /^(?:\xef\xbb\xbf)?[\t\n\r ]{0,16}/;
const HEAD = 32;
// Signatures of the zip format (APPNOTE 4.3).
const START = "PK\x03\x04";
const END = Buffer.from("PK\x05\x06", "latin1");
const END_BYTES = 22;
const LOCAL_BYTES = 30;
/** How far from the end of a file to look for the end record: what gateways and downloads add is far smaller. */
const SEARCHED = 1024 * 1024;

/** A zip without what was around it. */
export interface TrimmedZip {
  bytes: Buffer;
  /** What was removed, in words for a person; empty for a normal file. */
  notes: string[];
}

/** Where a non-empty zip starts: at the first byte or after blank lines; undefined if the bytes are not a zip. */
export function startOfZip(bytes: Buffer): number | undefined {
  const head = bytes.toString("latin1", 0, HEAD);
  const start = BLANK.exec(head)?.[0].length ?? 0;
  return head.startsWith(START, start) ? start : undefined;
}

/** The name before the first file of a zip, which may differ from its directory; undefined if there is none. */
export function firstName(bytes: Buffer): string | undefined {
  const start = startOfZip(bytes);
  if (start === undefined || start + LOCAL_BYTES > bytes.length) return undefined;
  const name = start + LOCAL_BYTES;
  return bytes.toString("latin1", name, name + bytes.readUInt16LE(start + 26));
}

/**
 * Removes what does not belong to a zip. Data after it is only removed if exactly one end record fits its position:
 * with two, programs differ in which they use, so the content of the file is ambiguous. Bytes that leave a doubt
 * (including zip64 end records) are returned unchanged, for the reader of the directory to refuse.
 */
export function trimZip(bytes: Buffer): TrimmedZip {
  const notes: string[] = [];
  const before = startOfZip(bytes) ?? 0;
  const rest = bytes.subarray(before);
  if (before > 0) notes.push(`${count(before)} before the beginning of the file were ignored.`);
  const end = endOf(rest) ?? rest.length;
  if (end < rest.length) notes.push(`${count(rest.length - end)} after the end of the file were ignored.`);
  return { bytes: rest.subarray(0, end), notes };
}

/** Where the archive ends; undefined if that is uncertain. */
function endOf(bytes: Buffer): number | undefined {
  const last = bytes.lastIndexOf(END);
  if (last < 0 || closesAt(bytes, last) === bytes.length) return undefined;
  let found: number | undefined;
  const first = Math.max(1, bytes.length - SEARCHED);
  for (let at = last; at >= first; at = bytes.lastIndexOf(END, at - 1)) {
    const end = closesAt(bytes, at);
    if (end > bytes.length || !followsDirectory(bytes, at)) continue;
    if (found !== undefined) return undefined;
    found = end;
  }
  return found;
}

/** Where an end record ends, including its comment; infinity if the bytes end before that. */
function closesAt(bytes: Buffer, at: number): number {
  if (at + END_BYTES > bytes.length) return Number.POSITIVE_INFINITY;
  return at + END_BYTES + bytes.readUInt16LE(at + 20);
}

/** Whether the directory named by an end record ends where the record starts. */
function followsDirectory(bytes: Buffer, at: number): boolean {
  return bytes.readUInt32LE(at + 16) + bytes.readUInt32LE(at + 12) === at;
}

function count(bytes: number): string {
  return bytes === 1 ? "1 byte" : `${bytes} bytes`;
}
