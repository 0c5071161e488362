// Many files to responses, one outcome per file.

import { WorkspaceError } from "../errors.ts";
import { type SourceName, type Unreadable, UnreadableError } from "../model/workbook.ts";
import type { FileContent } from "../workbook/unpack-files.ts";

/** What came of a file. */
export interface Outcome<Result> {
  source: SourceName;
  sha256: string;
  bytes: number;
  result: Result | Failed;
}

/** The result of a file that gave nothing, for a reason. */
export type Failed = { ok: false; unreadable: Unreadable };

/** Reads one file, or stores what it holds. Never rejects for what is in it. */
export type ReadOne<Result> = (file: FileContent) => Promise<Result>;

/**
 * Reads the files as they come and yields one outcome for each, in the same order; `ahead` files are being read at a
 * time. What `readOne` throws is a fault of cmrt met in one file: it costs that file and is said as such. A
 * workspace that cannot be written stops everything.
 */
export async function* readAll<Result>(
  files: AsyncIterable<FileContent>,
  readOne: ReadOne<Result>,
  ahead = 1,
): AsyncGenerator<Outcome<Result>> {
  const started: Promise<Outcome<Result>>[] = [];
  for await (const file of files) {
    const outcome = outcomeOf(file, readOne);
    // It may be stopped while another one is waited for.
    outcome.catch(() => undefined);
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
  const { source, sha256, bytes } = file;
  try {
    return { source, sha256, bytes, result: await readOne(file) };
  } catch (error) {
    if (error instanceof WorkspaceError) throw error;
    const unreadable = error instanceof UnreadableError ? error.unreadable : failed(error);
    return { source, sha256, bytes, result: { ok: false, unreadable } };
  }
}

function failed(error: unknown): Unreadable {
  return {
    kind: "failed",
    reason: `Reading failed inside cmrt: ${error instanceof Error ? error.message : String(error)}.`,
    ask: "Please report this with the file, if you may share it, or with what is special about it.",
  };
}

/** What to say of a file whose bytes could not be had. */
export function notAccessible(error: unknown): Unreadable {
  if (error instanceof UnreadableError) return error.unreadable;
  const code = (error as NodeJS.ErrnoException).code;
  return {
    kind: "not-accessible",
    reason: `The file cannot be opened${code === undefined ? "" : ` (${code})`}.`,
    ask: "Check that the file is still there and that you may read it, then ingest again.",
  };
}
