import { crc32, inflateRawSync } from "node:zlib";
import type { Entry } from "yauzl";
import { sha256Of } from "../../lib/sha256.ts";
import { type Limits, RATIO_FROM_BYTES } from "../../model/limits.ts";
import { UnreadableError } from "../../model/workbook.ts";
import { damaged, fail, lockedArchive, tooLarge, unsupported } from "../unreadable.ts";
import { type Decrypted, decryptEntry, isForeignEncryption, passwordBytes } from "./decrypt-entry.ts";
import { localNameNotes } from "./local-names.ts";
import { trimZip } from "./trim-zip.ts";
import { zipEntries } from "./zip-entries.ts";
import { zipNames } from "./zip-name.ts";

const STORED = 0;
const DEFLATED = 8;
const LOCAL_HEADER_BYTES = 30;

/** A zip archive in memory: its directory, and parts inflated on demand. */
export interface Zip {
  /** The archive without what was around it. */
  bytes: Buffer;
  /** What was ignored, and where the zip contradicts itself, in words for a person. */
  notes: readonly string[];
  /** Names of all files, in directory order, with forward slashes. */
  names: readonly string[];
  /**
   * The inflated bytes of a file, by exact name. Throws UnreadableError if the part is damaged, encrypted, compressed
   * with a method other than deflate, or larger than the limits allow.
   */
  read(name: string): Buffer;
  /** SHA-256 of a file's encrypted bytes; undefined if it is not encrypted, or truncated. */
  seal(name: string): string | undefined;
}

export interface ZipOptions {
  /** Passwords to try on encrypted files. */
  passwords?: readonly string[];
  /** Called before a file is unpacked, with its size; throws if that is too much. */
  spend?(bytes: number): void;
}

/**
 * Reads the directory of a zip. Without `spend` its files may together be as large as a workbook. Throws
 * UnreadableError if it is truncated, damaged or too large.
 */
export async function openZip(file: Buffer, limits: Limits, options: ZipOptions = {}): Promise<Zip> {
  const { spend = spendUpTo(limits.workbookBytes) } = options;
  const { bytes, notes } = trimZip(file);
  const entries = await readDirectory(bytes, limits);
  const passwords = (options.passwords ?? []).flatMap(passwordBytes);
  return {
    bytes,
    notes: [...notes, ...localNameNotes(bytes, entries)],
    names: [...entries.keys()],
    read(name) {
      const entry = entries.get(name);
      if (entry === undefined) fail(damaged(`The part ${name} is missing from the file.`));
      if (!entry.isEncrypted()) {
        spend(entry.uncompressedSize);
        return inflate(bytes, entry, name, limits);
      }
      if (passwords.length === 0) fail(lockedArchive(false));
      spend(entry.uncompressedSize * passwords.length);
      return inflateEncrypted(bytes, entry, name, limits, passwords);
    },
    seal(name) {
      const entry = entries.get(name);
      const packed = entry?.isEncrypted() ? findPacked(bytes, entry) : undefined;
      return packed && sha256Of(packed);
    },
  };
}

function spendUpTo(total: number): (bytes: number) => void {
  let spent = 0;
  return (bytes) => {
    spent += bytes;
    if (spent > total) fail(tooLarge("The file unpacks to more than the limit allows."));
  };
}

async function readDirectory(bytes: Buffer, limits: Limits): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  try {
    const listed = await zipEntries(bytes, limits.zipEntries);
    const names = zipNames(listed);
    for (const [index, entry] of listed.entries()) {
      const name = names[index] as string;
      if (name.endsWith("/")) continue;
      // Two parts with the same name: programs differ in which they read, so the content of the file is ambiguous.
      if (entries.has(name)) fail(damaged(`The zip directory names ${name} twice.`));
      entries.set(name, entry);
    }
    refuseOverlaps(entries);
  } catch (error) {
    if (!(error instanceof Error) || error.name === "UnreadableError") throw error;
    if (/multi-disk/i.test(error.message)) {
      fail(unsupported("The file is one part of a zip archive in several.", ONE_PIECE));
    }
    if (/strong encryption/i.test(error.message)) {
      fail(unsupported("The zip archive is encrypted in a way that is not read.", UNPACK));
    }
    fail(damaged("The file is cut off or damaged: its zip directory cannot be read."));
  }
  return entries;
}

