// Zips with something around them: download scripts put blank lines before a file, mail gateways lines, zeros or
// signatures behind it.

/** What may stand before a zip: a byte order mark and blank lines. */
const BLANK = /^(?:\xef\xbb\xbf)?[\t\n\r ]{0,16}/;
const HEAD = 32;
// Signatures of the zip format (APPNOTE 4.3).
const START = "PK\x03\x04";
const END = Buffer.from("PK\x05\x06", "latin1");
const END_BYTES = 22;
const LOCAL_BYTES = 30;
/** How far from its end a file's end record is looked for: what gateways and downloads add is far smaller. */
const SEARCHED = 1024 * 1024;

/** A zip without what stands around it. */
export interface TrimmedZip {
  bytes: Buffer;
  /** What was left out, in words for a person; none for a file that is as it should be. */
  notes: string[];
}

/** Where a zip with files in it begins: at the first byte or behind blank lines; undefined where the bytes are none. */
export function startOfZip(bytes: Buffer): number | undefined {
  const head = bytes.toString("latin1", 0, HEAD);
  const start = BLANK.exec(head)?.[0].length ?? 0;
  return head.startsWith(START, start) ? start : undefined;
}

/** The name before the first file of a zip, which its directory need not agree with; undefined where there is none. */
export function firstName(bytes: Buffer): string | undefined {
  const start = startOfZip(bytes);
  if (start === undefined || start + LOCAL_BYTES > bytes.length) return undefined;
  const name = start + LOCAL_BYTES;
  return bytes.toString("latin1", name, name + bytes.readUInt16LE(start + 26));
}

/**
 * Cuts off what does not belong to a zip. Behind it that is done only where exactly one end record fits its place: with
 * two, programs differ in which they read, and nobody can say what the file holds. Bytes that leave a doubt (64-bit end
 * records among them) come back as they are, for the reader of the directory to refuse.
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

/** Where the archive ends; undefined where there is no telling. */
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

/** Where an end record ends, with its comment; beyond every end where the bytes end before. */
function closesAt(bytes: Buffer, at: number): number {
  if (at + END_BYTES > bytes.length) return Number.POSITIVE_INFINITY;
  return at + END_BYTES + bytes.readUInt16LE(at + 20);
}

/** Whether the directory that an end record names ends where the record begins. */
function followsDirectory(bytes: Buffer, at: number): boolean {
  return bytes.readUInt32LE(at + 16) + bytes.readUInt32LE(at + 12) === at;
}

function count(bytes: number): string {
  return bytes === 1 ? "1 byte" : `${bytes} bytes`;
}
