// Reads a workbook that is already in memory, in a worker, which can be stopped.
import type { Reader } from "./open-reader.ts";
import { outcomeOf } from "./read-all.ts";
import type { ReadResult } from "./read-response.ts";

/** Reads a workbook's bytes with the reader's workers; `name` is its file name in the result. */
export async function readWith(
  reader: Pick<Reader, "read">,
  name: string,
  bytes: Buffer,
): Promise<ReadResult> {
  const file = { source: { path: name, container: null }, bytes: bytes.length, content: bytes };
  return (await outcomeOf(file, reader.read)).result;
}
