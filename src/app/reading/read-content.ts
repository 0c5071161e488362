// Reads a file found earlier as a response.

import { sha256Of } from "../../lib/sha256.ts";
import { LIMITS, type Limits } from "../../model/limits.ts";
import type { Unreadable } from "../../model/workbook.ts";
import type { OpenOptions } from "../../workbook/open-workbook.ts";
import { readWhole } from "../../workbook/sources/read-whole.ts";
import type { FileContent } from "../../workbook/sources/unpack-files.ts";
import { CHANGING } from "../../workbook/unreadable.ts";
import { type Hashed, notAccessible } from "./read-all.ts";
import { type ReadResult, readResponse } from "./read-response.ts";

/**
 * Reads a file as a response; see `readResponse`. A file that has changed since it was found is reported like any other
 * problem.
 */
export async function readContent(file: FileContent, options: OpenOptions): Promise<Hashed<ReadResult>> {
  const bytes = loadContent(file, options.limits ?? LIMITS);
  if (!(bytes instanceof Uint8Array)) return { ok: false, unreadable: bytes };
  const sha256 = file.sha256 ?? sha256Of(bytes);
  const { source, notes = [] } = file;
  return { ...(await readResponse(bytes, source, { ...options, sha256, notes })), sha256 };
}

/** A file's bytes, or why they can no longer be obtained. */
export function loadContent(file: FileContent, limits: Limits): Uint8Array | Unreadable {
  const { content, sha256 } = file;
  if (typeof content !== "string") return content;
  try {
    const bytes = readWhole(content, limits);
    const isFound = sha256 === undefined ? bytes.length === file.bytes : sha256Of(bytes) === sha256;
    return isFound ? bytes : CHANGING;
  } catch (error) {
    return notAccessible(error);
  }
}
