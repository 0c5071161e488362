import { basename } from "node:path/posix";
import { sha256Of } from "../../lib/sha256.ts";
import { LIMITS, type Limits } from "../../model/limits.ts";
import { type SourceName, sourceText, type Unreadable, UnreadableError } from "../../model/workbook.ts";
import { isAppleDouble } from "../containers/apple-file.ts";
import type { Member } from "../containers/member.ts";
import { mayBeContainer, openContainer } from "../containers/open-container.ts";
import { isArchive, isPackagePart } from "../ooxml/package-parts.ts";
import { fail, PART_OF_ARCHIVE, tooLarge, unsupported } from "../unreadable.ts";
import { firstName } from "../zip/trim-zip.ts";
import { openZip } from "../zip/zip.ts";
import { type Found, type FoundFile, LEFTOVERS } from "./find-files.ts";
import { FileMemory, readStart } from "./read-whole.ts";
import { sniff } from "./sniff.ts";

/** A file that may contain a response, outside its containers. */
export interface FileContent {
  source: SourceName;
  /** SHA-256 of its bytes; undefined if it is left to the reader. */
  sha256?: string | undefined;
  /** Size in bytes. */
  bytes: number;
  /** The bytes, or a path in the file system, as the bytes of many files would fill the memory. */
  content: Uint8Array | string;
  /** Notes about the containers that it came in, in words for a person. */
  notes?: readonly string[];
  /** SHA-256 of the encrypted bytes in a zip: identifies the file without a password. */
  seal?: string;
}

/**
 * The content of a file, or the error that prevents reading it; for a container that exceeds a limit also its identity.
 */
export type UnpackedFile =
  | FileContent
  | ({ source: SourceName; failure: unknown } & Partial<Pick<FileContent, "seal" | "sha256" | "bytes">>);

/** More bytes than the beginning of a zip including the name of its first part. */
const START = 256;

/** Opens a container that is read as a whole; see `openContainer`. */
export type OpenContainer = (bytes: Buffer, limits: Limits) => Promise<Member[] | undefined>;

export interface UnpackOptions {
  limits?: Limits;
  /** Passwords to try on encrypted zips. */
  passwords?: readonly string[];
  /** Opens all containers but zips; a caller can pass a version that can be stopped if a library hangs. */
  open?: OpenContainer;
  /**
   * The sizes of known files; those found are added. A file of another size cannot be the same as any of them: it is
   * returned without its hash, and a workbook in the file system is not read. Without this option every file has a
   * hash.
   */
  sizes?: Set<number> | undefined;
  /** Why a container must not be opened, if it is known to exceed a limit. */
  refused?: Refused | undefined;
}

export type Refused = (bytes: Buffer) => Unreadable | undefined;

/**
 * Goes through the files found and opens containers (zips, mails, other archives) in order, one file at a time: a
 * container is replaced by its content, with its name in `source.container`. An empty or damaged one stays as a file,
 * and opening it gives the reason. Leftovers inside containers are counted in `found.skipped`.
 */
export async function* unpackFiles(found: Found, options: UnpackOptions = {}): AsyncGenerator<UnpackedFile> {
  const { limits = LIMITS, passwords = [], open = openContainer, sizes, refused } = options;
  const memory = new FileMemory();
  for (const file of found.files) {
    const allowance = new Allowance(limits);
    yield* unpack(file, 0, { found, limits, passwords, open, sizes, refused, memory, allowance });
    const failure = allowance.failure();
    if (failure !== undefined) yield { source: file.source, failure };
  }
}

/** A file, and the notes of its containers. */
type ContainedFile = FoundFile & Pick<FileContent, "notes" | "seal">;

/** State shared by a file that was found and everything inside it. */
interface Unpacking {
  found: Found;
  limits: Limits;
  passwords: readonly string[];
  open: OpenContainer;
  sizes: Set<number> | undefined;
  refused: Refused | undefined;
  /** For files in the file system. */
  memory: FileMemory;
  allowance: Allowance;
}

