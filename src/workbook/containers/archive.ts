// Archives other than zip: tar (also compressed with xz or bzip2), 7-Zip, RAR, cabinet.
import type { Limits } from "../../model/limits.ts";
import type { Unreadable } from "../../model/workbook.ts";
import { isArchive } from "../ooxml/package-parts.ts";
import { damaged, fail, tooLarge, unsupported } from "../unreadable.ts";
import { decodeNames } from "../zip/code-page.ts";
import { ContainerLimits } from "./container-limits.ts";
import { type ArchiveEntry, openLibarchive } from "./libarchive.ts";
import type { Member } from "./member.ts";

/** Compression formats for an archive or a single file, by their first bytes. */
const COMPRESSIONS: readonly { bytes: string; name: string }[] = [
  { bytes: "\xfd7zXZ\0", name: "xz" },
  { bytes: "BZh", name: "bzip2" },
  { bytes: "\x1f\x9d", name: "compress" },
];

const PROTECTED: Unreadable = {
  kind: "encrypted",
  reason: "The archive is protected with a password.",
  ask: "Unpack it with its password, or ask for the workbook itself.",
};

/** An entry, or a placeholder for those that cannot be read. */
type Listed = { name: Buffer } & ({ bytes: Buffer; trimming: boolean } | { unreadable: Unreadable });

/**
 * The files of an archive, in order; links and devices are marked as irrelevant. If something after readable files
 * cannot be read, it becomes one more file with the reason. Throws UnreadableError if nothing can be read, if there is
 * too much, and for a single compressed file, which the library does not return.
 */
export async function archiveMembers(bytes: Buffer, limits: Limits): Promise<Member[]> {
  const listed = await list(bytes, limits).catch((error: unknown) => {
    // Thrown by the library for maliciously crafted archives.
    if (error instanceof Error && error.name === "RuntimeError") return fail(DAMAGED);
    if (error instanceof RangeError) return fail(TOO_LARGE);
    throw error;
  });
  const names = decodeNames(listed.map(({ name }) => name));
  const [first] = listed;
  const isOnlyFailure =
    listed.length === 1 && first !== undefined && "unreadable" in first && first.name.length === 0;
  const compression = compressionOf(bytes);
  if (compression !== undefined && isSingleFile(listed, names)) {
    fail(unsupported(`The file is compressed with ${compression}.`, UNPACK));
  }
  if (isOnlyFailure) fail(first.unreadable);
  return listed.map((entry, index) => ({ ...entry, name: names[index] || `file ${index + 1}` }));
}

function compressionOf(bytes: Buffer): string | undefined {
  const head = bytes.toString("latin1", 0, 8);
  return COMPRESSIONS.find((known) => head.startsWith(known.bytes))?.name;
}

/** Whether the library found no archive inside a compressed file, or took a workbook for one. */
function isSingleFile(listed: readonly Listed[], names: readonly string[]): boolean {
  const [first] = listed;
  if (first === undefined || !("unreadable" in first)) return first !== undefined && !isArchive(names);
  return first.unreadable === NO_ARCHIVE;
}

const UNPACK = "Unpack it, or ask for the workbook itself or a .zip.";
const DAMAGED = damaged("The archive is cut off or damaged, or one part of several.");
const TOO_LARGE = tooLarge("Unpacking it takes more memory than the limit allows.", UNPACK);
const NO_ARCHIVE = unsupported("The archive is of a kind that is not read.", UNPACK);

/**
 * Zeros appended to a RAR archive. Without them the library looks at its last bytes, and takes an archive whose last
 * file is an uncompressed workbook for that workbook's zip.
 */
const TAIL = 128 * 1024;
const RAR = "Rar!";

async function list(bytes: Buffer, limits: Limits): Promise<Listed[]> {
  const isRar = bytes.toString("latin1", 0, RAR.length) === RAR;
  const next = await openLibarchive(bytes, isRar ? TAIL : 0);
  const allowed = new ContainerLimits(limits, bytes.length);
  const listed: Listed[] = [];
  let failures = 0;
  for (;;) {
    const found = next();
    if (found === "end") return listed;
    if ("entry" in found) {
      allowed.add(found.entry.size);
      listed.push(toListed(found.entry));
      failures = 0;
      continue;
    }
    // Two failures in a row mean that reading the archive cannot continue.
    if (failures++ > 0) return listed;
    // If a file is damaged, so is what follows it.
    const last = listed.at(-1);
    if (last !== undefined && "unreadable" in last && last.unreadable === DAMAGED) continue;
    listed.push({ name: Buffer.alloc(0), unreadable: whyNot(found.error) });
  }
}

function toListed(entry: ArchiveEntry): Listed {
  const { name, isFile, isEncrypted } = entry;
  if (!isFile) return { name, bytes: Buffer.alloc(0), trimming: true };
  if (isEncrypted) return { name, unreadable: PROTECTED };
  const bytes = entry.read();
  return typeof bytes === "string" ? { name, unreadable: whyNot(bytes) } : { name, bytes, trimming: false };
}

/** The library's message, for people. */
function whyNot(error: string): Unreadable {
  if (/encrypt/i.test(error)) return PROTECTED;
  if (/memory|allocate/i.test(error)) return TOO_LARGE;
  return /unrecognized archive format/i.test(error) ? NO_ARCHIVE : DAMAGED;
}