/** No program that writes zips makes parts share bytes, but zip bombs do. */
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
  refuseBomb(entry, name, limits);
  return unpack(
    { packed: packedBytes(bytes, entry, name), method: entry.compressionMethod, hasCrc: true },
    entry,
    name,
  );
}

/** The same for an encrypted file, with the first password that yields content. */
function inflateEncrypted(
  bytes: Buffer,
  entry: Entry,
  name: string,
  limits: Limits,
  passwords: readonly Buffer[],
): Buffer {
  if (isForeignEncryption(entry)) {
    fail(unsupported(`The zip encrypts ${name} in a way that is not read.`, UNPACK));
  }
  const packed = packedBytes(bytes, entry, name);
  for (const password of passwords) {
    const decrypted = decryptEntry(packed, entry, password);
    if (decrypted === undefined) continue;
    refuseBomb(entry, name, limits);
    try {
      return unpack(decrypted, entry, name);
    } catch (error) {
      // A wrong password that passed the check is revealed by the content.
      if (!(error instanceof UnreadableError && error.unreadable.kind === "damaged")) throw error;
    }
  }
  return fail(lockedArchive(true));
}

function refuseBomb({ compressedSize, uncompressedSize }: Entry, name: string, limits: Limits): void {
  if (uncompressedSize > limits.partBytes) {
    fail(tooLarge(`The part ${name} unpacks to ${uncompressedSize} bytes.`));
  }
  const ratio = uncompressedSize / Math.max(compressedSize, 1);
  if (uncompressedSize > RATIO_FROM_BYTES && ratio > limits.inflateRatio) {
    fail(tooLarge(`The part ${name} unpacks to ${Math.round(ratio)} times its size.`));
  }
}

/** The bytes of a file as stored in the archive. */
function packedBytes(bytes: Buffer, entry: Entry, name: string): Buffer {
  return findPacked(bytes, entry) ?? fail(damaged(`The part ${name} is cut off.`));
}

/** The same; undefined if the archive ends before. */
function findPacked(bytes: Buffer, entry: Entry): Buffer | undefined {
  const header = entry.relativeOffsetOfLocalHeader;
  if (header + LOCAL_HEADER_BYTES > bytes.length) return undefined;
  const start =
    header + LOCAL_HEADER_BYTES + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28);
  const end = start + entry.compressedSize;
  return end > bytes.length ? undefined : bytes.subarray(start, end);
}

function unpack({ packed, method, hasCrc }: Decrypted, entry: Entry, name: string): Buffer {
  const plain = decompress(packed, method, entry.uncompressedSize, name);
  if (plain.length !== entry.uncompressedSize || (hasCrc && crc32(plain) !== entry.crc32)) {
    fail(damaged(`The part ${name} is damaged: its check sum does not agree.`));
  }
  return plain;
}

function decompress(packed: Buffer, method: number, size: number, name: string): Buffer {
  if (method === STORED) return packed;
  if (method !== DEFLATED)
    fail(
      unsupported(
        `The zip compresses ${name} in a way that is not read (${METHODS[method] ?? `method ${method}`}).`,
        UNPACK,
      ),
    );
  if (size === 0) return Buffer.alloc(0);
  try {
    // One chunk of the declared size (plus a byte, or zlib requests a second): avoids copying, and a false directory
    // cannot make it inflate further.
    return inflateRawSync(packed, { chunkSize: Math.max(size + 1, 64), maxOutputLength: size });
  } catch {
    return fail(damaged(`The part ${name} is damaged and cannot be unpacked.`));
  }
}

/** Methods that programs offer besides the usual ones (APPNOTE 4.4.5). */
const METHODS: Readonly<Record<number, string>> = {
  9: "Deflate64",
  12: "bzip2",
  14: "LZMA",
  93: "Zstandard",
  95: "xz",
  98: "PPMd",
};

const ONE_PIECE = "Unpack it together with the other parts, or ask for the workbook itself.";
const UNPACK = "Unpack it, or ask for the workbook itself.";