async function* unpack(file: ContainedFile, depth: number, run: Unpacking): AsyncGenerator<UnpackedFile> {
  const { source, file: path, notes, seal } = file;
  if (run.allowance.isSpent()) return run.allowance.leave();
  let contents: ContainedFile[] | undefined;
  let bytes: Buffer | undefined;
  if (path !== undefined && run.sizes !== undefined) {
    const { size, start } = readStart(path, START);
    if (beginsAsWorkbook(start) && isOfNewSize(size, run)) {
      yield { source, bytes: size, content: path };
      return;
    }
  }
  try {
    bytes = path === undefined ? await file.read() : run.memory.read(path, run.limits);
    if (depth === 0) run.allowance.begin(bytes.length);
    if (path === undefined && isAppleDouble(bytes)) {
      run.found.skipped++;
      return;
    }
    contents = await contentsOf(file, bytes, run);
    if (contents === undefined && isPartOfArchive(file) && !beginsAsWorkbook(bytes)) fail(PART_OF_ARCHIVE);
  } catch (error) {
    const failure = isPartOfArchive(file) && isDamaged(error) ? new UnreadableError(PART_OF_ARCHIVE) : error;
    // Once the container exceeds a limit, that is reported once, for the container.
    if (depth > 0 && run.allowance.isSpent()) return run.allowance.leave();
    const isBeyond = failure instanceof UnreadableError && failure.unreadable.kind === "too-large";
    yield {
      source,
      failure,
      ...(seal === undefined ? {} : { seal }),
      ...(isBeyond && bytes !== undefined ? { sha256: sha256Of(bytes), bytes: bytes.length } : {}),
    };
    return;
  }
  if (contents === undefined) {
    const sha256 = isOfNewSize(bytes.length, run) ? undefined : sha256Of(bytes);
    yield {
      source,
      sha256,
      bytes: bytes.length,
      content: path ?? bytes,
      ...(notes === undefined ? {} : { notes }),
      ...(seal === undefined ? {} : { seal }),
    };
    return;
  }
  if (depth === run.limits.containers) {
    const deep = unsupported(
      "The file is in too many containers nested in each other.",
      "Unpack it into the folder.",
    );
    yield { source, failure: new UnreadableError(deep) };
    return;
  }
  for (const content of contents) yield* unpack(content, depth + 1, run);
}

/** Whether no earlier file had this size; records it. */
function isOfNewSize(bytes: number, { sizes }: Unpacking): boolean {
  if (sizes === undefined || sizes.has(bytes)) return false;
  sizes.add(bytes);
  return true;
}

/** Whether a zip starts like a workbook, so that its directory need not be read. */
function beginsAsWorkbook(bytes: Buffer): boolean {
  const first = firstName(bytes);
  return first !== undefined && isPackagePart(first);
}

/** The content of a container; undefined if the bytes are not one, or it is empty. */
async function contentsOf(
  file: ContainedFile,
  bytes: Buffer,
  run: Unpacking,
): Promise<ContainedFile[] | undefined> {
  const isZip = sniff(bytes).type === "zip";
  if (isZip ? beginsAsWorkbook(bytes) : !mayBeContainer(bytes)) return undefined;
  const refusal = run.refused?.(bytes);
  if (refusal !== undefined) return fail(refusal);
  return isZip ? zipContents(file, bytes, run) : memberContents(file, bytes, run);
}

async function zipContents(
  file: ContainedFile,
  bytes: Buffer,
  { found, limits, passwords, memory, allowance }: Unpacking,
): Promise<ContainedFile[] | undefined> {
  const spend = (count: number) => allowance.addBytes(count);
  // Opening a damaged one as a workbook gives the reason.
  const zip = await openZip(bytes, limits, { passwords, spend }).catch(() => undefined);
  if (zip === undefined || !isArchive(zip.names)) return undefined;
  // Its bytes are used after the memory for files holds another one.
  if (file.file !== undefined) memory.leave();
  allowance.addFiles(zip.names.length);
  const names = zip.names.filter((name) => !isLeftover(name));
  found.skipped += zip.names.length - names.length;
  const notes = [...(file.notes ?? []), ...zip.notes.map((note) => `${sourceText(file.source)}: ${note}`)];
  return orNothing(
    names.map((name) => {
      const seal = zip.seal(name);
      return {
        source: within(file.source, name),
        read: async () => zip.read(name),
        ...(notes.length > 0 ? { notes } : {}),
        ...(seal === undefined ? {} : { seal }),
      };
    }),
  );
}

