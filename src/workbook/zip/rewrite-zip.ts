import { crc32, deflateRawSync } from "node:zlib";
import { damaged, fail, unsupported } from "../unreadable.ts";

// Signatures and field offsets of the zip format (APPNOTE 4.3).
const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const END_BYTES = 22;
const CENTRAL_BYTES = 46;
const LOCAL_BYTES = 30;
const HAS_DESCRIPTOR = 0x8;
const IS_UTF8 = 0x800;
const DEFLATED = 8;
const FOUR = 0xffffffff;

interface Entry {
  /** With forward slashes, as returned by the reader. */
  name: string;
  /** The record of the central directory, unchanged. */
  record: Buffer;
  offset: number;
}

/**
 * A zip archive with some files changed, removed (null) or, if there is none of that name, added at the end. Everything
 * else keeps its bytes, both packed data and headers, and its order. Throws UnreadableError for an archive that is
 * damaged or so large that it needs zip64, RangeError if a file to be removed does not exist.
 */
export function rewriteZip(bytes: Buffer, changed: ReadonlyMap<string, Buffer | null>): Buffer {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + END_BYTES > bytes.length || bytes.readUInt32LE(end) !== END) {
    fail(damaged("The file is cut off: its zip directory is missing."));
  }
  const directory = bytes.readUInt32LE(end + 16);
  const entries = readEntries(bytes, directory, bytes.readUInt16LE(end + 10));
  const names = new Set(entries.map(({ name }) => name));
  const added: Entry[] = [];
  for (const [name, content] of changed) {
    if (names.has(name)) continue;
    if (content === null) throw new RangeError(`no file ${name} in the archive`);
    added.push({ name, record: newRecord(name), offset: directory });
  }

  const records = new Map<Entry, Buffer>();
  const output: Buffer[] = [];
  let offset = 0;
  const write = (entry: Entry, chunks: readonly Buffer[], record: Buffer): void => {
    record.writeUInt32LE(offset, 42);
    records.set(entry, record);
    for (const chunk of chunks) {
      output.push(chunk);
      offset += chunk.length;
    }
  };
  const byOffset = [...entries].sort((a, b) => a.offset - b.offset);
  byOffset.forEach((entry, index) => {
    const until = byOffset[index + 1]?.offset ?? directory;
    const content = changed.get(entry.name);
    if (content === null) return;
    const record = Buffer.from(entry.record);
    write(entry, content ? packed(content, record) : [bytes.subarray(entry.offset, until)], record);
  });
  for (const entry of added) {
    const record = Buffer.from(entry.record);
    write(entry, packed(changed.get(entry.name) as Buffer, record), record);
  }

  const kept = [...entries, ...added].flatMap((entry) => records.get(entry) ?? []);
  const central = Buffer.concat(kept);
  const tail = Buffer.from(bytes.subarray(end));
  tail.writeUInt16LE(kept.length, 8);
  tail.writeUInt16LE(kept.length, 10);
  tail.writeUInt32LE(central.length, 12);
  tail.writeUInt32LE(offset, 16);
  return Buffer.concat([...output, central, tail]);
}

/** A new archive of these files. */
export function writeZip(files: ReadonlyMap<string, Buffer>): Buffer {
  const empty = Buffer.alloc(END_BYTES);
  empty.writeUInt32LE(END, 0);
  return rewriteZip(empty, files);
}

/** 1 January 1980, the earliest date in the format: new files have no date of their own. */
const NO_DATE = 0x21;
const VERSION = 20;

/** A central directory record for a new file; `packed` and the writer fill in the rest. */
function newRecord(name: string): Buffer {
  const bytes = Buffer.from(name);
  const record = Buffer.alloc(CENTRAL_BYTES + bytes.length);
  record.writeUInt32LE(CENTRAL, 0);
  record.writeUInt16LE(VERSION, 4);
  record.writeUInt16LE(VERSION, 6);
  record.writeUInt16LE(IS_UTF8, 8);
  record.writeUInt16LE(NO_DATE, 14);
  record.writeUInt16LE(bytes.length, 28);
  bytes.copy(record, CENTRAL_BYTES);
  return record;
}

function readEntries(bytes: Buffer, directory: number, count: number): Entry[] {
  const entries: Entry[] = [];
  let at = directory;
  for (let index = 0; index < count; index++) {
    if (at + CENTRAL_BYTES > bytes.length || bytes.readUInt32LE(at) !== CENTRAL) {
      fail(damaged("The zip directory of the file is damaged."));
    }
    const nameLength = bytes.readUInt16LE(at + 28);
    const length = CENTRAL_BYTES + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    const record = bytes.subarray(at, at + length);
    const offset = record.readUInt32LE(42);
    if (offset === FOUR) fail(unsupported("The zip uses 64-bit offsets."));
    const name = record.toString("utf8", CENTRAL_BYTES, CENTRAL_BYTES + nameLength).replaceAll("\\", "/");
    entries.push({ name, record, offset });
    at += length;
  }
  return entries;
}

/** The local header and data of a changed file; its sizes and checksum are also written to the central record. */
function packed(content: Buffer, record: Buffer): Buffer[] {
  const data = deflateRawSync(content);
  const flags = record.readUInt16LE(8) & IS_UTF8 & ~HAS_DESCRIPTOR;
  record.writeUInt16LE(flags, 8);
  record.writeUInt16LE(DEFLATED, 10);
  record.writeUInt32LE(crc32(content), 16);
  record.writeUInt32LE(data.length, 20);
  record.writeUInt32LE(content.length, 24);

  const nameLength = record.readUInt16LE(28);
  const header = Buffer.alloc(LOCAL_BYTES);
  header.writeUInt32LE(0x04034b50, 0);
  // Version needed, flags, method, time, date, checksum, sizes, name length: as in the central record.
  record.copy(header, 4, 6, 30);
  header.writeUInt16LE(0, 28);
  return [header, record.subarray(CENTRAL_BYTES, CENTRAL_BYTES + nameLength), data];
}
