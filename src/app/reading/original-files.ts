// Reads again the files that responses came from.

import { UsageError } from "../../lib/errors.ts";
import { groupBy } from "../../lib/group-by.ts";
import { sha256Of } from "../../lib/sha256.ts";
import type { Limits } from "../../model/limits.ts";
import type { SourceName } from "../../model/workbook.ts";
import { asBuffer } from "../../workbook/open-workbook.ts";
import { type Found, findFiles } from "../../workbook/sources/find-files.ts";
import type { Reader } from "./open-reader.ts";
import { loadContent } from "./read-content.ts";

/** The bytes of a response's file. */
export interface OriginalFile {
  /** Id of the response. */
  id: string;
  bytes: Buffer;
}

/**
 * Reads the files of the responses, whose paths are relative to `root`, each container once, and yields those that are
 * unchanged, in file order.
 */
export async function* originalFiles(
  responses: readonly { id: string; source: SourceName }[],
  root: string,
  reader: Pick<Reader, "unpack">,
  limits: Limits,
): AsyncGenerator<OriginalFile> {
  const byFile = groupBy(responses, ({ source }) => source.container?.split(" » ")[0] ?? source.path);
  for (const [path, ofFile] of byFile) {
    const wanted = new Set(ofFile.map(({ id }) => id));
    const found = await findOne(path, root, limits);
    if (found === undefined) continue;
    for await (const file of reader.unpack(found)) {
      if ("failure" in file) continue;
      const content = loadContent(file, limits);
      if (!(content instanceof Uint8Array)) continue;
      const id = file.sha256 ?? sha256Of(content);
      // A container may hold the same bytes twice.
      if (wanted.delete(id)) yield { id, bytes: asBuffer(content) };
      if (wanted.size === 0) break;
    }
  }
}

async function findOne(path: string, root: string, limits: Limits): Promise<Found | undefined> {
  try {
    return await findFiles([path], root, limits);
  } catch (error) {
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}
