// Bytes to response: opens, recognises and normalises one workbook.
import { createHash } from "node:crypto";
import type { Response } from "../model/response.ts";
import { type SourceName, type Unreadable, UnreadableError } from "../model/workbook.ts";
import { normalise } from "../normalise/normalise.ts";
import { detect } from "../template/detect.ts";
import { type OpenOptions, openWorkbook } from "../workbook/open-workbook.ts";

export type ReadOutcome = { ok: true; response: Response } | { ok: false; unreadable: Unreadable };

/**
 * Reads the bytes of one file as a CMRT response. Every fault of the file is an outcome with its reason; what throws
 * is a fault of cmrt. The response's id is the SHA-256 of the bytes.
 */
export async function readResponse(
  bytes: Uint8Array,
  source: SourceName,
  options: OpenOptions = {},
): Promise<ReadOutcome> {
  const opened = await openWorkbook(bytes, options);
  if (!opened.ok) return opened;
  try {
    const detected = detect(opened.workbook);
    if (!detected.ok) return detected;
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const { path, container } = source;
    return {
      ok: true,
      response: normalise(opened.workbook, detected.template, {
        path,
        container,
        sha256,
        bytes: bytes.length,
      }),
    };
  } catch (error) {
    if (error instanceof UnreadableError) return { ok: false, unreadable: error.unreadable };
    throw error;
  }
}
