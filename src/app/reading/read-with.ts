// A workbook whose bytes somebody has already, read where reading can be stopped.
import type { Reader } from "./open-reader.ts";
import { outcomeOf } from "./read-all.ts";
import type { ReadResult } from "./read-response.ts";

/** What the bytes of a workbook hold, read by the reader's workers; `name` names it in what is found. */
export async function readWith(
  reader: Pick<Reader, "read">,
  name: string,
  bytes: Buffer,
): Promise<ReadResult> {
  const file = { source: { path: name, container: null }, bytes: bytes.length, content: bytes };
  return (await outcomeOf(file, reader.read)).result;
}
