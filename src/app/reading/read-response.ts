// Turns bytes into a response: opens, recognises and normalises one workbook.

import { detect } from "../../forms/detect.ts";
import { sha256Of } from "../../lib/sha256.ts";
import type { ReferenceList } from "../../model/reference.ts";
import type { Response } from "../../model/response.ts";
import { type SourceName, sourceText, type Unreadable, UnreadableError } from "../../model/workbook.ts";
import { normalise } from "../../normalise/normalise.ts";
import { readLookUpList } from "../../reference/look-up-list.ts";
import { type OpenOptions, openWorkbook } from "../../workbook/open-workbook.ts";
import { textRoster, workbookRoster } from "./roster-file.ts";

/** The content of a file: a response with its workbook's own look-up list, or the reason why there is none. */
export type ReadResult =
  | { ok: true; response: Response; lookUpList?: ReferenceList | undefined }
  | { ok: false; unreadable: Unreadable };

export interface ReadOptions extends OpenOptions {
  /** SHA-256 of the bytes, if already known. */
  sha256?: string;
}

/**
 * Reads the bytes of one file as a response. Every problem of the file is a result with its reason; anything thrown is
 * a bug in cmrt. The response's id is the SHA-256 of the bytes. The workbook's look-up list is returned too, because
 * matching uses the newest of them.
 */
export async function readResponse(
  bytes: Uint8Array,
  source: SourceName,
  options: ReadOptions = {},
): Promise<ReadResult> {
  const opened = await openWorkbook(bytes, options);
  if (!opened.ok) {
    const roster =
      opened.unreadable.kind === "not-a-workbook" ? textRoster(bytes, sourceText(source)) : undefined;
    return roster ? { ok: false, unreadable: roster } : opened;
  }
  try {
    const detected = detect(opened.workbook);
    if (!detected.ok) {
      const roster = detected.unreadable.kind === "not-a-cmrt" ? workbookRoster(opened.workbook) : undefined;
      return roster ? { ok: false, unreadable: roster } : detected;
    }
    const sha256 = options.sha256 ?? sha256Of(bytes);
    const { path, container } = source;
    const { workbook } = opened;
    const response = normalise(workbook, detected.template, { path, container, sha256, bytes: bytes.length });
    const lookUpList = readLookUpList(workbook, detected.template.family, response.template.version, {
      file: sourceText(source),
      sha256,
    });
    return { ok: true, response, lookUpList };
  } catch (error) {
    if (error instanceof UnreadableError) return { ok: false, unreadable: error.unreadable };
    throw error;
  }
}
