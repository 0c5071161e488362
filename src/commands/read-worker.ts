// Runs in a worker thread: bytes in, what they hold out.
import type { SourceName } from "../model/workbook.ts";
import { type ReadResult, readResponse } from "./read-response.ts";

export interface ReadTask {
  bytes: Uint8Array;
  source: SourceName;
  passwords: readonly string[];
}

/** Reads one file; what crosses the threads is plain data. */
export default function readInWorker({ bytes, source, passwords }: ReadTask): Promise<ReadResult> {
  return readResponse(bytes, source, { passwords });
}
