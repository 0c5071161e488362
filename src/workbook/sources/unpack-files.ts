import { basename } from "node:path/posix";
import { sha256Of } from "../../lib/sha256.ts";
import { LIMITS, type Limits } from "../../model/limits.ts";
import { type SourceName, sourceText, UnreadableError } from "../../model/workbook.ts";
import { isArchive } from "../ooxml/package-parts.ts";
import { unsupported } from "../unreadable.ts";
import { firstName } from "../zip/trim-zip.ts";
import { openZip } from "../zip/zip.ts";
import { type Found, type FoundFile, LEFTOVERS } from "./find-files.ts";
import { type Attachment, mailAttachments, mayBeMail } from "./mail-attachments.ts";
import { FileMemory, readStart } from "./read-whole.ts";
import { sniff } from "./sniff.ts";

/** A file that may hold a response, out of its containers, by what it is known by. */
export interface FileContent {
  source: SourceName;
  /** SHA-256 of its bytes; undefined where whoever reads them shall tell. */
  sha256?: string | undefined;
  /** How many bytes it has. */
  bytes: number;
  /** The bytes, or where they lie in the file system: those of many files would fill the memory. */
  content: Uint8Array | string;
}

/** What a file holds, or the error that hinders reading it. */
export type UnpackedFile = FileContent | { source: SourceName; failure: unknown };

/** More bytes than the beginning of a zip takes with the name of its first part. */
const START = 256;

/** Opens a saved mail; see mailAttachments. */
export type OpenMail = (bytes: Buffer) => Promise<Attachment[] | undefined>;

/**
 * Goes through what was found and steps into zips and saved mails, in order, one file at a time: a container is
 * replaced by what is in it, with its name in `source.container`. One that holds nothing, or is damaged, stays as a
 * file of its own, and opening it says why. Leftovers inside containers are counted in `found.skipped`.
 * Mails are opened by `openMail`, so that a caller can do it where a hanging library can be stopped.
 *
 * `sizes` are the numbers of bytes of files that were known before, and take in those found. A file of another size can
 * be the same as none of them: it comes without its hash, a workbook in the file system unread. Without `sizes` every
 * file has a hash.
 */
export async function* unpackFiles(
  found: Found,
  limits: Limits = LIMITS,
  openMail: OpenMail = mailAttachments,
  sizes?: Set<number>,
): AsyncGenerator<UnpackedFile> {
  const run = { found, limits, openMail, sizes, memory: new FileMemory() };
  for (const file of found.files) yield* unpack(file, 0, run);
}

/** What holds for every file of a run. */
interface Unpacking {
  found: Found;
  limits: Limits;
  openMail: OpenMail;
  sizes?: Set<number> | undefined;
  /** For files in the file system. */
  memory: FileMemory;
}

async function* unpack(file: FoundFile, depth: number, run: Unpacking): AsyncGenerator<UnpackedFile> {
  const { source, file: path } = file;
  let contents: FoundFile[] | undefined;
  let bytes: Buffer;
  if (path !== undefined && run.sizes !== undefined) {
    const { size, start } = readStart(path, START);
    if (beginsAsWorkbook(start) && isOfNewSize(size, run)) {
      yield { source, bytes: size, content: path };
      return;
    }
  }
  try {
    bytes = path === undefined ? await file.read() : run.memory.read(path, run.limits);
    if (await mayBeContainer(bytes, run.limits)) {
      // What a container holds is used when the memory holds another file.
      if (path !== undefined) bytes = Buffer.from(bytes);
      contents = await contentsOf(source, bytes, run);
    }
  } catch (failure) {
    yield { source, failure };
    return;
  }
  if (contents === undefined) {
    const sha256 = isOfNewSize(bytes.length, run) ? undefined : sha256Of(bytes);
    yield { source, sha256, bytes: bytes.length, content: path ?? bytes };
    return;
  }
  if (depth === run.limits.containers) {
    const deep = unsupported(
      "The file lies in too many containers within each other.",
      "Unpack it into the folder.",
    );
    yield { source, failure: new UnreadableError(deep) };
    return;
  }
  for (const content of contents) yield* unpack(content, depth + 1, run);
}

/** Whether no file before had as many bytes; from now on one has. */
function isOfNewSize(bytes: number, { sizes }: Unpacking): boolean {
  if (sizes === undefined || sizes.has(bytes)) return false;
  sizes.add(bytes);
  return true;
}

/** Whether a zip begins as programs write workbooks: it needs no look into its directory. */
function beginsAsWorkbook(bytes: Buffer): boolean {
  const first = firstName(bytes);
  return first !== undefined && !isArchive([first]);
}

/** Whether the bytes are an archive of files, or look like a mail. */
async function mayBeContainer(bytes: Buffer, limits: Limits): Promise<boolean> {
  if (sniff(bytes).type !== "zip") return mayBeMail(bytes);
  if (beginsAsWorkbook(bytes)) return false;
  const zip = await openZip(bytes, limits).catch(() => undefined);
  // Opening it as a workbook tells what is wrong with a damaged one.
  return zip !== undefined && zip.names.length > 0 && isArchive(zip.names);
}

/** What a container holds; undefined where the bytes are none, or hold nothing. */
async function contentsOf(
  source: SourceName,
  bytes: Buffer,
  { found, limits, openMail }: Unpacking,
): Promise<FoundFile[] | undefined> {
  if (sniff(bytes).type === "zip") return zipContents(source, bytes, found, limits);
  const attachments = mayBeMail(bytes) ? await openMail(bytes) : undefined;
  return attachments && mailContents(source, attachments, found);
}

async function zipContents(
  source: SourceName,
  bytes: Buffer,
  found: Found,
  limits: Limits,
): Promise<FoundFile[] | undefined> {
  const zip = await openZip(bytes, limits, limits.archiveBytes);
  const names = zip.names.filter((name) => !name.split("/").some((step) => LEFTOVERS.test(step)));
  found.skipped += zip.names.length - names.length;
  const files = names.map((name) => ({
    source: within(source, name),
    read: async () => zip.read(name),
  }));
  return files.length === 0 ? undefined : files;
}

function mailContents(
  source: SourceName,
  attachments: readonly Attachment[],
  found: Found,
): FoundFile[] | undefined {
  const sent = attachments.filter(({ trimming }) => !trimming);
  found.skipped += attachments.length - sent.length;
  const names = new Map<string, number>();
  const files = sent.map(({ name, bytes }, index) => ({
    source: within(
      source,
      distinct(basename(name?.replaceAll("\\", "/") ?? "") || `attachment ${index + 1}`, names),
    ),
    read: async () => bytes,
  }));
  return files.length === 0 ? undefined : files;
}

/** A mail may carry two attachments of one name; the second is called "name (2)". */
function distinct(name: string, names: Map<string, number>): string {
  const count = (names.get(name) ?? 0) + 1;
  names.set(name, count);
  return count === 1 ? name : `${name} (${count})`;
}

function within(container: SourceName, path: string): SourceName {
  return { path, container: sourceText(container) };
}
