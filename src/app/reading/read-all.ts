// Many files to responses, each content once.
import { WorkspaceError } from "../../lib/errors.ts";
import {
  type SourceName,
  type Unreadable,
  UnreadableError,
  type UnreadableFile,
} from "../../model/workbook.ts";
import type { FileContent, UnpackedFile } from "../../workbook/sources/unpack-files.ts";

/** What came of reading a file. */
export interface Outcome<Result> {
  is: "read";
  source: SourceName;
  /** SHA-256 of its bytes; null where they could not be had. */
  sha256: string | null;
  bytes: number;
  /** As in FileContent. */
  seal?: string | undefined;
  result: Result | Failed;
}

/** The result of a file that gave nothing, for a reason. */
export type Failed = { ok: false; unreadable: Unreadable };

/** A result with the hash of the bytes that it was read from, where it was not known before. */
export type Hashed<Result> = Result & { sha256?: string | undefined };

/** Reads one file, or stores what it holds. Never rejects for what is in it. */
export type ReadOne<Result> = (file: FileContent) => Promise<Hashed<Result>>;

/** A file that needed no reading: it holds what is known, or what another file of this run holds. */
export interface SkippedFile {
  is: "known" | "duplicate";
  source: SourceName;
  sha256: string;
  bytes: number;
  seal?: string | undefined;
}

/** A file and what became of it; `failure` is the error that hinders all reading. */
export type FileOutcome<Result> =
  | Outcome<Result>
  | SkippedFile
  | {
      is: "failure";
      source: SourceName;
      failure: unknown;
      seal?: string;
      sha256?: string | undefined;
      bytes?: number;
    };

export interface ReadAllOptions {
  /** How many files to have under way. */
  ahead?: number;
  /** Whether what has this SHA-256 need not be read. */
  isKnown?(sha256: string): boolean;
}

/**
 * Reads the files as they come and yields what becomes of each: outcomes in the order of the files, all others at once.
 * Of files with the same bytes the first is read. What `readOne` throws is a fault of cmrt met in one file: it costs
 * that file and is said as such. A workspace that cannot be written stops everything.
 */
export async function* readAll<Result>(
  files: Iterable<UnpackedFile> | AsyncIterable<UnpackedFile>,
  readOne: ReadOne<Result>,
  { ahead = 1, isKnown = () => false }: ReadAllOptions = {},
): AsyncGenerator<FileOutcome<Result>> {
  const started: Promise<Outcome<Result>>[] = [];
  const hashes = new Set<string>();
  // By their number of bytes, files whose hash becomes known with what they hold.
  const unhashed = new Map<number, Promise<void>>();
  for await (const file of files) {
    if ("failure" in file) {
      yield { is: "failure", ...file };
      continue;
    }
    const { source, sha256, bytes } = file;
    if (sha256 !== undefined) {
      await unhashed.get(bytes);
      const isDuplicate = hashes.has(sha256);
      if (isDuplicate || isKnown(sha256)) {
        yield { is: isDuplicate ? "duplicate" : "known", source, sha256, bytes, seal: file.seal };
        continue;
      }
      hashes.add(sha256);
    }
    const outcome = outcomeOf(file, readOne);
    const hashed = outcome.then(
      (told) => void (told.sha256 !== null && hashes.add(told.sha256)),
      // It may be stopped while another one is waited for.
      () => undefined,
    );
    if (sha256 === undefined) unhashed.set(bytes, hashed);
    started.push(outcome);
    if (started.length >= ahead) yield await (started.shift() as Promise<Outcome<Result>>);
  }
  for (const outcome of started) yield await outcome;
}

/** What comes of one file; rejects only with a WorkspaceError. */
export async function outcomeOf<Result>(
  file: FileContent,
  readOne: ReadOne<Result>,
): Promise<Outcome<Result>> {
  const { source, sha256 = null, bytes, seal } = file;
  try {
    const result = await readOne(file);
    return { is: "read", source, sha256: result.sha256 ?? sha256, bytes, seal, result };
  } catch (error) {
    if (error instanceof WorkspaceError) throw error;
    const unreadable = error instanceof UnreadableError ? error.unreadable : failed(error);
    return { is: "read", source, sha256, bytes, result: { ok: false, unreadable } };
  }
}

function failed(error: unknown): Unreadable {
  return {
    kind: "failed",
    reason: `Reading failed inside cmrt: ${error instanceof Error ? error.message : String(error)}.`,
    ask: "Please report this with the file, if you may share it, or with a description of it.",
  };
}

/** A file that gave nothing, as it is listed. One without a hash is one whose bytes could not be had. */
export function unreadableFile(
  source: SourceName,
  unreadable: Unreadable,
  read: { sha256?: string | null | undefined; bytes?: number } = {},
): UnreadableFile {
  const { path, container } = source;
  const { sha256 = null, bytes = 0 } = read;
  return { path, container, sha256, bytes: sha256 === null ? null : bytes, unreadable };
}

/** What to say of a file whose bytes could not be had. */
export function notAccessible(error: unknown): Unreadable {
  if (error instanceof UnreadableError) return error.unreadable;
  const code = (error as NodeJS.ErrnoException).code;
  return {
    kind: "not-accessible",
    reason: `The file cannot be opened${code === undefined ? "" : ` (${code})`}.`,
    ask: "Check that the file still exists and that you have permission to read it, then ingest again.",
  };
}
