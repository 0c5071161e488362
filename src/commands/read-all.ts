// Many files to responses, one outcome per file.
import { type SourceName, type Unreadable, UnreadableError } from "../model/workbook.ts";
import type { ReadResult } from "./read-response.ts";

/** A file's bytes with their name and hash. */
export interface FileBytes {
  source: SourceName;
  sha256: string;
  bytes: Uint8Array;
}

export interface ReadOutcome {
  source: SourceName;
  sha256: string;
  bytes: number;
  result: ReadResult;
}

/** Reads one file's bytes. Never rejects for what is in them. */
export type ReadOne = (file: FileBytes) => Promise<ReadResult>;

/**
 * Reads the files as they come and yields one outcome for each, in the same order; `ahead` files are being read at a
 * time. What `readOne` throws is a fault of cmrt met in one file: it costs that file and is said as such.
 */
export async function* readAll(
  files: AsyncIterable<FileBytes>,
  readOne: ReadOne,
  ahead = 1,
): AsyncGenerator<ReadOutcome> {
  const started: Promise<ReadOutcome>[] = [];
  for await (const file of files) {
    started.push(outcomeOf(file, readOne));
    if (started.length >= ahead) yield await (started.shift() as Promise<ReadOutcome>);
  }
  for (const outcome of started) yield await outcome;
}

/** What comes of one file; never rejects. */
export async function outcomeOf(file: FileBytes, readOne: ReadOne): Promise<ReadOutcome> {
  const { source, sha256 } = file;
  // A worker takes the bytes away, so their number is noted first.
  const bytes = file.bytes.byteLength;
  try {
    return { source, sha256, bytes, result: await readOne(file) };
  } catch (error) {
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
