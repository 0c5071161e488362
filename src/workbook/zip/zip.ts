import { crc32, inflateRawSync } from "node:zlib";
import type { Entry } from "yauzl";
import type { Limits } from "../../model/limits.ts";
import { damaged, fail, tooLarge, unsupported } from "../unreadable.ts";
import { trimZip } from "./trim-zip.ts";
import { zipEntries } from "./zip-entries.ts";
import { zipName } from "./zip-name.ts";

const STORED = 0;
const DEFLATED = 8;
const LOCAL_HEADER_BYTES = 30;
/** Small parts may be anything (an empty sheet repeats itself); only large ones are suspected of being bombs. */
const RATIO_FROM_BYTES = 1024 * 1024;

/** A zip archive in memory: its directory, and parts inflated when asked for. */
export interface Zip {
  /** The archive without what stood around it. */
  bytes: Buffer;
  /** What was passed over, in words for a person. */
  notes: readonly string[];
  /** Names of all files, in directory order, with forward slashes. */
  names: readonly string[];
  /**
   * The inflated bytes of a file, by exact name. Throws UnreadableError where the part is damaged, encrypted,
   * compressed in another way than deflate, or larger than the limits allow.
   */
  read(name: string): Buffer;
}

/**
 * Reads the directory of a zip. `total` limits the bytes that its files may have together.
 * Throws UnreadableError where it is cut off, damaged or too large.
 */
export async function openZip(file: Buffer, limits: Limits, total = limits.workbookBytes): Promise<Zip> {
  const { bytes, notes } = trimZip(file);
  const entries = await readDirectory(bytes, limits);
  let inflated = 0;
  return {
    bytes,
    notes,
    names: [...entries.keys()],
    read(name) {
      const entry = entries.get(name);
      if (entry === undefined) fail(damaged(`The part ${name} is missing from the file.`));
      inflated += entry.uncompressedSize;
      if (inflated > total) fail(tooLarge("The file unpacks to more than the limit allows."));
      return inflate(bytes, entry, name, limits);
    },
  };
}

async function readDirectory(bytes: Buffer, limits: Limits): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  try {
    for (const entry of await zipEntries(bytes, limits.zipEntries)) {
      const name = zipName(entry);
      if (name.endsWith("/")) continue;
      // Two parts of one name: programs differ in which they read, so nobody can say what the file holds.
      if (entries.has(name)) fail(damaged(`The zip directory names ${name} twice.`));
      entries.set(name, entry);
    }
    refuseOverlaps(entries);
  } catch (error) {
    if (!(error instanceof Error) || error.name === "UnreadableError") throw error;
    fail(damaged("The file is cut off or damaged: its zip directory cannot be read."));
  }
  return entries;
}

/** Parts that share bytes come from no program that writes zips, but from one that makes little unpack to much. */
function refuseOverlaps(entries: ReadonlyMap<string, Entry>): void {
  let end = 0;
  const byPlace = [...entries].sort(
    ([, a], [, b]) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader,
  );
  for (const [name, { relativeOffsetOfLocalHeader: start, compressedSize }] of byPlace) {
    if (start < end) fail(damaged(`The part ${name} overlaps another one in the zip.`));
    end = start + LOCAL_HEADER_BYTES + compressedSize;
  }
}

function inflate(bytes: Buffer, entry: Entry, name: string, limits: Limits): Buffer {
  const { compressedSize, uncompressedSize, compressionMethod } = entry;
  if (entry.isEncrypted()) {
    fail(
      unsupported(
        "The zip archive is protected with a password.",
        "Unpack it with its password, or ask for the workbook itself.",
      ),
    );
  }
  if (uncompressedSize > limits.partBytes) {
    fail(tooLarge(`The part ${name} unpacks to ${uncompressedSize} bytes.`));
  }
  if (
    uncompressedSize > RATIO_FROM_BYTES &&
    uncompressedSize / Math.max(compressedSize, 1) > limits.inflateRatio
  ) {
    fail(
      tooLarge(
        `The part ${name} unpacks to ${Math.round(uncompressedSize / compressedSize)} times its size.`,
      ),
    );
  }
  const header = entry.relativeOffsetOfLocalHeader;
  if (header + LOCAL_HEADER_BYTES > bytes.length) fail(damaged(`The part ${name} is cut off.`));
  const start =
    header + LOCAL_HEADER_BYTES + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28);
  if (start + compressedSize > bytes.length) fail(damaged(`The part ${name} is cut off.`));
  const packed = bytes.subarray(start, start + compressedSize);
  const plain = unpack(packed, compressionMethod, uncompressedSize, name);
  if (plain.length !== uncompressedSize || crc32(plain) !== entry.crc32) {
    fail(damaged(`The part ${name} is damaged: its check sum does not agree.`));
  }
  return plain;
}

function unpack(packed: Buffer, method: number, size: number, name: string): Buffer {
  if (method === STORED) return packed;
  if (method !== DEFLATED)
    fail(unsupported(`The zip compresses ${name} in a way that is not read (method ${method}).`));
  if (size === 0) return Buffer.alloc(0);
  try {
    // One chunk for the declared size (a byte more, or zlib asks for a second): nothing is copied together, and a lying directory cannot inflate further.
    return inflateRawSync(packed, { chunkSize: Math.max(size + 1, 64), maxOutputLength: size });
  } catch {
    return fail(damaged(`The part ${name} is damaged and cannot be unpacked.`));
  }
}