async function memberContents(
  file: ContainedFile,
  bytes: Buffer,
  { found, limits, open, memory, allowance }: Unpacking,
): Promise<ContainedFile[] | undefined> {
  // Its files may be parts of its bytes, and are used after the memory for files holds another one.
  if (file.file !== undefined) memory.leave();
  const members = (await open(bytes, limits)) ?? [];
  allowance.addFiles(members.length);
  const sent = members.filter(
    (member) => !("bytes" in member && member.trimming) && !isLeftover(member.name ?? ""),
  );
  found.skipped += members.length - sent.length;
  // What is in the other parts of the archive is missing from this one.
  const isDamagedPart = (member: Member) => "unreadable" in member && member.unreadable.kind === "damaged";
  if (isPartOfArchive(file) && sent.every(isDamagedPart)) return undefined;
  const names = new Map<string, number>();
  const { notes } = file;
  return orNothing(
    sent.map((member, index) => {
      const alone = members.length === 1 ? withoutEnding(file.source.path) : undefined;
      const name = member.name?.replaceAll("\\", "/") || alone || `attachment ${index + 1}`;
      return {
        source: within(file.source, distinct(name, names)),
        read: async () => {
          if ("unreadable" in member) return fail(member.unreadable);
          allowance.addBytes(member.bytes.length);
          return member.bytes;
        },
        ...(notes === undefined ? {} : { notes }),
      };
    }),
  );
}

/** Names that programs give to the parts of an archive: acme.7z.001, acme.part2.rar, acme.z01, acme.r00. */
const PART_NAME = /\.(?:7z|zip|rar|tar|tgz|gz|xz|bz2)\.\d{3}$|\.part\d{1,4}\.rar$|\.[zr]\d{2}$/i;

function isPartOfArchive({ source }: ContainedFile): boolean {
  return PART_NAME.test(source.path);
}

function isDamaged(error: unknown): boolean {
  return error instanceof UnreadableError && error.unreadable.kind === "damaged";
}

/** An empty container is treated as a file. */
function orNothing(files: ContainedFile[]): ContainedFile[] | undefined {
  return files.length === 0 ? undefined : files;
}

function isLeftover(name: string): boolean {
  return name.split(/[/\\]/).some((step) => LEFTOVERS.test(step));
}

/**
 * The name of a single compressed or signed file, derived from the container's name; undefined if that is not possible.
 */
function withoutEnding(path: string): string | undefined {
  const name = basename(path).replace(/\.tgz$/i, ".tar.gz");
  const stem = name.replace(/\.(?:gz|z|p7m|p7s|bin)$/i, "");
  return stem === name ? undefined : stem;
}

/** A container may hold two files with the same name; the second becomes "name (2)". */
function distinct(name: string, names: Map<string, number>): string {
  const count = (names.get(name) ?? 0) + 1;
  names.set(name, count);
  return count === 1 ? name : `${name} (${count})`;
}

function within(container: SourceName, path: string): SourceName {
  return { path, container: sourceText(container) };
}

/**
 * Limits what one container may yield with everything nested in it, since few bytes can hold archives without end.
 * After that nothing more is unpacked, and the remaining files are counted.
 */
class Allowance {
  readonly #limits: Limits;
  #mostBytes: number;
  #files = 0;
  #bytes = 0;
  #left = 0;
  #spent: string | undefined;

  constructor(limits: Limits) {
    this.#limits = limits;
    this.#mostBytes = limits.archiveBytes;
  }

  /** Records the container's own size, to limit the ratio. */
  begin(bytes: number): void {
    const { archiveBytes, workbookBytes } = this.#limits;
    this.#mostBytes = Math.min(archiveBytes, Math.max(workbookBytes, bytes * MOST_TIMES));
  }

  /** Counts the files of one more container. Throws UnreadableError if there are too many. */
  addFiles(count: number): void {
    this.#files += count;
    const { zipEntries } = this.#limits;
    if (this.#files > zipEntries) {
      this.#spend(`It has more than ${zipEntries} files, with what lies within each other`);
    }
  }

  /** Counts unpacked bytes. Throws UnreadableError if there are too many. */
  addBytes(count: number): void {
    this.#bytes += count;
    if (this.#bytes > this.#mostBytes) this.#spend("It unpacks to more than the limit allows");
  }

  isSpent(): boolean {
    return this.#spent !== undefined;
  }

  /** Counts a file that is no longer unpacked. */
  leave(): void {
    this.#left++;
  }

  /** The error about the files that were left; undefined if there are none. */
  failure(): UnreadableError | undefined {
    if (this.#spent === undefined || this.#left === 0) return undefined;
    const left = this.#left === 1 ? "one file in it was" : `${this.#left} files in it were`;
    return new UnreadableError(tooLarge(`${this.#spent}: ${left} not read.`, UNPACK));
  }

  #spend(reason: string): never {
    this.#spent ??= reason;
    return fail(tooLarge(`${reason}.`, UNPACK));
  }
}

/**
 * Maximum ratio of everything in a container to its own size: workbooks are compressed already, and texts compress to a
 * tenth.
 */
const MOST_TIMES = 20;

const UNPACK = "Unpack what belongs to the campaign, and ingest that.";
