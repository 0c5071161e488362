// Reads many files, each content once.
import { WorkspaceError } from "../../lib/errors.ts";
import {
  type SourceName,
  type Unreadable,
  UnreadableError,
  type UnreadableFile,
} from "../../model/workbook.ts";
import type { FileContent, UnpackedFile } from "../../workbook/sources/unpack-files.ts";

/** The result of reading a file. */
export interface Outcome<Result> {
  is: "read";
  source: SourceName;
  /** SHA-256 of its bytes; null if they could not be obtained. */
  sha256: string | null;
  bytes: number;
  /** As in FileContent. */
  seal?: string | undefined;
  result: Result | Failed;
}

/** The result for a file that yielded nothing, with the reason. */
export type Failed = { ok: false; unreadable: Unreadable };

/** A result with the hash of the bytes, if it was not known before. */
export type Hashed<Result> = Result & { sha256?: string | undefined };

/** Reads one file, or stores its response. Never rejects because of the file's content. */
export type ReadOne<Result> = (file: FileContent) => Promise<Hashed<Result>>;

/** A file that did not have to be read, because its content is known or is also in another file of this run. */
export interface SkippedFile {
  is: "known" | "duplicate";
  source: SourceName;
  sha256: string;
  bytes: number;
  seal?: string | undefined;
}

/** A file and its result; `failure` is the error that prevents all further reading. */
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
  /** How many files to process at the same time. */
  ahead?: number;
  /** Whether the content with this SHA-256 need not be read. */
  isKnown?(sha256: string): boolean;
}

/**
 * Reads files as they arrive and yields the result of each: outcomes in file order, all others immediately. Of files
 * with the same bytes the first is read. An error thrown by `readOne` is a bug in cmrt: it loses that file only and is
 * reported as such. A workspace that cannot be written stops everything.
 */
export async function* readAll<Result>(
  files: Iterable<UnpackedFile> | AsyncIterable<UnpackedFile>,
  readOne: ReadOne<Result>,
  { ahead = 1, isKnown = () => false }: ReadAllOptions = {},
): AsyncGenerator<FileOutcome<Result>> {
  const started: Promise<Outcome<Result>>[] = [];
  const hashes = new Set<string>();
  // Files whose hash is only known once they are read, by size.
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
      // Its failure is handled below, but it may come while another one is awaited.
      () => undefined,
    );
    if (sha256 === undefined) unhashed.set(bytes, hashed);
    started.push(outcome);
    if (started.length >= ahead) yield await (started.shift() as Promise<Outcome<Result>>);
  }
  for (const outcome of started) yield await outcome;
}

/** The outcome for one file; rejects only with a WorkspaceError. */
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

/** A file that yielded nothing, as it is listed. It has no hash if its bytes could not be obtained. */
export function unreadableFile(
  source: SourceName,
  unreadable: Unreadable,
  read: { sha256?: string | null | undefined; bytes?: number } = {},
): UnreadableFile {
  const { path, container } = source;
  const { sha256 = null, bytes = 0 } = read;
  return { path, container, sha256, bytes: sha256 === null ? null : bytes, unreadable };
}

/** The reason to report for a file whose bytes could not be obtained. */
export function notAccessible(error: unknown): Unreadable {
  if (error instanceof UnreadableError) return error.unreadable;
  const code = (error as NodeJS.ErrnoException).code;
  return {
    kind: "not-accessible",
    reason: `The file cannot be opened${code === undefined ? "" : ` (${code})`}.`,
    ask: "Check that the file still exists and that you have permission to read it, then ingest again.",
  };
}
